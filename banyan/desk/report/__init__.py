"""The annual report (年度报告): generated from figures, findings and the ledger; every number leads to its rows."""

from banyan.desk.report.annual import annual_report
from banyan.desk.report.asked import Report, asked_report

__all__ = ["Report", "annual_report", "asked_report"]
