"""Rules of article 32.3 on risk assessments by third parties."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say

LEVELS = ("low", "medium", "high")
"""The levels of a risk, the least first."""


@dataclass(frozen=True)
class AssessmentFacts:
    """What the rules may know when a third party is commissioned with assessing a system."""

    commission_covers: bool
    assessor: str
    works_for_it: bool
    under_way: bool


@dataclass(frozen=True)
class ReportFacts:
    """What the rules may know when an assessment is reported."""

    today: date
    gravest: str


@dataclass(frozen=True)
class RiskFacts:
    """What the rules may know of a risk: today, and the last day for its level; None where the law sets none."""

    today: date
    last: date | None


@rule("32.3-b")
def assessment_rests_on_a_commission(facts: AssessmentFacts, asked: Any) -> Objection | None:
    if asked.commission is None or facts.commission_covers:
        return None
    return refuse(
        say("The commission is not one for risk assessment that runs today."),
        instead=say("Commission a unit that is qualified for risk assessment."),
        fix=Fix("operations.commission_unit", None, {"work": "assess"}),
    )


@rule("32.3-b")
def assessor_is_a_third_party(facts: AssessmentFacts, asked: Any) -> Objection | None:
    if not facts.works_for_it:
        return None
    return refuse(
        say("{unit} builds, runs or protects this system.", unit=facts.assessor),
        instead=say("Commission somebody who does no work for this system."),
    )


@rule("32.3-b")
def one_assessment_of_a_system_is_under_way(facts: AssessmentFacts, asked: Any) -> Objection | None:
    if not facts.under_way:
        return None
    return refuse(
        say("An assessment of this system is under way."), instead=say("Wait for its report, or cancel it.")
    )


@rule("32.3-b")
def system_was_assessed_on_a_day_past(facts: ReportFacts, asked: Any) -> Objection | None:
    if asked.assessed_on is None or asked.assessed_on <= facts.today:
        return None
    return refuse(
        say("This day is still to come."),
        instead=say("Report the assessment on the day it was done, or later."),
    )


@rule("32.3-b")
def level_reaches_its_gravest_risk(facts: ReportFacts, asked: Any) -> Objection | None:
    if not facts.gravest or not asked.level or LEVELS.index(asked.level) >= LEVELS.index(facts.gravest):
        return None
    return refuse(
        say("A risk of a graver level is recorded under this assessment."),
        instead=say("Give the assessment at least the level of its gravest risk."),
    )


@rule("32.3-b")
def risk_is_addressed_in_time(facts: RiskFacts, asked: Any) -> Objection | None:
    day = asked.remedy_by
    if day is None or (day >= facts.today and (facts.last is None or day <= facts.last)):
        return None
    if facts.last is None:
        return refuse(say("The day lies in the past."), instead=say("Type today or a later day."))
    return refuse(
        say("The day lies in the past, or after {day}.", day=str(facts.last)),
        instead=say("Type a day until then; left empty, it is that day."),
    )
