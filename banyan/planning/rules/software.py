"""Rules of articles 11, 18 and 24 on standards, software entries and key points."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Fix, Met, Objection, met, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class EntryFacts:
    """What the rules may know of a software entry."""

    functions: int
    undecided: tuple[str, ...]
    decided: int
    to_reuse: str
    key_points_open: bool
    year: int
    pk: int | None = None


@dataclass(frozen=True)
class KeyPointsFacts:
    """What the rules may know of a year's key points."""

    entries: int
    unanswered: tuple[str, ...]


@dataclass(frozen=True)
class StandardFacts:
    """What the rules may know of a standard."""

    overlapping: tuple[str, ...]
    number_taken: bool


@rule("18.2-a")
def lower_units_were_consulted(facts: EntryFacts, asked: Any) -> Objection | None:
    if asked.consultation and asked.users:
        return None
    return refuse(
        say("Nothing says which lower units will use it and what they need."),
        instead=say("Name the users down to the lower units, and record what they said."),
    )


@rule("18.2-b")
def software_serves_its_whole_line(facts: EntryFacts, asked: Any) -> Objection | None:
    if asked.sector_wide or asked.narrower_because:
        return None
    return refuse(
        say("The software does not serve its whole line, and nothing says why."),
        instead=say("Plan it as one platform for all bodies of the line, or say why it cannot be one."),
    )


@rule("18.2-c")
def functions_are_listed(facts: EntryFacts, asked: Any) -> Objection | None:
    if facts.functions:
        return None
    return refuse(say("No function is listed."), instead=say("List the functions, one a line."))


@rule("6.1-b")
def reuse_was_searched(facts: EntryFacts, asked: Any) -> Objection | None:
    if asked.reuse_search:
        return None
    return refuse(
        say("Nothing says what was searched before asking for new software."),
        instead=say(
            "Search the register and the service catalogue, and say what was found and why it does not do."
        ),
    )


@rule("24.1-b")
def similar_software_is_decided(facts: EntryFacts) -> Objection | Met | None:
    """A person has decided about every software similar in function."""
    if not facts.undecided:
        return met(say("Decisions on record: {n}.", n=facts.decided))
    return refuse(
        say("Similar in function, and nobody has decided: {others}.", others="、".join(facts.undecided)),
        instead=say("Look at the functions side by side and record a decision for each."),
        fix=Fix("planning.decide_similarity", facts.pk),
    )


@rule("24.1-a")
def software_to_reuse_is_reused(facts: EntryFacts) -> Objection | None:
    """No decision says that other software is to be used instead."""
    if not facts.to_reuse:
        return None
    return refuse(
        say("It was decided that {other} is used instead.", other=facts.to_reuse),
        instead=say("Merge the entry, or leave it out and use the other software."),
    )


@rule("18.1-b")
def key_points_of_the_year_are_open(facts: EntryFacts) -> Objection | None:
    """The key points of the year are being compiled."""
    if facts.key_points_open:
        return None
    return refuse(
        say("The key points of {year} are not being compiled.", year=facts.year),
        instead=say("Begin the key points of that year first."),
        fix=Fix("planning.begin_key_points"),
    )


@rule("18.1-b")
def every_entry_is_answered(facts: KeyPointsFacts) -> Objection | None:
    if not facts.unanswered:
        return None
    return refuse(
        say("Entries of the year without an answer: {entries}.", entries="、".join(facts.unanswered[:5])),
        instead=say("Include, merge, take over or leave out each entry first."),
    )


@rule("18.1-b")
def key_points_hold_entries(facts: KeyPointsFacts) -> Objection | None:
    if facts.entries:
        return None
    return refuse(say("The key points hold no entry."), instead=say("Include the entries of the year first."))


@rule("11.1-b")
def local_standard_has_none_above(facts: StandardFacts, asked: Any) -> Objection | None:
    if asked.rank != "local" or not facts.overlapping or asked.overlap:
        return None
    return refuse(
        say(
            "A national or industry standard may cover it already: {others}.",
            others="、".join(facts.overlapping),
        ),
        instead=say("Use that standard, or record why none of them covers it."),
    )


@rule("11.1-c")
def quality_department_was_heard(facts: StandardFacts, asked: Any) -> Objection | None:
    if asked.rank != "local" or asked.consulted:
        return None
    return refuse(
        say("A local standard is made together with the quality department."),
        instead=say("Record the opinion of the quality department."),
    )


@rule("11.1-a")
def standard_number_is_new(facts: StandardFacts, asked: Any) -> Objection | None:
    if not facts.number_taken:
        return None
    return refuse(
        say("A standard of this number is registered."), instead=say("Find it in the register of standards.")
    )
