"""Cases of operations."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from banyan.operations.rules.backups import BackupFacts, RestoreFacts
from banyan.operations.rules.drills import DrillFacts
from banyan.operations.rules.going_live import LiveFacts
from banyan.operations.rules.incidents import IncidentFacts, WindowFacts
from banyan.operations.rules.levels import LevelFacts, PublishFacts
from banyan.operations.rules.service import InstructionFacts, RatingFacts, RequestFacts
from banyan.operations.rules.suppliers import MoveFacts, SupplierFacts
from banyan.operations.rules.units import CommissionFacts, QualificationFacts
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
    audit_log="日志审计平台",
    audit_months=12,
    audit_at_least=6,
)
BACKUP = BackupFacts("technical_service_unit", "")
DAY = date(2026, 11, 24)
LATER = date(2027, 11, 24)
RESTORE = RestoreFacts(today=DAY, recorded=True, pk=1)
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
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
RATING = RatingFacts(waits=True, next_from="2027-01-01")
INSTRUCTION = InstructionFacts(unit="数字福建云公司", in_charge=True)
INCIDENT = IncidentFacts(concerned=True, severity="large", least="large")
WINDOW = WindowFacts(
    concerned=True, now=NOW, begins_at=datetime(2026, 11, 26, 14, tzinfo=UTC), notice_hours=24
)
SOON = replace(WINDOW, begins_at=datetime(2026, 11, 24, 5, tzinfo=UTC))
BEGUN = replace(WINDOW, begins_at=datetime(2026, 11, 24, 1, tzinfo=UTC))
DRILL = DrillFacts(today=DAY, called=2)
PUBLISH = PublishFacts(today=DAY, replaced="旧办法", replaced_is_ours=True)
LEVEL = LevelFacts(
    least_availability=Decimal(99), commission_runs=True, covers=True, system="示例系统", has_level=False
)
LEVEL_ASKED = Asked(
    commission="委托", system="示例系统", availability=Decimal("99.5"), response_ms=500, reply_hours=8
)
ASKED = Asked(agreement="协议", work="run", since=DAY, until=LATER)
SUPPLIER = SupplierFacts("", known=False, mode="purchase", fits=True)
ORDER = OrderFacts(1, (), (), is_overdue=True, in_region=True)


def _live(**refused: object) -> Case:
    """A condition of the gate into operation that these facts break."""
    return (replace(LIVE, **refused), None), (LIVE, None)  # type: ignore[arg-type]  # each fact of its own type


CASES: dict[str, Case] = {
    "operations.a_backup_is_recorded_first": (
        (replace(RESTORE, recorded=False), Asked()),
        (RESTORE, Asked()),
    ),
    "operations.restore_was_tested_on_a_day_past": (
        (RESTORE, Asked(tested_on=LATER)),
        (RESTORE, Asked(tested_on=DAY)),
    ),
    "operations.system_runs_on_the_unified_network": _live(network="private"),
    "operations.system_is_backed_up": _live(restored=False),
    "operations.central_software_is_local_or_linked": _live(central="linked"),
    "operations.protection_is_filed": _live(filing_number=""),
    "operations.resident_system_is_connected": _live(community_connected=False),
    "operations.urban_rural_system_is_connected": _live(grid_connected=False),
    "operations.interface_is_registered": _live(interface=""),
    "operations.its_audit_log_is_kept": _live(audit_months=5),
    "operations.what_it_produces_is_classified": _live(unclassified=("渔船档案",)),
    "operations.its_incidents_are_resolved": _live(incidents=("页面被篡改",)),
    "operations.one_supplier_is_named": (
        (replace(SUPPLIER, named="数字福建云公司"), Asked()),
        (SUPPLIER, Asked()),
    ),
    "operations.backup_is_purchased": (
        (replace(SUPPLIER, mode="commission"), Asked(agreement="协议")),
        (SUPPLIER, Asked(agreement="协议")),
    ),
    "operations.backup_moves_to_the_one_supplier": (
        (MoveFacts(elsewhere=False), None),
        (MoveFacts(elsewhere=True), None),
    ),
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
    "operations.period_is_rated_once": ((replace(RATING, waits=False), None), (RATING, None)),
    "operations.score_is_one_to_five": ((RATING, Asked(score=6)), (RATING, Asked(score=5))),
    "operations.service_is_asked_under_the_own_commission": (
        (RequestFacts(own_commission=False), Asked(commission="委托")),
        (RequestFacts(own_commission=True), Asked(commission="委托")),
    ),
    "operations.department_instructs_units_of_its_region": (
        (replace(INSTRUCTION, in_charge=False), Asked(unit="公司")),
        (INSTRUCTION, Asked(unit="公司")),
    ),
    "operations.incident_is_of_a_system_in_charge": (
        (replace(INCIDENT, concerned=False), Asked(system="系统")),
        (INCIDENT, Asked(system="系统")),
    ),
    "operations.severity_reaches_what_the_figures_demand": (
        (INCIDENT, Asked(severity="general")),
        (INCIDENT, Asked(severity="serious")),
    ),
    "operations.larger_incident_is_reported_to_the_authority": (
        (INCIDENT, Asked()),
        (INCIDENT, Asked(authority_number="网信1号")),
    ),
    "operations.maintenance_is_of_a_system_in_charge": (
        (replace(WINDOW, concerned=False), Asked(system="系统")),
        (WINDOW, Asked(system="系统")),
    ),
    "operations.window_has_a_beginning_and_an_end": (
        (WINDOW, Asked(hour=24, hours=2)),
        (WINDOW, Asked(hour=22, hours=2)),
    ),
    "operations.window_is_announced_in_time": ((SOON, Asked()), (SOON, Asked(urgent_because="漏洞"))),
    "operations.window_has_not_begun": ((BEGUN, None), (WINDOW, None)),
    "operations.window_has_begun": ((WINDOW, None), (BEGUN, None)),
    "operations.drill_is_planned_ahead": (
        (DRILL, Asked(planned_on=date(2026, 1, 1))),
        (DRILL, Asked(planned_on=LATER)),
    ),
    "operations.drill_has_been_held": ((DRILL, Asked(held_on=LATER)), (DRILL, Asked(held_on=DAY))),
    "operations.drill_calls_bodies": ((replace(DRILL, called=0), Asked()), (DRILL, Asked())),
    "operations.rule_binds_from_its_publication_on": (
        (PUBLISH, Asked(in_force_from=date(2026, 1, 1))),
        (PUBLISH, Asked(in_force_from=DAY)),
    ),
    "operations.rule_replaces_one_of_its_own": (
        (replace(PUBLISH, replaced_is_ours=False), Asked()),
        (PUBLISH, Asked()),
    ),
    "operations.level_reaches_what_is_fixed": (
        (LEVEL, Asked(availability=Decimal(95))),
        (LEVEL, LEVEL_ASKED),
    ),
    "operations.level_is_measurable": ((LEVEL, Asked(response_ms=0)), (LEVEL, LEVEL_ASKED)),
    "operations.level_lies_within_a_commission": (
        (replace(LEVEL, covers=False), LEVEL_ASKED),
        (LEVEL, LEVEL_ASKED),
    ),
    "operations.system_has_one_level": ((replace(LEVEL, has_level=True), LEVEL_ASKED), (LEVEL, LEVEL_ASKED)),
    "operations.body_commissions_its_own_systems": (
        (replace(COMMISSION, foreign_systems=("他人的系统",)), ASKED),
        (COMMISSION, ASKED),
    ),
}
