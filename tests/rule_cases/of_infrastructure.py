"""Cases of infrastructure."""

from dataclasses import replace
from datetime import date

from banyan.infrastructure.rules.centres import CentreFacts
from banyan.infrastructure.rules.existing import EntryFacts
from banyan.infrastructure.rules.networks import AccessFacts, BackboneFacts, ReviewFacts
from banyan.infrastructure.rules.systems import SystemFacts
from banyan.operations.rules.going_live import LiveFacts
from tests.rule_cases.case import Asked, Case

DAY = date(2026, 11, 24)
LATEST = date(2029, 11, 24)
LATER = date(2032, 1, 1)
CENTRE = CentreFacts("city", "福州市数字办", ones_own=True, latest=LATEST)
ENTRY = EntryFacts("application_unit", "county", ones_own=True, latest=LATEST, today=DAY)
BACKBONE = BackboneFacts(standing="", mode="commission", is_running=True)
REVIEW = ReviewFacts(new_refused=False, today=DAY, next_review=date(2028, 11, 24), latest=LATEST)
ACCESS = AccessFacts(in_region=True, taken=False, today=DAY)
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
    "infrastructure.centre_is_integrated_in_time": (
        (CENTRE, Asked(integrate_by=LATER)),
        (CENTRE, Asked(integrate_by=LATEST)),
    ),
    "infrastructure.only_stock_is_entered_for_another": (
        (CENTRE, Asked(body="甲局", work="build")),
        (CENTRE, Asked(body="甲局", work="stock")),
    ),
    "infrastructure.entered_by_its_body_or_its_department": (
        (replace(ENTRY, ones_own=False), Asked()),
        (ENTRY, Asked()),
    ),
    "infrastructure.private_network_is_integrated_in_time": (
        (ENTRY, Asked(integrate_by=LATER)),
        (ENTRY, Asked(integrate_by=LATEST)),
    ),
    "infrastructure.backbone_is_one": ((replace(BACKBONE, standing="骨干网"), Asked()), (BACKBONE, Asked())),
    "infrastructure.backbone_is_run_on_commission": (
        (replace(BACKBONE, mode="purchase"), Asked(agreement="协议")),
        (BACKBONE, Asked(agreement="协议")),
    ),
    "infrastructure.unit_lies_in_ones_region": (
        (replace(ACCESS, in_region=False), Asked()),
        (ACCESS, Asked()),
    ),
    "infrastructure.access_point_is_new": ((replace(ACCESS, taken=True), Asked()), (ACCESS, Asked())),
    "infrastructure.connected_in_the_past": (
        (ACCESS, Asked(connected_on=LATEST)),
        (ACCESS, Asked(connected_on=DAY)),
    ),
    "infrastructure.no_private_network_is_built": (
        (replace(REVIEW, new_refused=True), Asked()),
        (REVIEW, Asked()),
    ),
    "infrastructure.review_has_been_held": (
        (REVIEW, Asked(review_on=LATEST)),
        (REVIEW, Asked(review_on=DAY)),
    ),
    "infrastructure.retention_ends_with_the_next_review": (
        (REVIEW, Asked(until=LATEST)),
        (REVIEW, Asked(until=date(2027, 11, 24))),
    ),
    "infrastructure.no_secret_system_enters": (
        (replace(SYSTEM, secret_words=("机密★",)), Asked()),
        (SYSTEM, Asked()),
    ),
    "infrastructure.grade_is_between_one_and_five": ((SYSTEM, Asked(grade=6)), (SYSTEM, Asked(grade=3))),
    "infrastructure.system_code_is_new": ((replace(SYSTEM, code_taken=True), Asked()), (SYSTEM, Asked())),
}
