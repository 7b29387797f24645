"""Cases of the rules of article 32 on checks, assessments, bulletins and the mechanism of supervision."""

from dataclasses import replace
from datetime import date

from banyan.operations.rules.assessments import AssessmentFacts, ReportFacts, RiskFacts
from banyan.operations.rules.bulletins import BulletinFacts
from banyan.operations.rules.protection import CheckFacts, RemedyFacts
from banyan.supervision.rules.mechanisms import MechanismFacts, SecurityCheckFacts
from tests.rule_cases.case import Asked, Case

DAY, SOON, LATER = date(2026, 11, 24), date(2026, 12, 24), date(2027, 11, 24)
CHECK = CheckFacts(system=1, level=3, controls=("computing",), under_way=False, unrecorded=0)
REMEDY = RemedyFacts(today=DAY, last=SOON)
ASSESSMENT = AssessmentFacts(
    commission_covers=True, assessor="某测评公司", works_for_it=False, under_way=False
)
REPORT = ReportFacts(today=DAY, gravest="high")
RISK = RiskFacts(today=DAY, last=SOON)
BULLETIN = BulletinFacts(number_taken=False, told=2, today=DAY)
MECHANISM = MechanismFacts(longest=12)
SECURITY_CHECK = SecurityCheckFacts(today=DAY, until=SOON, systems=1, foreign=(), running="")

CASES: dict[str, Case] = {
    "operations.level_has_its_controls": (
        (replace(CHECK, controls=()), Asked(system="系统")),
        (CHECK, Asked(system="系统")),
    ),
    "operations.one_check_of_a_system_is_under_way": (
        (replace(CHECK, under_way=True), Asked()),
        (CHECK, Asked()),
    ),
    "operations.every_control_is_recorded": (
        (replace(CHECK, unrecorded=1), None),
        (CHECK, None),
    ),
    "operations.lack_is_remedied_in_time": (
        (REMEDY, Asked(remedy_by=LATER)),
        (REMEDY, Asked(remedy_by=SOON)),
    ),
    "operations.assessment_rests_on_a_commission": (
        (replace(ASSESSMENT, commission_covers=False), Asked(commission="委托")),
        (ASSESSMENT, Asked(commission="委托")),
    ),
    "operations.assessor_is_a_third_party": (
        (replace(ASSESSMENT, works_for_it=True), Asked()),
        (ASSESSMENT, Asked()),
    ),
    "operations.one_assessment_of_a_system_is_under_way": (
        (replace(ASSESSMENT, under_way=True), Asked()),
        (ASSESSMENT, Asked()),
    ),
    "operations.system_was_assessed_on_a_day_past": (
        (REPORT, Asked(assessed_on=SOON)),
        (REPORT, Asked(assessed_on=DAY)),
    ),
    "operations.level_reaches_its_gravest_risk": (
        (REPORT, Asked(level="medium")),
        (REPORT, Asked(level="high")),
    ),
    "operations.risk_is_addressed_in_time": (
        (RISK, Asked(remedy_by=LATER)),
        (replace(RISK, last=None), Asked(remedy_by=LATER)),
    ),
    "operations.bulletin_has_a_number_of_its_own": (
        (replace(BULLETIN, number_taken=True), Asked(number="1号")),
        (BULLETIN, Asked(number="1号")),
    ),
    "operations.bulletin_goes_to_bodies_concerned": (
        (replace(BULLETIN, told=0), Asked()),
        (BULLETIN, Asked()),
    ),
    "operations.reply_can_be_given_in_time": (
        (BULLETIN, Asked(reply_by=date(2026, 1, 1))),
        (BULLETIN, Asked(reply_by=SOON)),
    ),
    "supervision.mechanism_ends_after_it_begins": (
        (MECHANISM, Asked(since=SOON, until=DAY)),
        (MECHANISM, Asked(since=DAY, until=SOON)),
    ),
    "supervision.mechanism_checks_often_enough": (
        (MECHANISM, Asked(every_months=13)),
        (MECHANISM, Asked(every_months=12)),
    ),
    "supervision.check_lies_within_the_mechanism": (
        (SECURITY_CHECK, Asked(planned_on=LATER)),
        (SECURITY_CHECK, Asked(planned_on=DAY)),
    ),
    "supervision.systems_of_one_body_are_checked": (
        (replace(SECURITY_CHECK, foreign=("他人的系统",)), Asked(body="单位")),
        (SECURITY_CHECK, Asked(body="单位")),
    ),
    "supervision.one_security_check_of_a_body_runs": (
        (replace(SECURITY_CHECK, running="某单位：安全检查"), Asked()),
        (SECURITY_CHECK, Asked()),
    ),
}
