"""Cases of infrastructure."""

from dataclasses import replace

from banyan.infrastructure.rules.centres import CentreFacts
from banyan.infrastructure.rules.systems import SystemFacts
from banyan.operations.rules.going_live import LiveFacts
from tests.rule_cases.case import Asked, Case

CENTRE = CentreFacts("city", "福州市数字办")
SYSTEM = SystemFacts(code_taken=False, secret_words=())
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


def _live(**refused: object) -> Case:
    """A condition of the gate into operation that these facts break."""
    return (replace(LIVE, **refused), None), (LIVE, None)  # type: ignore[arg-type]  # each fact of its own type


CASES: dict[str, Case] = {
    "infrastructure.county_asks_for_no_centre": (
        (replace(CENTRE, level="county"), Asked(work="build")),
        (CENTRE, Asked(work="build")),
    ),
    "infrastructure.stock_has_a_plan_of_integration": (
        (CENTRE, Asked(work="stock")),
        (CENTRE, Asked(work="build")),
    ),
    "infrastructure.no_secret_system_enters": (
        (replace(SYSTEM, secret_words=("机密★",)), Asked()),
        (SYSTEM, Asked()),
    ),
    "infrastructure.grade_is_between_one_and_five": ((SYSTEM, Asked(grade=6)), (SYSTEM, Asked(grade=3))),
    "infrastructure.system_code_is_new": ((replace(SYSTEM, code_taken=True), Asked()), (SYSTEM, Asked())),
}
