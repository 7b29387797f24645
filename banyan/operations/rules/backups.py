"""Rules of article 23 on backups."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class BackupFacts:
    """What the rules may know when a backup is set up."""

    supplier_kind: str
    other_supplier: str


@dataclass(frozen=True)
class RestoreFacts:
    """What the rules may know when a restore was tested."""

    today: date
    recorded: bool
    pk: int


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


@rule("23.1-b")
def a_backup_is_recorded_first(facts: RestoreFacts, asked: Any) -> Objection | None:
    if facts.recorded:
        return None
    return refuse(
        say("No backup is recorded from which anything could be restored."),
        instead=say("Have a backup made and recorded, then test its restore."),
        fix=Fix("operations.record_backup", facts.pk),
    )


@rule("37.1-c")
def restore_was_tested_on_a_day_past(facts: RestoreFacts, asked: Any) -> Objection | None:
    if asked.tested_on is None or asked.tested_on <= facts.today:
        return None
    return refuse(say("This day is still to come."), instead=say("Record the test on the day it was done."))
