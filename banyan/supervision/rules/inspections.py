"""Rules of articles 34 and 35 on inspections."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say

FEWEST = 1


@dataclass(frozen=True)
class PlanFacts:
    """What the rules may know of an inspection plan."""

    number_taken: bool
    listed: int
    digest: str
    anchored: bool


@dataclass(frozen=True)
class CauseFacts:
    """What the rules may know when a body is to be inspected for cause."""

    in_region: bool
    running: str


@dataclass(frozen=True)
class InspectionFacts:
    """What the rules may know of an inspection."""

    lines: int
    unseen: int
    missing: tuple[str, ...]
    unjudged: tuple[str, ...]


@dataclass(frozen=True)
class LineFacts:
    """What the rules may know when a line of a checklist gets its result."""

    running: bool
    same: tuple[str, ...]
    foreign: bool


@rule("34.1-a")
def number_of_the_plan_is_new(facts: PlanFacts, asked: Any) -> Objection | None:
    if not facts.number_taken:
        return None
    return refuse(
        say("There is a plan {number} already.", number=asked.number), instead=say("Give it the next number.")
    )


@rule("34.1-a")
def plan_ends_after_it_begins(facts: PlanFacts, asked: Any) -> Objection | None:
    if asked.since is None or asked.until is None or asked.since <= asked.until:
        return None
    return refuse(say("The period ends before it begins."), instead=say("Type a last day after the first."))


@rule("34.1-a")
def somebody_is_to_be_inspected(facts: PlanFacts, asked: Any) -> Objection | None:
    wanted = (asked.at_random or 0) + (asked.by_risk or 0)
    if FEWEST <= wanted <= facts.listed and min(asked.at_random or 0, asked.by_risk or 0) >= 0:
        return None
    return refuse(
        say("{n} bodies cannot be drawn from {listed}.", n=wanted, listed=facts.listed),
        instead=say("Draw at least one and at most as many as there are."),
    )


@rule("5.2-b")
def inspected_body_is_of_the_own_region(facts: CauseFacts, asked: Any) -> Objection | None:
    if facts.in_region:
        return None
    return refuse(
        say("The body is not one that this managing department inspects."),
        instead=say("Tell the managing department of its region, or the provincial office."),
    )


@rule("34.1-a")
def one_inspection_of_a_body_runs(facts: CauseFacts, asked: Any) -> Objection | None:
    if not facts.running:
        return None
    return refuse(
        say("It is being inspected already: {inspection}.", inspection=facts.running),
        instead=say("Look at the matter there."),
    )


@rule("34.1-a")
def list_is_the_one_shown(facts: PlanFacts, asked: Any) -> Objection | None:
    if asked.digest == facts.digest:
        return None
    return refuse(
        say("The list to draw from has another digest: {digest}.", digest=facts.digest),
        instead=say(
            "Look at the list as it is now, and fix it with its digest; the form fills it in, and the API offers it"
            " under “offered” with the act on the plan."
        ),
    )


@rule("34.1-a")
def ledger_has_moved_on(facts: PlanFacts) -> Objection | None:
    """The draw waits for a checkpoint of the ledger that nobody could know when the list was fixed."""
    if facts.anchored:
        return None
    return refuse(
        say("The ledger has no checkpoint yet that covers the fixing of the list."),
        instead=say("Wait for the next checkpoint; it comes within minutes."),
    )


@rule("35.2-b")
def something_is_asked_for(facts: InspectionFacts, asked: Any) -> Objection | None:
    if asked.items and all(len(line.strip()) <= 200 for line in asked.items.splitlines()):
        return None
    return refuse(
        say("No material is named."), instead=say("Name each piece in a line of its own, in 200 characters.")
    )


@rule("35.2-b")
def something_is_delivered(facts: Any, asked: Any) -> Objection | None:
    if asked.note or asked.file:
        return None
    return refuse(
        say("Nothing is delivered."), instead=say("Attach the file, or say where the material can be seen.")
    )


@rule("34.1-a")
def every_line_was_looked_at(facts: InspectionFacts) -> Objection | None:
    if not facts.unseen and facts.lines:
        return None
    return refuse(
        say("Lines of the checklist without a result: {n}.", n=facts.unseen),
        instead=say("Look at each line: kept, or not kept with the facts."),
    )


@rule("35.2-b")
def material_is_complete(facts: InspectionFacts) -> Objection | None:
    """Material that was asked for is there and checked, unless its absence is an open finding."""
    lacking = (*facts.missing, *facts.unjudged)
    if not lacking:
        return None
    return refuse(
        say("Not there or not checked: {items}.", items="、".join(lacking)),
        instead=say("Wait for the material, check it, or send it back as incomplete."),
    )


@rule("34.1-a")
def inspection_is_running(facts: LineFacts) -> Objection | None:
    if facts.running:
        return None
    return refuse(
        say("The inspection is not running."), instead=say("Begin it first; a concluded one stays as it is.")
    )


@rule("34.1-a")
def same_lapse_is_not_found_twice(facts: LineFacts, asked: Any) -> Objection | None:
    if asked.same_as is not None or len(facts.same) <= 1:
        return None
    return refuse(
        say("Open already under this norm: {findings}.", findings="、".join(facts.same[:5])),
        instead=say("Choose the finding that says the same; the facts become its evidence."),
    )


@rule("34.1-a")
def chosen_finding_is_of_this_body(facts: LineFacts, asked: Any) -> Objection | None:
    if not facts.foreign:
        return None
    return refuse(
        say("The chosen finding is closed, or of another body or norm."),
        instead=say("Choose an open finding of this body under this norm."),
    )
