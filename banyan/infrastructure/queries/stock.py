"""Reads of rows of an inventory, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.infrastructure.faults import told_apart, words_of
from banyan.infrastructure.inventory.checking import faults_of
from banyan.infrastructure.inventory.entering import objections
from banyan.infrastructure.inventory.sheets import SHEETS, Sheet, corrections_of, taken_keys
from banyan.infrastructure.models import StockRow
from banyan.infrastructure.rules.stock import CorrectionFacts, SettlingFacts
from banyan.kit.sentence import Sentence


def correction_facts(on: StockRow, asked: Any) -> CorrectionFacts:
    """What the rules of correcting a row may know: what is still wrong, and what the entering act has against it."""
    sheet, corrected = SHEETS[on.kind], corrections_of(asked.corrected or "")
    data = sheet.corrected(on.data, corrected)
    faults = faults_of(sheet, data) or objections(sheet, data, asked.actor)
    unknown = tuple(name for name in corrected if name not in sheet.columns)
    return CorrectionFacts(unknown, tuple(sheet.columns), tuple(words_of(faults)))


def settling_facts(on: StockRow, asked: Any) -> SettlingFacts:
    """What the rule of settling a row may know: whether what it says is entered."""
    sheet = SHEETS[on.kind]
    return SettlingFacts(sheet.key_of(on.data) in taken_keys(sheet))


def wrong_values(on: StockRow, actor: Actor) -> str:
    """The values that are wrong, to begin the correction with."""
    wrong = dict.fromkeys(fault["field"] for fault in on.faults if fault["field"] in on.data)
    return "\n".join(f"{name}：{on.data[name]}" for name in wrong)


def sheets_for(actor: Actor) -> list[Sheet]:
    """The inventories whose rows the actor's offices may enter."""
    return [sheet for sheet in SHEETS.values() if sheet.act.by.concerns(actor)]


def takes_in(actor: Actor) -> bool:
    """Whether the actor may take in any inventory."""
    return bool(sheets_for(actor))


def told_faults(row: StockRow) -> list[tuple[str, Sentence, str]]:
    """What is wrong with a row: field, fault and value of each."""
    return list(told_apart(row.faults))


def visible_stock_rows(actor: Actor) -> QuerySet[StockRow]:
    return StockRow.objects.filter(body__in=watched(actor).values("pk")).select_related("body")
