"""Cases of supervision."""

from dataclasses import replace
from types import SimpleNamespace

from banyan.operations.rules.going_live import LiveFacts
from banyan.supervision.rules.consequences import ConsequenceFacts, HoldFacts
from banyan.supervision.rules.contests import ContestFacts
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


CONTEST = ContestFacts(waiting=False, upheld=0)
WATCHED = SimpleNamespace(monitor="infrastructure.centre_is_not_integrated")


CASES: dict[str, Case] = {
    "supervision.order_rests_on_findings": ((replace(ORDER, findings=0), Asked()), (ORDER, Asked())),
    "supervision.body_is_within_the_own_region": (
        (replace(ORDER, in_region=False), Asked()),
        (ORDER, Asked()),
    ),
    "supervision.correction_is_reported": ((ORDER, Asked()), (ORDER, Asked(report="已整改"))),
    "supervision.correction_is_evidenced": ((ORDER, Asked()), (ORDER, Asked(evidence="闽整改〔2026〕3号"))),
    "supervision.only_what_people_recorded_is_closed_by_a_check": (
        (ORDER, Asked(put_right=[WATCHED])),
        (ORDER, Asked(put_right=[SimpleNamespace(monitor="people")])),
    ),
    "supervision.cause_still_lasts": ((ORDER, None), (replace(ORDER, still_open=("甲",)), None)),
    "supervision.every_finding_of_it_is_withdrawn": ((ORDER, None), (replace(ORDER, standing=0), None)),
    "supervision.finding_is_not_contested_already": ((replace(CONTEST, waiting=True), None), (CONTEST, None)),
    "supervision.contest_brings_something_new": (
        (replace(CONTEST, upheld=1), Asked()),
        (replace(CONTEST, upheld=1), Asked(new_facts="新证据")),
    ),
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
