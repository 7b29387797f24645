"""The collection gate: what a form asks, judged field by field against the catalogues."""

from typing import Any

from banyan.acts import clock
from banyan.catalogue.formfile import field_names
from banyan.catalogue.matcher import FieldAnswer, Match
from banyan.catalogue.models import (
    CollectionException,
    CollectionForm,
    CollectionItem,
    FormField,
    Frequency,
    ResourceItem,
)
from banyan.catalogue.queries.matching import match_collection, match_resources
from banyan.catalogue.rules.forms import DraftFacts, Evidence, FormFacts, GateRow, Verdict
from banyan.catalogue.secrecy import secret_words
from banyan.kit.sentence import Sentence, say

__all__ = ["GateRow", "draft_facts", "evidence", "form_facts", "gate", "permits"]


SAME = 0.97
"""Matches this close to the accepted one are taken to mean the same."""


def form_facts(on: CollectionForm, asked: Any) -> FormFacts:
    """What the rules of ``register_form`` may know."""
    fields = list(on.fields.all())
    words = secret_words(on.name, on.matter, *(f"{field.name} {field.note}" for field in fields))
    return FormFacts(on.pk, tuple(gate(on)), words)


def draft_facts(on: Any, asked: Any) -> DraftFacts:
    """What the rules may know of words about to be stored."""
    texts = [value for value in vars(asked).values() if isinstance(value, str)]
    if asked.file:
        texts.extend(field_names(asked.file))
    return DraftFacts(secret_words(*texts))


def gate(form: CollectionForm) -> list[GateRow]:
    """One row a field, in the form's order."""
    fields = list(form.fields.order_by("position"))
    if not fields:
        return []
    names = [field.name for field in fields]
    held = match_resources(form.name, names)
    allowed = match_collection(form.matter, names)
    items = ResourceItem.objects.select_related("resource__body").in_bulk(
        [match.item.ref for answer in held for match in answer.matches if match.item.ref]
    )
    listed = CollectionItem.objects.in_bulk(
        [match.item.ref for answer in allowed for match in answer.matches if match.item.ref]
    )
    excepted = set(
        CollectionException.objects.filter(
            field__form=form, state=CollectionException.State.ALLOWED, until__gte=clock.today()
        ).values_list("field_id", flat=True)
    )
    return [
        _row(
            form,
            field,
            evidence(form, one, items),
            permits(form, two, listed),
            excepted=field.pk in excepted,
        )
        for field, one, two in zip(fields, held, allowed, strict=True)
    ]


def evidence(form: CollectionForm, answer: FieldAnswer, items: dict[int, ResourceItem]) -> list[Evidence]:
    """What means the same, of basic resources first (one source for each fact); empty when nothing held means it.

    Another city's or county's data say nothing about the people of this one, so they count for nothing.
    """
    if answer.best is None:
        return []
    floor = answer.matches[answer.best].score * SAME
    near = [match for match in answer.matches if match.score >= floor]
    same = [match for match in near if _reaches(items[match.item.ref or 0], form.body.region_code)]
    same.sort(key=lambda match: items[match.item.ref or 0].resource.resource_class)
    return [_one(form, match, items[match.item.ref or 0]) for match in same]


def _reaches(item: ResourceItem, region: str) -> bool:
    """Whether the provider serves this region: it is of the region itself, of its city, or of the province."""
    code = item.resource.body.region_code
    return code in {region, region[:6], f"{region[:4]}00", f"{region[:2]}0000"}


def _one(form: CollectionForm, match: Match, item: ResourceItem) -> Evidence:
    resource = item.resource
    return Evidence(
        resource=resource.pk,
        resource_name=resource.name,
        provider=str(resource.body),
        item=item.pk,
        item_name=item.name,
        score=match.score,
        why=match.why,
        own=resource.body_id == form.body_id,
    )


def permits(
    form: CollectionForm, answer: FieldAnswer, listed: dict[int, CollectionItem]
) -> list[CollectionItem]:
    """The catalogue items that mean the field and hold for this body: its line or itself, and its region."""
    if answer.best is None:
        return []
    floor = answer.matches[answer.best].score * 0.95
    means = [listed[match.item.ref] for match in answer.matches if match.item.ref and match.score >= floor]
    return [item for item in means if _holds_for(form, item)]


def _holds_for(form: CollectionForm, item: CollectionItem) -> bool:
    body = form.body
    same_line = item.body_id == body.pk or (bool(item.line) and item.line == body.line)
    trimmed = item.region_code.rstrip("0") if item.region_code else ""
    return same_line and body.region_code.startswith(trimmed)


def _row(
    form: CollectionForm,
    field: FormField,
    held: list[Evidence],
    permits: list[CollectionItem],
    *,
    excepted: bool,
) -> GateRow:
    verdict, because = _judge(form, field, held, permits, excepted=excepted)
    first, others = (held[0], tuple(held[1:])) if held else (None, ())
    return GateRow(field.pk, field.position, field.name, verdict, because, first, others)


def _judge(
    form: CollectionForm,
    field: FormField,
    held: list[Evidence],
    permits: list[CollectionItem],
    *,
    excepted: bool,
) -> tuple[Verdict, Sentence]:
    if field.state == FormField.State.SHARED:
        return "dropped", say("Obtained by sharing; people are not asked.")
    if field.state == FormField.State.STRUCK:
        return "dropped", say("Struck out; people are not asked.")
    if held and not excepted:
        return "obtainable", say(
            "{provider} already holds it: {resource} · {item}.",
            provider=held[0].provider,
            resource=held[0].resource_name,
            item=held[0].item_name,
        )
    if not permits:
        return "outside", say("No item of the collection catalogue covers it for this unit.")
    if not any(item.subject == form.subject for item in permits):
        return "wrong_subject", say(
            "The catalogue lets it be asked from others: {who}.", who=permits[0].get_subject_display()
        )
    often = list(Frequency.values)
    if not any(often.index(form.frequency) <= often.index(item.frequency) for item in permits):
        return "too_often", say(
            "The catalogue lets it be asked at most {often}.", often=permits[0].get_frequency_display()
        )
    return "lawful", say(
        "In the collection catalogue: {item} ({basis}).", item=str(permits[0]), basis=permits[0].basis
    )
