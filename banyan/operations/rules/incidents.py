"""Rules of articles 32.3 and 33 on incidents and maintenance."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say

GRADES = ("general", "large", "serious", "especially_serious")


@dataclass(frozen=True)
class IncidentFacts:
    """What the rules may know of an incident: whose it is, and from which figures on a grade begins."""

    concerned: bool
    severity: str
    least: str


@dataclass(frozen=True)
class WindowFacts:
    """What the rules may know of a maintenance window."""

    concerned: bool
    now: datetime
    begins_at: datetime | None
    notice_hours: int


@rule("33.2-a")
def incident_is_of_a_system_in_charge(facts: IncidentFacts, asked: Any) -> Objection | None:
    if not asked.system or facts.concerned:
        return None
    return refuse(
        say("Neither does this system belong to your body, nor does your unit run it."),
        instead=say("Tell its body or the unit that runs it; they report the incident."),
    )


@rule("32.3-c")
def severity_reaches_what_the_figures_demand(facts: IncidentFacts, asked: Any) -> Objection | None:
    given = str(asked.severity or facts.severity)
    if given not in GRADES or not facts.least or GRADES.index(given) >= GRADES.index(facts.least):
        return None
    return refuse(
        say(
            "By these figures the incident is at least of the grade: {grade}.", grade=say(_WORDS[facts.least])
        ),
        instead=say("Choose that grade, or correct the figures."),
    )


_WORDS = {
    "large": "large",
    "serious": "serious",
    "especially_serious": "especially serious",
}


@rule("32.3-c")
def larger_incident_is_reported_to_the_authority(facts: IncidentFacts, asked: Any) -> Objection | None:
    if facts.severity in {"", "general"} or asked.authority_number:
        return None
    return refuse(
        say("From the grade “large” on an incident is reported to the cyberspace administration."),
        instead=say("Report it there, then type the number of the report."),
    )


@rule("33.2-a")
def maintenance_is_of_a_system_in_charge(facts: WindowFacts, asked: Any) -> Objection | None:
    if not asked.system or facts.concerned:
        return None
    return refuse(
        say("Neither does this system belong to your body, nor does your unit run it."),
        instead=say("Let its body or the unit that runs it announce the maintenance."),
    )


@rule("33.2-b")
def window_has_a_beginning_and_an_end(facts: WindowFacts, asked: Any) -> Objection | None:
    hour_is_one = asked.hour is None or 0 <= asked.hour <= 23
    if hour_is_one and (asked.hours is None or 1 <= asked.hours <= 72):
        return None
    return refuse(
        say("A window begins at an hour from 0 to 23 and lasts from 1 to 72 hours."),
        instead=say("Type both as whole numbers; announce longer work as several windows."),
    )


@rule("33.2-b")
def window_is_announced_in_time(facts: WindowFacts, asked: Any) -> Objection | None:
    if facts.begins_at is None:
        return None
    ahead = (facts.begins_at - facts.now).total_seconds() / 3600
    if ahead >= facts.notice_hours or (asked.urgent_because and ahead >= -1):
        return None
    return refuse(
        say("Maintenance is announced at least {hours} hours before it begins.", hours=facts.notice_hours),
        instead=say(
            "Choose a later time; if it cannot wait, say why it is urgent: it then counts as an outage."
        ),
    )


@rule("33.2-b")
def window_has_not_begun(facts: WindowFacts) -> Objection | None:
    """The window has not begun."""
    if facts.begins_at is None or facts.now < facts.begins_at:
        return None
    return refuse(say("The window has begun."), instead=say("Close it with what was done."))


@rule("33.2-b")
def window_has_begun(facts: WindowFacts) -> Objection | None:
    """The window has begun."""
    if facts.begins_at is None or facts.now >= facts.begins_at:
        return None
    return refuse(say("The window has not begun."), instead=say("Withdraw it if the work is not done."))
