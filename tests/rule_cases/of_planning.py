"""Cases of plans, standards, software, projects and funds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from banyan.planning.rules.funds import LineFacts, PaymentFacts
from banyan.planning.rules.methods import MethodFacts
from banyan.planning.rules.milestones import MilestoneFacts
from banyan.planning.rules.plans import ApprovalFacts, DraftFacts, PlanFacts
from banyan.planning.rules.projects import ProjectFacts
from banyan.planning.rules.proposals import ProposalFacts
from banyan.planning.rules.software import EntryFacts, KeyPointsFacts, StandardFacts
from tests.rule_cases.case import Asked, Case

DRAFT = DraftFacts(
    "managing_department", "city", "", above_in_force=True, uncited=(), repeated=(), unreadable=(), items=3
)
APPROVAL = ApprovalFacts(date(2026, 11, 24))
PLAN = PlanFacts(
    "city_plan", "draft", 3, consulted=True, approved="榕政〔2026〕1号", filed="闽数备〔2026〕1号"
)
ENTRY = EntryFacts(3, (), 1, "", key_points_open=True, year=2027, pk=1)
POINTS = KeyPointsFacts(2, ())
STANDARD = StandardFacts((), number_taken=False)
METHOD = MethodFacts("福建省市场监督管理局", "province", "application_unit", "")
PROPOSAL = ProposalFacts("application_unit", "county", number_taken=False, allowed_modes=())
PROJECT = ProjectFacts(
    pk=1,
    kind="software",
    mode="self_built",
    body_kind="application_unit",
    level="province",
    allowed_modes=(),
    plan_item="1.1 统一平台",
    plan_in_force=True,
    scheme_filed=True,
    needs_scheme=True,
    needs_key_points=True,
    in_key_points="2027：示例软件",
    framework_conformity="符合总体框架第三条",
    similar=(),
    standards=1,
    replaced_standards=(),
    sharing_plan="共享两项",
    resources=1,
    unpublished_resources=(),
    unshared_resources=(),
    protection=3,
    ownership_clause=True,
    is_own_work=False,
    holds=(),
    systems=1,
    idle_systems=(),
    tests="测试合格",
    archives="档案移交单",
    open_milestones=0,
    arranged=True,
)
LINE = LineFacts(
    project_state="approved",
    is_own=True,
    same_line=False,
    amount=Decimal(10),
    planned=Decimal(0),
    budget=Decimal(100),
    score=Decimal(90),
    kind="construction",
    holds=(),
)
PAYMENT = PaymentFacts(
    "arranged",
    "building",
    Decimal(10),
    Decimal(0),
    Decimal(100),
    (),
    "1. 初验",
    milestone_reached=True,
    same_project=True,
    paid_on_milestone=Decimal(30),
    share=Decimal(40),
)
HELD = ("暂缓拨付",)


def _facts(**refused: object) -> Case:
    """A precondition of a project that these facts break."""
    return (replace(PROJECT, **refused), None), (PROJECT, None)  # type: ignore[arg-type]  # each fact of its own type


CASES: dict[str, Case] = {
    "planning.plan_is_made_at_its_level": (
        (replace(DRAFT, level="county"), Asked(kind="city_plan")),
        (DRAFT, Asked(kind="city_plan")),
    ),
    "planning.no_other_draft_is_in_work": ((replace(DRAFT, in_work="规划№1"), Asked()), (DRAFT, Asked())),
    "planning.items_are_numbered_once": ((replace(DRAFT, repeated=("1",)), Asked()), (DRAFT, Asked())),
    "planning.items_cite_the_plan_above": ((replace(DRAFT, uncited=("2",)), Asked()), (DRAFT, Asked())),
    "planning.departments_were_consulted": (
        (PLAN, Asked(consulted="")),
        (PLAN, Asked(consulted="财政局：同意")),
    ),
    "planning.plan_is_one_that_government_approves": ((replace(PLAN, kind="scheme"), None), (PLAN, None)),
    "planning.plan_is_one_that_is_filed": ((replace(PLAN, kind="framework"), None), (PLAN, None)),
    "planning.city_plan_is_approved_before_filing": ((replace(PLAN, approved=""), None), (PLAN, None)),
    "planning.plan_is_filed_before_it_is_issued": ((replace(PLAN, filed=""), None), (PLAN, None)),
    "planning.plan_is_approved_before_it_is_published": ((replace(PLAN, approved=""), None), (PLAN, None)),
    "planning.lower_units_were_consulted": (
        (ENTRY, Asked()),
        (ENTRY, Asked(consultation="已征求", users="县局")),
    ),
    "planning.software_serves_its_whole_line": (
        (ENTRY, Asked(sector_wide=False)),
        (ENTRY, Asked(narrower_because="只用于省本级档案库")),
    ),
    "planning.functions_are_listed": ((replace(ENTRY, functions=0), Asked()), (ENTRY, Asked())),
    "planning.reuse_was_searched": ((ENTRY, Asked()), (ENTRY, Asked(reuse_search="未见相似"))),
    "planning.similar_software_is_decided": ((replace(ENTRY, undecided=("甲系统",)), None), (ENTRY, None)),
    "planning.software_to_reuse_is_reused": ((replace(ENTRY, to_reuse="甲系统"), None), (ENTRY, None)),
    "planning.key_points_of_the_year_are_open": (
        (replace(ENTRY, key_points_open=False), None),
        (ENTRY, None),
    ),
    "planning.every_entry_is_answered": ((replace(POINTS, unanswered=("甲",)), None), (POINTS, None)),
    "planning.key_points_hold_entries": ((replace(POINTS, entries=0), None), (POINTS, None)),
    "planning.local_standard_has_none_above": (
        (replace(STANDARD, overlapping=("GB/T 1",)), Asked(rank="local")),
        (STANDARD, Asked(rank="local")),
    ),
    "planning.quality_department_was_heard": (
        (STANDARD, Asked(rank="local")),
        (STANDARD, Asked(rank="local", consulted="同意")),
    ),
    "planning.method_is_made_with_a_department_of_the_province": (
        (replace(METHOD, partner_level="city"), Asked()),
        (METHOD, Asked()),
    ),
    "planning.no_other_method_is_in_work": (
        (replace(METHOD, in_work="管理办法"), Asked()),
        (METHOD, Asked()),
    ),
    "planning.standard_number_is_new": ((replace(STANDARD, number_taken=True), Asked()), (STANDARD, Asked())),
    "planning.county_builds_no_centre_or_platform": (
        (PROPOSAL, Asked(kind="data_centre")),
        (PROPOSAL, Asked(kind="software")),
    ),
    "planning.unit_builds_no_data_centre": (
        (PROPOSAL, Asked(kind="data_centre")),
        (PROPOSAL, Asked(kind="software")),
    ),
    "planning.unit_builds_no_platform_of_things": (
        (PROPOSAL, Asked(kind="iot_platform")),
        (PROPOSAL, Asked(kind="software")),
    ),
    "planning.unit_builds_no_basic_database": (
        (replace(PROPOSAL, body_kind="managing_department"), Asked(kind="basic_database")),
        (
            replace(PROPOSAL, body_kind="managing_department", level="city"),
            Asked(kind="basic_database"),
        ),
    ),
    "planning.nobody_builds_a_private_network": (
        (PROPOSAL, Asked(kind="private_network")),
        (PROPOSAL, Asked(kind="software")),
    ),
    "planning.office_alone_builds_the_sharing_platform": (
        (PROPOSAL, Asked(kind="sharing_platform")),
        (
            replace(PROPOSAL, body_kind="managing_department", level="province"),
            Asked(kind="sharing_platform"),
        ),
    ),
    "planning.approved_on_a_day_past": (
        (APPROVAL, Asked(approved_on=date(2026, 11, 25))),
        (APPROVAL, Asked(approved_on=date(2026, 11, 24))),
    ),
    "planning.unit_builds_no_exchange": ((PROPOSAL, Asked(kind="exchange_platform")), (PROPOSAL, Asked())),
    "planning.unit_builds_no_grid_platform": ((PROPOSAL, Asked(kind="grid_platform")), (PROPOSAL, Asked())),
    "planning.unit_deploys_no_community_terminals": (
        (PROPOSAL, Asked(kind="community_terminal")),
        (PROPOSAL, Asked()),
    ),
    "planning.unit_builds_no_channel": ((PROPOSAL, Asked(kind="channel")), (PROPOSAL, Asked())),
    "planning.mode_is_lawful_for_the_kind": (
        (replace(PROPOSAL, allowed_modes=("self_built",)), Asked(mode="purchased")),
        (replace(PROPOSAL, allowed_modes=("self_built",)), Asked(mode="self_built")),
    ),
    "planning.project_number_is_new": ((replace(PROPOSAL, number_taken=True), Asked()), (PROPOSAL, Asked())),
    "planning.project_carries_out_a_plan_item": _facts(plan_in_force=False),
    "planning.scheme_is_filed": _facts(scheme_filed=False),
    "planning.project_conforms_with_the_framework": _facts(framework_conformity=""),
    "planning.project_is_of_a_lawful_kind": _facts(kind="data_centre"),
    "planning.software_is_in_the_key_points": _facts(in_key_points=""),
    "planning.no_similar_software_stands": _facts(similar=("甲系统",)),
    "planning.standards_are_listed": _facts(replaced_standards=("GB/T 1",)),
    "planning.sharing_is_planned": _facts(sharing_plan=""),
    "planning.protection_level_is_fixed": _facts(protection=0),
    "planning.contract_states_ownership": _facts(ownership_clause=False),
    "planning.building_is_not_suspended": _facts(holds=HELD),
    "planning.money_is_arranged": _facts(arranged=False),
    "planning.milestones_share_the_whole": (
        (replace(PROJECT, shares=90), Asked()),
        (replace(PROJECT, shares=100), Asked()),
    ),
    "planning.its_catalogue_is_registered": _facts(unpublished_resources=("甲",)),
    "planning.its_data_is_shared": _facts(unshared_resources=("甲",)),
    "planning.its_systems_are_in_operation": _facts(idle_systems=("甲",)),
    "planning.tests_and_archives_are_there": _facts(archives=""),
    "planning.acceptance_is_not_held": _facts(holds=HELD),
    "planning.project_is_approved": ((replace(LINE, project_state="designed"), Asked()), (LINE, Asked())),
    "planning.line_is_of_the_own_project": ((replace(LINE, is_own=False), Asked()), (LINE, Asked())),
    "planning.lines_stay_within_the_budget": (
        (LINE, Asked(amount=Decimal(101))),
        (LINE, Asked(amount=Decimal(100))),
    ),
    "planning.score_is_weighed": ((LINE, Asked()), (LINE, Asked(score=Decimal(90), weighed="已考虑"))),
    "planning.opinion_is_on_record": ((replace(LINE, score=None), None), (LINE, None)),
    "planning.project_of_the_line_is_approved": (
        (replace(LINE, project_state="suspended"), None),
        (LINE, None),
    ),
    "planning.money_of_the_line_is_not_held": ((replace(LINE, holds=HELD), None), (LINE, None)),
    "planning.payment_is_not_held": ((replace(PAYMENT, holds=HELD), None), (PAYMENT, None)),
    "planning.payment_is_within_an_arranged_line": (
        (replace(PAYMENT, paid=Decimal(95)), None),
        (PAYMENT, None),
    ),
    "planning.project_runs": ((replace(PAYMENT, project_state="suspended"), None), (PAYMENT, None)),
    "planning.project_is_being_built": (
        (MilestoneFacts("suspended"), None),
        (MilestoneFacts("building"), None),
    ),
    "planning.milestone_is_reached": ((replace(PAYMENT, milestone_reached=False), None), (PAYMENT, None)),
    "planning.milestone_is_paid_within_its_share": (
        (replace(PAYMENT, amount=Decimal("10.01")), None),
        (PAYMENT, None),
    ),
    "planning.milestone_is_of_the_project": (
        (replace(PAYMENT, same_project=False), Asked()),
        (replace(PAYMENT, milestone="", same_project=False), Asked()),
    ),
    "planning.amount_is_above_zero": (
        (PAYMENT, Asked(amount=Decimal(0))),
        (PAYMENT, Asked(amount=Decimal(1))),
    ),
}
