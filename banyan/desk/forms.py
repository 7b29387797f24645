"""An act's inputs as a form, and a sent form as inputs."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.asks import LARGEST_FILE, Input
from banyan.acts.door import lacks_office
from banyan.acts.listed import offered
from banyan.desk.choosing import SEARCH, records, words_in
from banyan.desk.shapes import Field, FieldKind, Finder, Form, Option, Stopped, Weight
from banyan.desk.words import address_of_act, article, said
from banyan.desk.words import stopped as stopped_by
from banyan.kit.canonical import NotCanonical, read_json
from banyan.kit.numbers import whole
from banyan.kit.sentence import Sentence

KINDS: dict[str, FieldKind] = {
    "number": "number",
    "amount": "text",
    "date": "date",
    "flag": "yes",
    "file": "file",
    "json": "textarea",
}
WEIGHTS: dict[str, Weight] = {"": "main", "grave": "danger"}


@dataclass(frozen=True)
class Asking:
    """An act that is asked about: on what, by whom, with what was typed and what is wrong with it.

    ``sought`` has the words by which the records of a question are searched.
    """

    act: Act
    on: Any
    actor: Actor
    given: Mapping[str, Any]
    faults: Mapping[str, Sentence]
    sought: Mapping[str, str]


def form_of(
    act: Act,
    on: Any,
    actor: Actor,
    *,
    given: Mapping[str, Any] | None = None,
    faults: Mapping[str, Sentence] | None = None,
    stopped: Stopped | None = None,
    shortcut: str = "",
    cancel: str = "",
    hidden: tuple[tuple[str, str], ...] = (),
    sought: Mapping[str, str] | None = None,
) -> Form:
    """The form of an act: its questions by type, with what was typed and the message beside each field.

    Where the choices of a question lie within what another one chooses, the form asks for that one first. Who holds
    no office for the act is told so, and is offered no records.
    """
    pk = on.pk if on is not None else None
    skip = {name for name, _value in hidden}
    asking = Asking(act, on, actor, given or {}, faults or {}, sought or {})
    general = asking.faults.get("")
    other = lacks_office(act, act.by.held(actor, on), on)
    asked = [one for one in act.shape.inputs if one.name not in skip and not (other and one.kind == "record")]
    fields, leads_on = _questions(asked, asking)
    return Form(
        key=act.slug,
        title=_(act.title),
        url=address_of_act(act, pk),
        button=_("Continue") if leads_on else _(act.title),
        leads_on=leads_on,
        weight=WEIGHTS.get(act.tone, "main"),
        help=_(act.help),
        fault=said(general) if general else "",
        article=article(act.norm),
        fields=fields,
        hidden=(*hidden, *_begun(asking.given)) if leads_on else hidden,
        reverse=_("What undoes it: {act}").format(act=_(_title(act.reverse))) if act.reverse else "",
        cancel=cancel,
        shortcut=shortcut,
        stopped=stopped or (stopped_by(_(act.title), [other]) if other else None),
    )


def _questions(asked: Sequence[Input], asking: Asking) -> tuple[tuple[Field, ...], bool]:
    """The fields, and whether they only lead on to those that lie within what they choose."""
    outer = {one.ask.within for one in asked if one.ask.within}
    first = [one for one in asked if one.name in outer and not asking.given.get(one.name)]
    if first:
        return tuple(_field(one, asking) for one in first), True
    fields = (_field(one, asking) for one in asked)
    return tuple(_settled(one) if one.name in outer else one for one in fields), False


def _settled(field: Field) -> Field:
    """A question whose answer others depend on: only what was chosen is left of its choices."""
    return replace(field, options=field.chosen, finder=None)


def _begun(given: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What the form was begun with, to go on with."""
    return tuple(
        (name, ",".join(map(str, value)) if isinstance(value, list) else str(value))
        for name, value in given.items()
        if value
    )


def _title(name: str) -> str:
    from_registry = registry.acts.get(name)
    return str(from_registry.title) if from_registry else name


def _field(one: Input, asking: Asking) -> Field:
    raw = asking.given.get(one.name, _initial(one, asking.on, asking.actor))
    fault = asking.faults.get(one.name)
    kind, options, finder = _kind(one, asking, raw)
    told = (_(one.ask.help) if one.ask.help else "", _told_of(kind, options, finder))
    return Field(
        name=one.name,
        label=_(one.label),
        kind=kind,
        value=""
        if kind in ("choice", "choices") or raw is False or raw in (None, [])
        else _written(one, raw),
        help=" ".join(text for text in told if text),
        error=said(fault) if fault else "",
        required=(one.required or one.ask.must) and kind != "yes",
        options=options,
        finder=finder,
        low=str(one.ask.least) if one.kind == "number" else "",
        high=str(one.ask.most) if one.kind == "number" else "",
        accept=".xlsx,.csv,.txt" if kind == "file" else "",
    )


def _told_of(kind: FieldKind, options: tuple[Option, ...], finder: Finder | None) -> str:
    """What somebody must know who finds nothing to choose from."""
    nothing = kind in ("choice", "choices") and not options and not finder
    return _("There is nothing to choose from yet.") if nothing else ""


def _initial(one: Input, on: Any, actor: Actor) -> Any:
    if one.ask.initial is not None and on is not None:
        return one.ask.initial(on, actor)
    return one.default


def _kind(one: Input, asking: Asking, raw: Any) -> tuple[FieldKind, tuple[Option, ...], Finder | None]:
    if one.kind == "record":
        return "choices" if one.many else "choice", *_records(one, asking, raw)
    if one.kind == "choice":
        return "choice", _pairs(one.of.choices, raw), None
    if one.kind == "text":
        if one.ask.personal:
            return "personal", (), None
        if one.ask.choices:
            return "choice", _pairs(one.ask.choices(asking.on, asking.actor), raw), None
        return ("textarea" if one.ask.lines > 1 else "text"), (), None
    return KINDS[one.kind], (), None


def _pairs(pairs: Iterable[tuple[Any, Any]], raw: Any) -> tuple[Option, ...]:
    return tuple(
        Option(value=str(value), label=str(word), chosen=str(value) == str(raw)) for value, word in pairs
    )


def _records(one: Input, asking: Asking, raw: Any) -> tuple[tuple[Option, ...], Finder | None]:
    chosen = {
        str(value.pk if isinstance(value, Model) else value)
        for value in (raw if isinstance(raw, list) else [raw])
    }
    outer = str(asking.given.get(one.ask.within) or "")
    pk = asking.on.pk if asking.on is not None else None
    place = f"{address_of_act(asking.act, pk)}choices/{one.name}/"
    return records(
        one.name,
        records_of(one, asking.on, asking.actor, outer),
        asking.actor,
        chosen=chosen,
        words=asking.sought.get(one.name, ""),
        url=f"{place}?{urlencode({one.ask.within: outer})}" if one.ask.within else place,
    )


def records_of(one: Input, on: Any, actor: Actor, outer: str) -> QuerySet[Any]:
    """The records that an input offers, within the one chosen before where it asks for that first."""
    rows: QuerySet[Any] = offered(one, on, actor)
    return rows.filter(**{one.ask.within: outer}) if whole(outer) is not None else rows


def searches(request: HttpRequest) -> bool:
    """Whether a form was sent only to search among the records of a question, without scripts."""
    return SEARCH in request.POST


def sought_in(request: HttpRequest, act: Act) -> dict[str, str]:
    """The words by which the records of the act's questions are searched."""
    sent = request.POST if request.method == "POST" else request.GET
    return words_in(sent, [one.name for one in act.shape.inputs if one.kind == "record"])


def given_by(request: HttpRequest, act: Act) -> dict[str, Any]:
    """The inputs of a sent form, as the one door reads them."""
    return {
        one.name: value for one in act.shape.inputs if (value := _sent(one, request)) not in (None, "", [])
    }


def _sent(one: Input, request: HttpRequest) -> Any:
    if one.kind == "file":
        file = request.FILES.get(one.name)
        return file.read(LARGEST_FILE + 1) if file else None
    if one.many:
        return request.POST.getlist(one.name)
    if one.kind == "flag":
        return one.name in request.POST
    if one.kind == "json":
        return _object(request.POST.get(one.name, ""))
    return request.POST.get(one.name)


def _object(text: str) -> Any:
    if not text.strip():
        return None
    try:
        return read_json(text)
    except NotCanonical:
        return text


def _written(one: Input, raw: Any) -> str:
    """An object as it may be sent again; anything else as text."""
    if not isinstance(raw, dict):
        return str(raw)
    if one.ask.lines > 1:
        return "\n".join(f"{name}: {value}" for name, value in raw.items())
    return json.dumps(raw, ensure_ascii=False)


def begun_with(query: QueryDict, act: Act) -> dict[str, Any]:
    """What the address begins the form with: ``?resource=12&items=3,4``."""
    found: dict[str, Any] = {}
    for one in act.shape.inputs:
        if one.name in query:
            text = str(query[one.name])
            found[one.name] = text.split(",") if one.many else text
    return found
