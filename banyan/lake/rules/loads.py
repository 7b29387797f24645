"""Rules of articles 6, 17, 22 and 25 on loads: one source, whole versions, no secret, few bad rows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.catalogue.secrecy import marked_secret
from banyan.kit.sentence import Sentence, say

MOST_BAD_PERCENT = Decimal(10)
"""Where more than one row in ten is wrong, the export is wrong and not its rows; a law pack may say otherwise."""


@dataclass(frozen=True)
class BeginFacts:
    """What the rules may know of a load about to begin."""

    resource: str
    is_own: bool
    is_catalogued: bool
    keys: int
    running: int | None
    secret_words: tuple[str, ...]


@dataclass(frozen=True)
class ReplayFacts:
    """What the rules may know of a replay."""

    resource: str
    is_own: bool
    is_present: bool
    corrected: int
    running: int | None


@dataclass(frozen=True)
class CorrectionFacts:
    """What the rules may know of a correction; ``faults`` are those of the corrected row, by item."""

    resource: str
    running: int | None
    unknown: tuple[str, ...]
    faults: tuple[tuple[str, Sentence], ...]


@rule("17.2-b")
def resource_is_ones_own(facts: BeginFacts | ReplayFacts, asked: Any) -> Objection | None:
    if facts.is_own:
        return None
    return refuse(
        say("“{resource}” has another body as its one source.", resource=facts.resource),
        instead=say(
            "Load only resources of your own body, or object to a value and let the source correct it."
        ),
    )


@rule("17.2-a")
def resource_is_in_the_catalogue(facts: BeginFacts, asked: Any) -> Objection | None:
    if facts.is_catalogued:
        return None
    return refuse(
        say("“{resource}” is neither accepted nor published in the catalogue.", resource=facts.resource),
        instead=say("Submit it to the managing department; once it is accepted, load its rows."),
    )


@rule("17.2-b")
def resource_has_a_key(facts: BeginFacts, asked: Any) -> Objection | None:
    if facts.keys:
        return None
    return refuse(
        say("“{resource}” has no item by which its rows are found.", resource=facts.resource),
        instead=say("Mark at least one item as key."),
    )


@rule("17.2-b")
def no_other_load_is_being_checked(
    facts: BeginFacts | CorrectionFacts | ReplayFacts, asked: Any
) -> Objection | None:
    if facts.running is None:
        return None
    return refuse(
        say("Another load of “{resource}” is being checked.", resource=facts.resource),
        instead=say("Wait until it has ended, or fail it."),
        fix=Fix("lake.fail_load", facts.running),
    )


@rule("22.1-b", unstorable=True)
def file_is_not_secret(facts: BeginFacts, asked: Any) -> Objection | None:
    return marked_secret(facts.secret_words)


@dataclass(frozen=True)
class PublishFacts:
    """What the rules may know of a checked load."""

    finished: bool
    rows_good: int
    rows_bad: int
    rows_digest: str
    most_bad_percent: Decimal


@rule("17.2-b")
def every_row_was_checked(facts: PublishFacts) -> Objection | None:
    if facts.finished:
        return None
    return refuse(
        say("Its rows are still being checked."),
        instead=say("Wait for the end of the check; a version is published whole."),
    )


@rule("17.2-b")
def something_in_it_is_good(facts: PublishFacts) -> Objection | None:
    if facts.rows_good:
        return None
    return refuse(
        say("None of its rows is good."),
        instead=say("Put the file right by the faults listed, and load it again; the former version stays."),
    )


@rule("17.2-b")
def few_of_its_rows_are_bad(facts: PublishFacts) -> Objection | None:
    rows = facts.rows_good + facts.rows_bad
    if facts.rows_bad * 100 <= facts.most_bad_percent * rows:
        return None
    return refuse(
        say(
            "{bad} of {rows} rows are bad, more than {percent} %: not rows but their source is wrong.",
            bad=facts.rows_bad,
            rows=rows,
            percent=facts.most_bad_percent.normalize(),
        ),
        instead=say(
            "Put the export right by the faults listed, and load it again; the former version stays."
        ),
    )


@rule("17.2-b")
def rows_are_those_that_were_checked(facts: PublishFacts, asked: Any) -> Objection | None:
    if asked.rows_digest == facts.rows_digest:
        return None
    return refuse(
        say("The digest given is not that of the checked rows."),
        instead=say("Publish with the digest that the check has counted."),
    )


@rule("17.2-b")
def correction_keeps_the_rules(facts: CorrectionFacts, asked: Any) -> Objection | None:
    if facts.unknown:
        return refuse(
            say("The resource has no item {items}.", items="、".join(facts.unknown)),
            instead=say("Correct the items that it has."),
        )
    if not facts.faults:
        return None
    item, fault = facts.faults[0]
    return refuse(
        say("Still wrong: {item} is {fault}.", item=item, fault=fault),
        instead=say("Correct this value too; all rules are asked again."),
    )


@rule("17.2-b")
def load_is_the_present_version(facts: ReplayFacts, asked: Any) -> Objection | None:
    if facts.is_present:
        return None
    return refuse(
        say("This load is not the present version of “{resource}”.", resource=facts.resource),
        instead=say(
            "Replay the quarantine of the present version; a file that failed is put right and loaded again."
        ),
    )


@rule("17.2-b")
def something_was_corrected(facts: ReplayFacts, asked: Any) -> Objection | None:
    if facts.corrected:
        return None
    return refuse(
        say("No row in the quarantine of this load is corrected yet."),
        instead=say("Correct at least one row first."),
        fix=Fix("lake.correct_row", asked.load.pk) if asked.load else None,
    )
