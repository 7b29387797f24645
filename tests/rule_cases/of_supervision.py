"""Cases of supervision."""

from dataclasses import replace

from banyan.operations.rules.going_live import LiveFacts
from banyan.supervision.rules.consequences import ConsequenceFacts, HoldFacts
from banyan.supervision.rules.orders import OrderFacts
from tests.rule_cases.case import Asked, Case

LIVE = LiveFacts(
    pk=1,
    network="unified",
    central="no",
    link_tested=False,
    grade=2,
    filing_number="350100-1",
    filing_from=2,
    backup="数字福建云",
    restored=True,
    faces_residents=True,
    community_connected=True,
    faces_urban_rural=True,
    grid_connected=True,
    interface="https 接口",
)
CONSEQUENCE = ConsequenceFacts(1, (), same_hold=False, orders_unmet=1)
ORDER = OrderFacts(1, (), (), is_overdue=True, in_region=True)


def _live(**refused: object) -> Case:
    """A condition of the gate into operation that these facts break."""
    return (replace(LIVE, **refused), None), (LIVE, None)  # type: ignore[arg-type]  # each fact of its own type


CASES: dict[str, Case] = {
    "supervision.order_rests_on_findings": ((replace(ORDER, findings=0), Asked()), (ORDER, Asked())),
    "supervision.body_is_within_the_own_region": (
        (replace(ORDER, in_region=False), Asked()),
        (ORDER, Asked()),
    ),
    "supervision.correction_is_reported": ((ORDER, Asked()), (ORDER, Asked(report="已整改"))),
    "supervision.cause_is_gone": ((replace(ORDER, still_open=("甲",)), None), (ORDER, None)),
    "supervision.order_is_overdue": ((replace(ORDER, is_overdue=False), None), (ORDER, None)),
    "supervision.consequence_rests_on_findings": (
        (replace(CONSEQUENCE, open_findings=0), Asked()),
        (CONSEQUENCE, Asked()),
    ),
    "supervision.no_such_hold_is_in_force": (
        (replace(CONSEQUENCE, same_hold=True), Asked()),
        (CONSEQUENCE, Asked()),
    ),
    "supervision.case_is_serious": (
        (replace(CONSEQUENCE, orders_unmet=0), Asked(seriousness="拒不整改")),
        (CONSEQUENCE, Asked(seriousness="拒不整改")),
    ),
    "supervision.findings_of_the_hold_are_closed": ((HoldFacts(("甲",)), None), (HoldFacts(()), None)),
    "supervision.gravity_was_judged_by_a_person": ((ORDER, Asked()), (ORDER, Asked(judged="涉及资金十万元"))),
}
