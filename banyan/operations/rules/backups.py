"""Rules of article 23 on backups."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class BackupFacts:
    """What the rules may know when a backup is set up."""

    supplier_kind: str
    other_supplier: str


@rule("14.4-a")
def backup_comes_from_the_one_supplier(facts: BackupFacts, asked: Any) -> Objection | None:
    if facts.supplier_kind == "technical_service_unit" and not facts.other_supplier:
        return None
    return refuse(
        say(
            "Backup in the province comes from one supplier: {supplier}.",
            supplier=facts.other_supplier or "—",
        ),
        instead=say("Choose the supplier of the province's cloud."),
    )
