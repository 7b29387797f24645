"""Cases of bodies, catalogues, holdings and sharing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from banyan.acts.actor import Held
from banyan.bodies.rules import AgreementFacts, AppointmentFacts, BodyFacts, FoundingFacts
from banyan.catalogue.rules.developments import DevelopmentFacts
from banyan.catalogue.rules.forms import DraftFacts, Evidence, FormFacts, GateRow
from banyan.catalogue.rules.resources import EditionFacts, ResourceFacts
from banyan.catalogue.rules.updates import UpdateFacts
from banyan.exchange.rules.dispatch import DispatchFacts
from banyan.exchange.rules.effects import ItemFacts
from banyan.exchange.rules.granting import ExpiryFacts, GrantFacts
from banyan.exchange.rules.handover import HandoverFacts
from banyan.exchange.rules.proving import SystemFacts
from banyan.exchange.rules.requesting import RequestFacts
from banyan.kit.sentence import say
from banyan.lake.rules.aggregation import AggregationFacts
from banyan.lake.rules.databases import DatabaseFacts
from banyan.lake.rules.loads import BeginFacts, CorrectionFacts, PublishFacts, ReplayFacts
from tests.rule_cases.case import Asked, Case

GULOU = Held(1, "administrator", 1, "鼓楼区数字办", "managing_department", "county", "350102")
CLAUSE = "信息资源属于国家所有，由同级人民政府电子政务管理部门综合管理，协议终止时全部返还。"
BODY = BodyFacts(
    "",
    code_taken=False,
    region_in_scope=True,
    region_name="鼓楼区",
    region_code="350102",
    managing_department="",
)
FOUNDING = FoundingFacts(**vars(BODY), registered="")
SUPPLIER = AgreementFacts("technical_service_unit", "示例公司")
EVIDENCE = Evidence(1, "人口基础信息", "福建省公安厅", 2, "姓名", 0.9, say("same"), own=False)
LAWFUL = GateRow(1, 1, "银行账号", "lawful", say("listed"))
FORM = FormFacts(1, (LAWFUL,), ())
RESOURCE = ResourceFacts("1", "", "", "", (), items=3, keys=1)
EDITION = EditionFacts(lines=3, unanswered=0, in_work="")
TODAY, LATER, LAST = date(2026, 11, 24), date(2027, 6, 1), date(2028, 11, 24)
REQUEST = RequestFacts(
    "人口基础信息",
    published=True,
    not_shared=False,
    ground="",
    foreign_items=(),
    own=False,
    system_is_ours=True,
    responsible_is_ours=True,
    longest_until=LAST,
    today=TODAY,
    same_request=None,
)
GRANT = GrantFacts(
    requested=frozenset({1, 2}),
    request_until=LATER,
    longest_until=LAST,
    today=TODAY,
    protection=2,
    required_protection=2,
    published=True,
    conditional=True,
)
DISPATCH = DispatchFacts(
    published=True,
    foreign_items=(),
    own=False,
    protection=3,
    required_protection=2,
    longest_until=LATER,
    today=TODAY,
)
DEVELOPMENT = DevelopmentFacts("公交线路", published=True, closed=False, condition="", today=TODAY)
SERVICE = ItemFacts(
    code_taken=False, days=10, visits=1, first_days=15, first_visits=2, share_is_in_force=True
)
HANDOVER = HandoverFacts(own=True, overlaps=False, latest=LATER, today=LATER)
DATABASE = DatabaseFacts(
    is_provincial_office=True,
    manages_a_city=True,
    county_may_build=False,
    manages_a_county=False,
    standing="",
    mode="separate",
    sources=1,
    instances=0,
    has_instance=False,
)
COUNTY = replace(DATABASE, manages_a_city=False, manages_a_county=True)
AGGREGATION = AggregationFacts(is_catalogued=True, is_open=False, load_answers=True, today=TODAY)
SYSTEM = SystemFacts("", client_id_taken=False)
ITEM = SimpleNamespace(pk=1)
BEGIN = BeginFacts("人口基础信息", is_own=True, is_catalogued=True, keys=1, running=None, secret_words=())
REPLAY = ReplayFacts("人口基础信息", is_own=True, is_present=True, corrected=2, running=None)
CORRECTION = CorrectionFacts("人口基础信息", running=None, unknown=(), faults=())
PUBLISH = PublishFacts(
    finished=True, rows_good=100, rows_bad=1, rows_digest="sha256:ab", most_bad_percent=Decimal(10)
)


def _body(**more: Any) -> BodyFacts:
    return replace(BODY, **more)


CASES: dict[str, Case] = {
    "bodies.body_has_a_valid_credit_code": (
        (_body(code_fault="错误"), Asked(code="1")),
        (BODY, Asked(code="11350000003591037R")),
    ),
    "bodies.body_lies_in_the_province": ((_body(region_in_scope=False), Asked()), (BODY, Asked())),
    "bodies.body_lies_in_the_own_region": (
        (_body(region_code="350103"), Asked(by=GULOU)),
        (BODY, Asked(by=GULOU)),
    ),
    "bodies.government_has_one_managing_department": (
        (_body(managing_department="鼓楼区数字办"), Asked(kind="managing_department")),
        (_body(managing_department="鼓楼区数字办"), Asked(kind="application_unit")),
    ),
    "bodies.nobody_is_registered_yet": (
        (replace(FOUNDING, registered="鼓楼区数字办"), Asked()),
        (FOUNDING, Asked()),
    ),
    "bodies.user_name_is_this_persons": (
        (AppointmentFacts("林立", "甲局"), Asked(name="王示例", user_name="lin.li")),
        (AppointmentFacts("林立", "甲局"), Asked(name="林立", user_name="lin.li")),
    ),
    "bodies.authorised_body_names_its_law": (
        (BODY, Asked(kind="application_unit", code="91350100M000100Y43", authorised_by="")),
        (BODY, Asked(kind="application_unit", code="91350100M000100Y43", authorised_by="某法第一条")),
    ),
    "bodies.agreement_states_ownership": (
        (SUPPLIER, Asked(ownership_clause="乙方负责运行维护。")),
        (SUPPLIER, Asked(ownership_clause=CLAUSE)),
    ),
    "bodies.supplier_is_a_technical_service_unit": (
        (AgreementFacts("application_unit", "甲局"), Asked()),
        (SUPPLIER, Asked()),
    ),
    "bodies.agreement_ends_after_it_begins": (
        (SUPPLIER, Asked(since=LATER, until=TODAY)),
        (SUPPLIER, Asked(since=TODAY, until=LATER)),
    ),
    "catalogue.no_secret_is_stored": ((DraftFacts(("机密★",)), Asked()), (DraftFacts(()), Asked())),
    "catalogue.form_asks_something": ((replace(FORM, rows=()), None), (FORM, None)),
    "catalogue.no_secret_is_collected": ((replace(FORM, secret_words=("绝密",)), None), (FORM, None)),
    "catalogue.every_field_is_catalogued": (
        (replace(FORM, rows=(replace(LAWFUL, verdict="outside"),)), None),
        (FORM, None),
    ),
    "catalogue.field_is_asked_within_its_terms": (
        (replace(FORM, rows=(replace(LAWFUL, verdict="too_often"),)), None),
        (FORM, None),
    ),
    "catalogue.nothing_obtainable_is_asked": (
        (replace(FORM, rows=(replace(LAWFUL, verdict="obtainable", evidence=EVIDENCE),)), None),
        (FORM, None),
    ),
    "catalogue.no_secret_enters": ((replace(RESOURCE, secret_words=("绝密",)), Asked()), (RESOURCE, Asked())),
    "catalogue.narrower_sharing_has_a_ground": (
        (RESOURCE, Asked(sharing="3", ground="law", ground_basis="本单位决定")),
        (RESOURCE, Asked(sharing="3", ground="business_secret", ground_basis="反不正当竞争法第九条")),
    ),
    "catalogue.condition_is_stated": (
        (RESOURCE, Asked(sharing="2", condition="")),
        (RESOURCE, Asked(sharing="2", condition="依法履职")),
    ),
    "catalogue.agreement_is_of_its_body": (
        (replace(RESOURCE, body=1), Asked(agreement=SimpleNamespace(title="乙协议", body_id=2))),
        (replace(RESOURCE, body=1), Asked(agreement=SimpleNamespace(title="甲协议", body_id=1))),
    ),
    "catalogue.sharing_is_free_of_charge": (
        (RESOURCE, Asked(condition="按次收费")),
        (RESOURCE, Asked(condition="依法履职")),
    ),
    "catalogue.code_is_new": (
        (replace(RESOURCE, code_taken=True), Asked(code="1/01/001/1")),
        (RESOURCE, Asked()),
    ),
    "catalogue.resource_is_the_only_one_of_its_name": (
        (replace(RESOURCE, same_name="人口基础信息"), Asked()),
        (RESOURCE, Asked()),
    ),
    "catalogue.resource_has_items_and_a_key": ((replace(RESOURCE, keys=0), None), (RESOURCE, None)),
    "catalogue.edition_has_entries": ((replace(EDITION, lines=0), None), (EDITION, None)),
    "catalogue.no_other_edition_is_in_work": ((replace(EDITION, in_work="№1"), Asked()), (EDITION, Asked())),
    "exchange.dispatched_resource_is_catalogued": (
        (replace(DISPATCH, published=False), Asked()),
        (DISPATCH, Asked()),
    ),
    "exchange.dispatched_items_are_of_the_resource": (
        (replace(DISPATCH, foreign_items=("企业名称",)), Asked()),
        (DISPATCH, Asked()),
    ),
    "exchange.order_supplies_another_body": ((replace(DISPATCH, own=True), Asked()), (DISPATCH, Asked())),
    "exchange.order_ends_within_its_longest_term": (
        (DISPATCH, Asked(until=LAST)),
        (DISPATCH, Asked(until=LATER)),
    ),
    "catalogue.updated_body_is_of_the_own_region": (
        (UpdateFacts(is_watched=False, standing=0), Asked()),
        (UpdateFacts(is_watched=True, standing=0), Asked()),
    ),
    "catalogue.nothing_of_an_abolished_body_stands": (
        (UpdateFacts(is_watched=True, standing=2), None),
        (UpdateFacts(is_watched=True, standing=0), None),
    ),
    "lake.basic_database_is_planned_by_the_provincial_office": (
        (replace(DATABASE, is_provincial_office=False), Asked()),
        (DATABASE, Asked()),
    ),
    "lake.kind_is_planned_once": (
        (replace(DATABASE, standing="人口基础数据库"), Asked()),
        (DATABASE, Asked()),
    ),
    "lake.key_is_that_of_its_kind": (
        (DATABASE, Asked(kind="extension")),
        (DATABASE, Asked(kind="population", row_key="citizen_number")),
    ),
    "lake.database_has_sources": ((replace(DATABASE, sources=0), None), (DATABASE, None)),
    "lake.instance_is_built_by_a_city": (
        (COUNTY, Asked()),
        (replace(COUNTY, county_may_build=True), Asked()),
    ),
    "lake.database_is_built_separately": ((replace(DATABASE, mode="one"), Asked()), (DATABASE, Asked())),
    "lake.no_city_is_left_with_an_instance": (
        (replace(DATABASE, instances=2), Asked(mode="one")),
        (replace(DATABASE, instances=2), Asked(mode="separate")),
    ),
    "lake.instance_is_declared_once": ((replace(DATABASE, has_instance=True), Asked()), (DATABASE, Asked())),
    "lake.upward_synchronisation_is_declared": (
        (DATABASE, Asked(synchronisation="接口", cycle="other")),
        (DATABASE, Asked(synchronisation="接口", cycle="daily")),
    ),
    "lake.resource_to_bring_is_catalogued": (
        (replace(AGGREGATION, is_catalogued=False), Asked()),
        (AGGREGATION, Asked()),
    ),
    "lake.resource_is_asked_for_once": (
        (replace(AGGREGATION, is_open=True), Asked()),
        (AGGREGATION, Asked()),
    ),
    "lake.day_is_still_to_come": (
        (AGGREGATION, Asked(due_on=TODAY)),
        (AGGREGATION, Asked(due_on=LATER)),
    ),
    "lake.load_is_the_present_one_of_the_resource": (
        (replace(AGGREGATION, load_answers=False), Asked(load=ITEM)),
        (AGGREGATION, Asked(load=ITEM)),
    ),
    "exchange.log_is_of_the_own_grant": ((replace(HANDOVER, own=False), Asked()), (HANDOVER, Asked())),
    "exchange.period_has_ended": (
        (HANDOVER, Asked(since=TODAY, until=LATER)),
        (HANDOVER, Asked(since=TODAY, until=TODAY)),
    ),
    "exchange.period_is_no_longer_than_allowed": (
        (HANDOVER, Asked(until=LAST)),
        (HANDOVER, Asked(until=LATER)),
    ),
    "exchange.period_is_handed_over_once": ((replace(HANDOVER, overlaps=True), Asked()), (HANDOVER, Asked())),
    "exchange.digest_is_a_sha256": (
        (HANDOVER, Asked(digest="ab" * 31 + "zz")),
        (HANDOVER, Asked(digest="ab" * 32)),
    ),
    "exchange.resource_is_catalogued": ((replace(REQUEST, published=False), Asked()), (REQUEST, Asked())),
    "exchange.resource_is_shared": ((replace(REQUEST, not_shared=True), Asked()), (REQUEST, Asked())),
    "exchange.items_belong_to_the_resource": (
        (replace(REQUEST, foreign_items=("企业名称",)), Asked()),
        (REQUEST, Asked()),
    ),
    "exchange.request_is_for_another_body": ((replace(REQUEST, own=True), Asked()), (REQUEST, Asked())),
    "exchange.system_and_officer_are_of_the_consumer": (
        (replace(REQUEST, system_is_ours=False), Asked()),
        (REQUEST, Asked()),
    ),
    "exchange.volume_is_stated": ((REQUEST, Asked(daily_volume=0)), (REQUEST, Asked(daily_volume=1))),
    "exchange.end_date_is_within_the_longest_term": (
        (REQUEST, Asked(until=date(2030, 1, 1))),
        (REQUEST, Asked(until=LAST)),
    ),
    "exchange.request_is_not_made_twice": ((replace(REQUEST, same_request=7), Asked()), (REQUEST, Asked())),
    "exchange.only_requested_items_are_granted": (
        (GRANT, Asked(items=[SimpleNamespace(pk=9)])),
        (GRANT, Asked(items=[ITEM])),
    ),
    "exchange.something_is_granted": ((GRANT, Asked(items=[])), (GRANT, Asked(items=[ITEM]))),
    "exchange.grant_ends_no_later_than_asked": ((GRANT, Asked(until=LAST)), (GRANT, Asked(until=LATER))),
    "exchange.consumer_is_protected_enough": ((replace(GRANT, protection=1), None), (GRANT, None)),
    "exchange.resource_is_still_catalogued": ((replace(GRANT, published=False), None), (GRANT, None)),
    "exchange.resource_is_unconditional": ((GRANT, None), (replace(GRANT, conditional=False), None)),
    "exchange.ground_is_lawful": (
        (GRANT, Asked(ground="law", ground_basis="系统正在升级")),
        (GRANT, Asked(ground="law", ground_basis="统计法第九条")),
    ),
    "exchange.unconditional_is_not_refused": ((replace(GRANT, conditional=False), Asked()), (GRANT, Asked())),
    "exchange.refusal_asks_for_no_money": (
        (GRANT, Asked(reason="需先付费")),
        (GRANT, Asked(reason="与申请事项无关")),
    ),
    "catalogue.developed_resource_is_opened": (
        (replace(DEVELOPMENT, closed=True), Asked()),
        (DEVELOPMENT, Asked()),
    ),
    "catalogue.conditional_opening_has_terms": (
        (replace(DEVELOPMENT, condition="注明来源"), Asked(terms=" ")),
        (replace(DEVELOPMENT, condition="注明来源"), Asked(terms="注明来源，不得转让")),
    ),
    "catalogue.development_has_a_last_day": (
        (DEVELOPMENT, Asked(until=TODAY)),
        (DEVELOPMENT, Asked(until=LATER)),
    ),
    "exchange.service_code_is_new": ((replace(SERVICE, code_taken=True), Asked()), (SERVICE, Asked())),
    "exchange.promise_keeps_the_time_of_the_law": (
        (SERVICE, Asked(promised_days=21, statutory_days=20)),
        (SERVICE, Asked(promised_days=20, statutory_days=20)),
    ),
    "exchange.saving_rests_on_a_share_in_force": (
        (replace(SERVICE, share_is_in_force=False), Asked()),
        (SERVICE, Asked()),
    ),
    "exchange.something_is_saved": (
        (SERVICE, Asked(days=9, visits=2)),
        (SERVICE, Asked(days=9, visits=1)),
    ),
    "exchange.promise_returns_no_further_than_it_began": (
        (SERVICE, Asked(days=16, visits=1)),
        (SERVICE, Asked(days=15, visits=2)),
    ),
    "exchange.client_id_is_new": (
        (replace(SYSTEM, client_id_taken=True), Asked()),
        (SYSTEM, Asked()),
    ),
    "exchange.system_proves_itself_with_a_public_key": (
        (replace(SYSTEM, key_fault="无法读取"), Asked()),
        (SYSTEM, Asked()),
    ),
    "exchange.last_day_has_passed": (
        (ExpiryFacts(LATER, TODAY), None),
        (ExpiryFacts(TODAY, LATER), None),
    ),
    "lake.resource_is_ones_own": ((replace(BEGIN, is_own=False), Asked()), (BEGIN, Asked())),
    "lake.resource_is_in_the_catalogue": ((replace(BEGIN, is_catalogued=False), Asked()), (BEGIN, Asked())),
    "lake.resource_has_a_key": ((replace(BEGIN, keys=0), Asked()), (BEGIN, Asked())),
    "lake.no_other_load_is_being_checked": ((replace(BEGIN, running=3), Asked()), (BEGIN, Asked())),
    "lake.file_is_not_secret": ((replace(BEGIN, secret_words=("机密★",)), Asked()), (BEGIN, Asked())),
    "lake.every_row_was_checked": ((replace(PUBLISH, finished=False), None), (PUBLISH, None)),
    "lake.something_in_it_is_good": ((replace(PUBLISH, rows_good=0), None), (PUBLISH, None)),
    "lake.few_of_its_rows_are_bad": ((replace(PUBLISH, rows_bad=900), None), (PUBLISH, None)),
    "lake.rows_are_those_that_were_checked": (
        (PUBLISH, Asked(rows_digest="sha256:00")),
        (PUBLISH, Asked(rows_digest="sha256:ab")),
    ),
    "lake.correction_keeps_the_rules": (
        (replace(CORRECTION, unknown=("年龄",)), Asked()),
        (CORRECTION, Asked()),
    ),
    "lake.load_is_the_present_version": ((replace(REPLAY, is_present=False), Asked()), (REPLAY, Asked())),
    "lake.something_was_corrected": ((replace(REPLAY, corrected=0), Asked()), (REPLAY, Asked())),
}
