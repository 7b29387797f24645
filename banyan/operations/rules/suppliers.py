"""Rules of article 14.4 on the one supplier of backups."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class SupplierFacts:
    """What the rules may know when a supplier is named: who is named, and by which agreement."""

    named: str
    known: bool
    mode: str
    fits: bool


@dataclass(frozen=True)
class MoveFacts:
    """What the rule of moving a backup may know: whether another supplier is named than the present one."""

    elsewhere: bool


@rule("14.4-a")
def one_supplier_is_named(facts: SupplierFacts, asked: Any) -> Objection | None:
    if not facts.named and not facts.known and facts.fits:
        return None
    return refuse(
        say("Backup in the province comes from one supplier: {supplier}.", supplier=facts.named or "—"),
        instead=say(
            "End its supply before another is named; a former supplier is named again on its own page."
        ),
    )


@rule("14.4-a")
def backup_is_purchased(facts: SupplierFacts, asked: Any) -> Objection | None:
    if asked.agreement is None or facts.mode == "purchase":
        return None
    return refuse(
        say("Backup is purchased as a service."),
        instead=say("Choose an agreement on the purchase of services."),
    )


@rule("14.4-a")
def backup_moves_to_the_one_supplier(facts: MoveFacts) -> Objection | None:
    """Another supplier is named than the one it stands with."""
    if facts.elsewhere:
        return None
    return refuse(
        say("It stands with the supplier of the province, or none is named."),
        instead=say("Leave it where it is."),
    )
