"""Cases of infrastructure."""

from dataclasses import replace
from datetime import date

from banyan.infrastructure.rules.centres import CentreFacts
from banyan.infrastructure.rules.channels import TrafficFacts
from banyan.infrastructure.rules.existing import EntryFacts
from banyan.infrastructure.rules.grid import CellFacts, TeamFacts
from banyan.infrastructure.rules.networks import AccessFacts, BackboneFacts, ReviewFacts
from banyan.infrastructure.rules.platforms import PlatformFacts, RenewalFacts
from banyan.infrastructure.rules.sensing import SensingAccessFacts, SensingFacts
from banyan.infrastructure.rules.stock import CorrectionFacts, SettlingFacts
from banyan.infrastructure.rules.systems import SystemFacts
from banyan.kit.sentence import say
from tests.rule_cases.case import Asked, Case

DAY = date(2026, 11, 24)
LATEST = date(2029, 11, 24)
LATER = date(2032, 1, 1)
PAST = date(2026, 1, 1)
CENTRE = CentreFacts("city", "福州市数字办", ones_own=True, latest=LATEST)
ENTRY = EntryFacts("application_unit", "county", ones_own=True, latest=LATEST, today=DAY)
BACKBONE = BackboneFacts(standing="", mode="commission", is_running=True)
REVIEW = ReviewFacts(new_refused=False, today=DAY, next_review=date(2028, 11, 24), latest=LATEST)
ACCESS = AccessFacts(in_region=True, taken=False, today=DAY)
UNIT = PlatformFacts("application_unit", "county", standing="", today=DAY)
OFFICE = PlatformFacts("managing_department", "province", standing="", today=DAY)
TRAFFIC = TrafficFacts(1, moved=100, into="闽政通", read_that_day=False, today=DAY)
SENSING = SensingFacts(standing=0, offered_fits=True, today=DAY)
SEEN = SensingAccessFacts(in_use=True, ones_own=False, today=DAY)
TEAM = TeamFacts("managing_department", "county", in_own_region=True, name_taken=False, cells=0)
CELL = CellFacts(is_in_a_community=True, in_own_region=True, code_taken=False, team_works_there=True)
CORRECTION = CorrectionFacts((), ("名称",), ())
SYSTEM = SystemFacts(code_taken=False, secret_words=(), live=True, audit_at_least=6)


def _by_kind(kind: str) -> Case:
    """What the provincial office builds, and a unit of a county may not."""
    return (UNIT, Asked(kind=kind, mode="commissioned")), (OFFICE, Asked(kind=kind, mode="commissioned"))


CASES: dict[str, Case] = {
    "infrastructure.grid_team_is_of_the_government": (
        (replace(TEAM, body_kind="application_unit"), Asked()),
        (TEAM, Asked()),
    ),
    "infrastructure.grid_team_is_set_up_at_county_level_or_above": (
        (replace(TEAM, level="township"), Asked()),
        (TEAM, Asked()),
    ),
    "infrastructure.grid_team_is_set_up_once": ((replace(TEAM, name_taken=True), Asked()), (TEAM, Asked())),
    "infrastructure.no_cell_is_left_without_a_team": ((replace(TEAM, cells=1), None), (TEAM, None)),
    "infrastructure.cell_lies_in_a_community": (
        (replace(CELL, in_own_region=False), Asked()),
        (CELL, Asked()),
    ),
    "infrastructure.cell_has_a_code_of_its_own": ((replace(CELL, code_taken=True), Asked()), (CELL, Asked())),
    "infrastructure.team_of_the_cell_works_there": (
        (replace(CELL, team_works_there=False), Asked()),
        (CELL, Asked()),
    ),
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
    "infrastructure.iot_platform_is_built_by_province_or_city": _by_kind("iot"),
    "infrastructure.sharing_platform_is_the_provinces": _by_kind("sharing"),
    "infrastructure.sharing_platform_is_not_purchased": (
        (OFFICE, Asked(kind="sharing", mode="purchased")),
        (OFFICE, Asked(kind="sharing", mode="commissioned")),
    ),
    "infrastructure.grid_platform_is_built_by_province_or_city": _by_kind("grid"),
    "infrastructure.no_specialised_grid_platform_is_built": (
        (UNIT, Asked(kind="special_grid")),
        (UNIT, Asked(kind="unit_security")),
    ),
    "infrastructure.no_terminals_of_one_unit_are_deployed": (
        (UNIT, Asked(kind="terminal")),
        (OFFICE, Asked(kind="grid_terminal")),
    ),
    "infrastructure.shared_terminals_are_set_up_by_the_government": _by_kind("grid_terminal"),
    "infrastructure.security_platform_is_planned_jointly": (
        (OFFICE, Asked(kind="security")),
        (UNIT, Asked(kind="unit_security")),
    ),
    "infrastructure.security_platform_is_one": (
        (replace(OFFICE, standing="平台"), Asked()),
        (OFFICE, Asked()),
    ),
    "infrastructure.supplier_of_security_is_qualified": (
        (UNIT, Asked(kind="unit_security", mode="purchased", qualification="甲级", qualified_until=PAST)),
        (UNIT, Asked(kind="unit_security", mode="purchased", qualification="甲级", qualified_until=LATEST)),
    ),
    "infrastructure.platform_has_a_supplier": (
        (RenewalFacts("own", DAY), Asked()),
        (RenewalFacts("purchased", DAY), Asked()),
    ),
    "infrastructure.renewed_qualification_is_valid": (
        (RenewalFacts("purchased", DAY), Asked(qualified_until=PAST)),
        (RenewalFacts("purchased", DAY), Asked(qualified_until=DAY)),
    ),
    "infrastructure.security_of_a_unit_follows_the_plan": (
        (UNIT, Asked(kind="unit_security")),
        (UNIT, Asked(kind="unit_security", follows="平台")),
    ),
    "infrastructure.one_platform_for_a_department": (
        (replace(OFFICE, standing="平台"), Asked(kind="iot")),
        (OFFICE, Asked(kind="iot")),
    ),
    "infrastructure.platform_is_integrated_in_time": (
        (ENTRY, Asked(integrate_by=LATER)),
        (ENTRY, Asked(integrate_by=LATEST)),
    ),
    "infrastructure.unit_builds_no_channel_of_its_own": (
        (ENTRY, Asked()),
        (replace(ENTRY, body_kind="managing_department"), Asked()),
    ),
    "infrastructure.channel_moves_in_time": (
        (ENTRY, Asked(integrate_by=LATER)),
        (ENTRY, Asked(integrate_by=LATEST)),
    ),
    "infrastructure.reading_is_a_share_of_a_day_past": (
        (TRAFFIC, Asked(moved=101, day=DAY)),
        (TRAFFIC, Asked(moved=60, day=DAY)),
    ),
    "infrastructure.traffic_has_moved": ((replace(TRAFFIC, moved=99), None), (TRAFFIC, None)),
    "infrastructure.what_stands_there_is_weighed": (
        (replace(SENSING, standing=2), Asked()),
        (replace(SENSING, standing=2), Asked(why_not_existing="角度不够")),
    ),
    "infrastructure.what_is_offered_stands_there": (
        (replace(SENSING, offered_fits=False), Asked(existing="摄像头")),
        (SENSING, Asked(existing="摄像头")),
    ),
    "infrastructure.in_use_since_a_day_past": (
        (SENSING, Asked(in_use_since=LATEST)),
        (SENSING, Asked(in_use_since=DAY)),
    ),
    "infrastructure.access_is_to_what_others_use": ((replace(SEEN, ones_own=True), Asked()), (SEEN, Asked())),
    "infrastructure.access_ends_in_the_future": ((SEEN, Asked(until=PAST)), (SEEN, Asked(until=LATEST))),
    "infrastructure.correction_names_columns": (
        (replace(CORRECTION, unknown=("名字",)), Asked()),
        (CORRECTION, Asked()),
    ),
    "infrastructure.corrected_row_is_right": (
        (replace(CORRECTION, faults=(say("empty but required"),)), Asked()),
        (CORRECTION, Asked()),
    ),
    "infrastructure.what_the_row_says_is_entered": (
        (SettlingFacts(is_entered=False), None),
        (SettlingFacts(is_entered=True), None),
    ),
    "infrastructure.no_secret_system_enters": (
        (replace(SYSTEM, secret_words=("机密★",)), Asked()),
        (SYSTEM, Asked()),
    ),
    "infrastructure.system_is_entered_by_its_body_or_its_department": (
        (SYSTEM, Asked(body="甲局", is_stock=False)),
        (SYSTEM, Asked(body="甲局", is_stock=True)),
    ),
    "infrastructure.centre_is_approved_or_stock": (
        (replace(SYSTEM, centre_stands=False), Asked(centre="中心")),
        (SYSTEM, Asked(centre="中心")),
    ),
    "infrastructure.what_it_shows_was_done_on_days_past": (
        (replace(SYSTEM, today=DAY), Asked(filed_on=LATEST)),
        (replace(SYSTEM, today=DAY), Asked(filed_on=DAY)),
    ),
    "infrastructure.tested_on_a_day_past": (
        (replace(SYSTEM, today=DAY), Asked(tested_on=LATEST)),
        (replace(SYSTEM, today=DAY), Asked(tested_on=DAY)),
    ),
    "infrastructure.endpoint_can_be_called": (
        (SYSTEM, Asked(endpoint="内网地址")),
        (SYSTEM, Asked(endpoint="https://xt.example:8443/health")),
    ),
    "infrastructure.live_system_keeps_its_audit_log": (
        (SYSTEM, Asked(audit_months=5)),
        (SYSTEM, Asked(audit_months=6)),
    ),
    "infrastructure.system_code_is_new": ((replace(SYSTEM, code_taken=True), Asked()), (SYSTEM, Asked())),
}
