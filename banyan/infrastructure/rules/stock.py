"""Rules on correcting rows of an inventory."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import Sentence, say


@dataclass(frozen=True)
class CorrectionFacts:
    """What the rules may know of a corrected row: columns that the sheet has not, and what is still wrong."""

    unknown: tuple[str, ...]
    columns: tuple[str, ...]
    faults: tuple[Sentence, ...]


@dataclass(frozen=True)
class SettlingFacts:
    """What the rule may know when a row is settled: whether what it says stands in its register."""

    is_entered: bool


@rule("39.1-a")
def correction_names_columns(facts: CorrectionFacts, asked: Any) -> Objection | None:
    if not facts.unknown:
        return None
    return refuse(
        say("The sheet has no column {names}.", names="、".join(facts.unknown)),
        instead=say("Its columns are: {names}.", names="、".join(facts.columns)),
    )


@rule("39.1-a")
def corrected_row_is_right(facts: CorrectionFacts, asked: Any) -> Objection | None:
    if not facts.faults:
        return None
    return refuse(
        say("The row is still wrong: {fault}.", fault=facts.faults[0]),
        instead=say("Correct every value that is named."),
    )


@rule("39.1-a")
def what_the_row_says_is_entered(facts: SettlingFacts) -> Objection | None:
    """What the corrected row says stands in its register."""
    if facts.is_entered:
        return None
    return refuse(
        say("What the row says is not entered."),
        instead=say("It is entered through the act of its kind first."),
    )
