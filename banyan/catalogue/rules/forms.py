"""Rules of the collection gate (article 16): what a form may ask."""

from dataclasses import dataclass
from typing import Any, Literal

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.catalogue.secrecy import marked_secret
from banyan.kit.sentence import Sentence, say

Verdict = Literal["lawful", "dropped", "obtainable", "outside", "too_often", "wrong_subject"]


@dataclass(frozen=True)
class Evidence:
    """The resource item that holds what a field asks for, and how sure the matcher is."""

    resource: int
    resource_name: str
    provider: str
    item: int
    item_name: str
    score: float
    why: Sentence
    own: bool


@dataclass(frozen=True)
class GateRow:
    """What the gate says of one field (采集审核结果)."""

    field: int
    position: int
    name: str
    verdict: Verdict
    because: Sentence
    evidence: Evidence | None = None
    others: tuple[Evidence, ...] = ()

    @property
    def holds(self) -> bool:
        return self.verdict in {"lawful", "dropped"}


@dataclass(frozen=True)
class FormFacts:
    """What the rules may know of a form: the gate's answer field by field, and words that mark a secret."""

    form: int
    rows: tuple[GateRow, ...]
    secret_words: tuple[str, ...]

    def named(self, verdict: Verdict) -> str:
        return "、".join(row.name for row in self.rows if row.verdict == verdict)


@rule("16.2-a")
def form_asks_something(facts: FormFacts) -> Objection | None:
    if facts.rows:
        return None
    return refuse(
        say("The form has no field."),
        instead=say("Write or import its fields first."),
        fix=Fix("catalogue.write_fields", facts.form),
    )


@rule("16.2-b")
def every_field_is_catalogued(facts: FormFacts) -> Objection | None:
    outside = facts.named("outside")
    if not outside:
        return None
    return refuse(
        say("Outside the collection catalogue: {fields}.", fields=outside),
        instead=say(
            "Strike these fields, or propose them for the collection catalogue with their legal basis."
        ),
        fix=Fix("catalogue.strike_fields", facts.form),
    )


@rule("16.2-a")
def field_is_asked_within_its_terms(facts: FormFacts) -> Objection | None:
    wrong = "、".join(name for name in (facts.named("too_often"), facts.named("wrong_subject")) if name)
    if not wrong:
        return None
    return refuse(
        say(
            "Asked more often, or from others, than the collection catalogue allows: {fields}.", fields=wrong
        ),
        instead=say("Keep to the frequency and the subjects of the catalogue, or have it changed first."),
    )


@rule("16.2-c")
def nothing_obtainable_is_asked(facts: FormFacts) -> Objection | None:
    held = [row for row in facts.rows if row.verdict == "obtainable" and row.evidence]
    if not held:
        return None
    where = "；".join(f"{row.name} → {row.evidence.resource_name}" for row in held[:6] if row.evidence)
    return refuse(
        say("Government already holds {number} of these facts: {where}.", number=len(held), where=where),
        instead=say(
            "Request exactly these items from those who hold them; the gate page does it in one step."
        ),
        fix=Fix("exchange.submit_share_request", None, {"form": facts.form}),
    )


@rule("32.1-b", unstorable=True)
def no_secret_is_collected(facts: FormFacts) -> Objection | None:
    if not facts.secret_words:
        return None
    return refuse(
        say("The form speaks of State secrets: {words}.", words="、".join(facts.secret_words)),
        instead=say("Classified material never enters this system; handle it on the secret network."),
    )


@dataclass(frozen=True)
class DraftFacts:
    """What the rules may know of words that are about to be stored."""

    secret_words: tuple[str, ...]


@rule("32.1-b", unstorable=True)
def no_secret_is_stored(facts: DraftFacts, asked: Any) -> Objection | None:
    return marked_secret(facts.secret_words)
