"""Cases of supervision."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from banyan.supervision.rules.commendations import CommendationFacts
from banyan.supervision.rules.consequences import ConsequenceFacts, HoldFacts
from banyan.supervision.rules.contests import ContestFacts
from banyan.supervision.rules.coordination import CoordinationFacts
from banyan.supervision.rules.inspections import CauseFacts, InspectionFacts, LineFacts, PlanFacts
from banyan.supervision.rules.orders import OrderFacts
from banyan.supervision.rules.referrals import OutcomeFacts, ReferralFacts
from banyan.supervision.rules.scores import ScoreFacts
from tests.rule_cases.case import Asked, Case

CONSEQUENCE = ConsequenceFacts(1, (), same_hold=False, orders_unmet=1)
ORDER = OrderFacts(1, (), (), is_overdue=True, in_region=True)


CONTEST = ContestFacts(waiting=False, upheld=0)
PLAN = PlanFacts(number_taken=False, listed=3, digest="sha256:1", anchored=True)
INSPECTION = InspectionFacts(lines=2, unseen=0, missing=(), unjudged=())
LINE = LineFacts(running=True, same=(), foreign=False)
REFERRAL = ReferralFacts(("38.1(3)-a",), "目录外采集", drawn_up=False)
COMMENDED = CommendationFacts(
    in_region=True,
    open_findings=0,
    orders_unmet=0,
    points=98,
    rank=1,
    peers=10,
    last_rank=2,
    period_is_over=True,
)
DISPUTE = CoordinationFacts(is_own=False, has_office=True, running="", stated=True, overdue=False)
WATCHED = SimpleNamespace(monitor="infrastructure.centre_is_not_integrated")


SCORE = ScoreFacts(managed=True, year_over=2025, settled="")
CASES: dict[str, Case] = {
    "supervision.scored_body_is_managed_here": (
        (replace(SCORE, managed=False), Asked(year=2025)),
        (SCORE, Asked(year=2025)),
    ),
    "supervision.scored_year_is_the_one_just_over": ((SCORE, Asked(year=2026)), (SCORE, Asked(year=2025))),
    "supervision.year_is_scored_once": (
        (replace(SCORE, settled="福建省民政厅 2025"), Asked(year=2025)),
        (SCORE, Asked(year=2025)),
    ),
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
    "supervision.plan_ends_after_it_begins": (
        (PLAN, Asked(since=date(2026, 12, 31), until=date(2026, 12, 1))),
        (PLAN, Asked(since=date(2026, 12, 1), until=date(2026, 12, 1))),
    ),
    "supervision.number_of_the_plan_is_new": (
        (replace(PLAN, number_taken=True), Asked(number="1号")),
        (PLAN, Asked(number="1号")),
    ),
    "supervision.somebody_is_to_be_inspected": (
        (PLAN, Asked(at_random=4, by_risk=0)),
        (PLAN, Asked(at_random=1, by_risk=1)),
    ),
    "supervision.inspected_body_is_of_the_own_region": (
        (CauseFacts(in_region=False, running=""), Asked()),
        (CauseFacts(in_region=True, running=""), Asked()),
    ),
    "supervision.one_inspection_of_a_body_runs": (
        (CauseFacts(in_region=True, running="甲"), Asked()),
        (CauseFacts(in_region=True, running=""), Asked()),
    ),
    "supervision.list_is_the_one_shown": ((PLAN, Asked(digest="sha256:2")), (PLAN, Asked(digest="sha256:1"))),
    "supervision.ledger_has_moved_on": ((replace(PLAN, anchored=False), None), (PLAN, None)),
    "supervision.something_is_asked_for": ((INSPECTION, Asked()), (INSPECTION, Asked(items="系统清单"))),
    "supervision.something_is_delivered": ((None, Asked()), (None, Asked(note="见附件"))),
    "supervision.every_line_was_looked_at": ((replace(INSPECTION, unseen=1), None), (INSPECTION, None)),
    "supervision.material_is_complete": (
        (replace(INSPECTION, missing=("系统清单",)), None),
        (INSPECTION, None),
    ),
    "supervision.inspection_is_running": ((replace(LINE, running=False), None), (LINE, None)),
    "supervision.same_lapse_is_not_found_twice": (
        (replace(LINE, same=("甲", "乙")), Asked()),
        (replace(LINE, same=("甲",)), Asked()),
    ),
    "supervision.chosen_finding_is_of_this_body": ((replace(LINE, foreign=True), Asked()), (LINE, Asked())),
    "supervision.commended_body_is_within_the_own_region": (
        (replace(COMMENDED, in_region=False), Asked()),
        (COMMENDED, Asked()),
    ),
    "supervision.commended_period_is_over": (
        (replace(COMMENDED, period_is_over=False), Asked()),
        (COMMENDED, Asked()),
    ),
    "supervision.figures_propose_the_body": ((replace(COMMENDED, rank=3), Asked()), (COMMENDED, Asked())),
    "supervision.commended_body_has_no_open_finding": (
        (replace(COMMENDED, open_findings=1), Asked()),
        (COMMENDED, Asked()),
    ),
    "supervision.commended_body_has_met_its_orders": (
        (replace(COMMENDED, orders_unmet=1), Asked()),
        (COMMENDED, Asked()),
    ),
    "supervision.dispute_is_between_two_bodies": (
        (replace(DISPUTE, is_own=True), Asked()),
        (DISPUTE, Asked()),
    ),
    "supervision.dispute_is_brought_once": ((replace(DISPUTE, running="甲"), Asked()), (DISPUTE, Asked())),
    "supervision.both_sides_were_heard": ((replace(DISPUTE, stated=False), None), (DISPUTE, None)),
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
    "supervision.gravity_was_judged_by_a_person": (
        (REFERRAL, Asked()),
        (REFERRAL, Asked(judged="涉及资金十万元")),
    ),
    "supervision.some_finding_is_a_case_of_the_article": (
        (replace(REFERRAL, cases=()), None),
        (REFERRAL, None),
    ),
    "supervision.case_follows_from_the_findings": (
        (REFERRAL, Asked(item="38.1(1)-a")),
        (REFERRAL, Asked(item="38.1(3)-a")),
    ),
    "supervision.order_is_referred_once": ((replace(REFERRAL, drawn_up=True), None), (REFERRAL, None)),
    "supervision.sanction_has_its_first_day": (
        (OutcomeFacts(("warning",)), Asked(sanction="warning")),
        (OutcomeFacts(("warning",)), Asked(sanction="none")),
    ),
}
