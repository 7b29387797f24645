"""Cases of operations."""

from dataclasses import replace
from datetime import date

from banyan.operations.rules.backups import BackupFacts
from banyan.operations.rules.going_live import LiveFacts
from banyan.operations.rules.units import CommissionFacts, QualificationFacts
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
BACKUP = BackupFacts("technical_service_unit", "")
DAY = date(2026, 11, 24)
LATER = date(2027, 11, 24)
CERTIFICATE = QualificationFacts(certificate_taken=False, valid_until=LATER, today=DAY)
COMMISSION = CommissionFacts(
    unit="数字福建云公司",
    qualified_for=("operation",),
    agreement_in_force=True,
    agreement_since=DAY,
    agreement_until=LATER,
    own_agreement=True,
    foreign_systems=(),
)
ASKED = Asked(agreement="协议", work="run", since=DAY, until=LATER)


def _live(**refused: object) -> Case:
    """A condition of the gate into operation that these facts break."""
    return (replace(LIVE, **refused), None), (LIVE, None)  # type: ignore[arg-type]  # each fact of its own type


CASES: dict[str, Case] = {
    "operations.system_runs_on_the_unified_network": _live(network="private"),
    "operations.system_is_backed_up": _live(restored=False),
    "operations.central_software_is_local_or_linked": _live(central="linked"),
    "operations.protection_is_filed": _live(filing_number=""),
    "operations.resident_system_is_connected": _live(community_connected=False),
    "operations.urban_rural_system_is_connected": _live(grid_connected=False),
    "operations.interface_is_registered": _live(interface=""),
    "operations.backup_comes_from_the_one_supplier": (
        (replace(BACKUP, other_supplier="另一家"), Asked()),
        (BACKUP, Asked()),
    ),
    "operations.certificate_is_valid": (
        (CERTIFICATE, Asked(valid_until=date(2026, 1, 1))),
        (CERTIFICATE, Asked()),
    ),
    "operations.certificate_is_reported_once": (
        (replace(CERTIFICATE, certificate_taken=True), Asked(certificate="ITSS-1")),
        (CERTIFICATE, Asked(certificate="ITSS-1")),
    ),
    "operations.unit_is_qualified": (
        (replace(COMMISSION, qualified_for=("security",)), ASKED),
        (COMMISSION, ASKED),
    ),
    "operations.commission_lies_within_its_agreement": (
        (replace(COMMISSION, agreement_in_force=False), ASKED),
        (COMMISSION, ASKED),
    ),
    "operations.commission_ends_after_it_begins": (
        (COMMISSION, Asked(since=LATER, until=DAY)),
        (COMMISSION, ASKED),
    ),
    "operations.body_commissions_its_own_systems": (
        (replace(COMMISSION, foreign_systems=("他人的系统",)), ASKED),
        (COMMISSION, ASKED),
    ),
}
