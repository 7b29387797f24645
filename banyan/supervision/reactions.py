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


@reaction(close_findings, check_correction, withdraw_finding)
def release_holds(entry: Entry) -> list[Task]:
    """Release every hold whose findings are all closed, found put right, or withdrawn."""
    return [Task(release_hold, hold.pk) for hold in holds_without_cause()]


@reaction(withdraw_finding)
def lift_orders(entry: Entry) -> list[Task]:
    """Lift the orders that rested on a withdrawn finding alone."""
    return [Task(lift_order, order.pk) for order in orders_without_ground()]


@reaction(open_findings)
def escalate_orders(entry: Entry) -> list[Task]:
    """Escalate the orders that a sweep found overdue."""
    if entry.given.get("monitor") != "acts.duty_is_overdue":
        return []
    rows = entry.given["lapses"]["rows"]
    found = {row["object_id"] for row in rows if row["noun"] == "supervision.order"}
    return [Task(escalate_order, number) for number in orders_overdue(found)] if found else []
