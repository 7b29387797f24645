"""The spine (行为): acts, rules, duties, monitors, reactions, and the one door through which all change goes."""
