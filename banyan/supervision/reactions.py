"""What supervision does by itself: holds and orders end with their findings, overdue orders are escalated."""

from banyan.acts.acts import close_findings, open_findings
from banyan.acts.models import Entry
from banyan.acts.reaction import Task, reaction
from banyan.supervision.acts.consequences import release_hold
from banyan.supervision.acts.contests import withdraw_finding
from banyan.supervision.acts.orders import check_correction, escalate_order, lift_order
from banyan.supervision.queries.consequences import holds_without_cause
from banyan.supervision.queries.contests import orders_without_ground
from banyan.supervision.queries.orders import orders_overdue


def _releases() -> list[Task]:
    return [Task(release_hold, hold.pk) for hold in holds_without_cause()]


@reaction(close_findings)
def after_close_findings(entry: Entry) -> list[Task]:
    """Release every hold whose findings are all closed."""
    return _releases()


@reaction(check_correction)
def after_check_correction(entry: Entry) -> list[Task]:
    """Release every hold whose findings a check found put right."""
    return _releases()


@reaction(withdraw_finding)
def after_withdraw_finding(entry: Entry) -> list[Task]:
    """Release the holds and lift the orders that rested on a withdrawn finding alone."""
    return _releases() + [Task(lift_order, order.pk) for order in orders_without_ground()]


@reaction(open_findings)
def after_open_findings(entry: Entry) -> list[Task]:
    """Escalate the orders that a sweep found overdue."""
    if entry.given.get("monitor") != "acts.duty_is_overdue":
        return []
    rows = entry.given["lapses"]["rows"]
    found = {row["object_id"] for row in rows if row["noun"] == "supervision.order"}
    return [Task(escalate_order, number) for number in orders_overdue(found)] if found else []
