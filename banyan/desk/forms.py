"""An act's inputs as a form, and a sent form as inputs."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.asks import Input
from banyan.desk.shapes import Field, FieldKind, Form, Option, Stopped, Weight
from banyan.desk.words import address_of_act, article, said
from banyan.kit.sentence import Sentence

MOST_OPTIONS = 300
KINDS: dict[str, FieldKind] = {
    "number": "number",
    "amount": "text",
    "date": "date",
    "flag": "yes",
    "file": "file",
    "json": "textarea",
}
WEIGHTS: dict[str, Weight] = {"": "main", "grave": "danger"}


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
) -> Form:
    """The form of an act: its questions by type, with what was typed and the message beside each field.

    Where the choices of a question lie within what another one chooses, the form asks for that one first.
    """
    pk = on.pk if on is not None else None
    skip = {name for name, _value in hidden}
    general = (faults or {}).get("")
    asked = [one for one in act.shape.inputs if one.name not in skip]
    outer = {one.ask.within for one in asked if one.ask.within}
    first = [one for one in asked if one.name in outer and not (given or {}).get(one.name)]
    fields = tuple(_field(one, on, actor, given or {}, faults or {}) for one in first or asked)
    return Form(
        key=act.slug,
        title=_(act.title),
        url=address_of_act(act, pk),
        button=_("Continue") if first else _(act.title),
        leads_on=bool(first),
        weight=WEIGHTS.get(act.tone, "main"),
        help=" ".join(text for text in (_(act.help), said(general) if general else "") if text),
        article=article(act.norm),
        fields=fields if first else tuple(_settled(one) if one.name in outer else one for one in fields),
        hidden=(*hidden, *_begun(given or {})) if first else hidden,
        reverse=_("What undoes it: {act}").format(act=_(_title(act.reverse))) if act.reverse else "",
        cancel=cancel,
        shortcut=shortcut,
        stopped=stopped,
    )


def _settled(field: Field) -> Field:
    """A question whose answer others depend on: only what was chosen is left of its choices."""
    return replace(field, options=tuple(option for option in field.options if option.chosen))


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


def _field(
    one: Input,
    on: Any,
    actor: Actor,
    given: Mapping[str, Any],
    faults: Mapping[str, Sentence],
) -> Field:
    raw = given.get(one.name, _initial(one, on, actor))
    fault = faults.get(one.name)
    kind, options = _kind(one, on, actor, raw, given.get(one.ask.within))
    told = (_(one.ask.help) if one.ask.help else "", _told_of(kind, options))
    return Field(
        name=one.name,
        label=_(one.label),
        kind=kind,
        value="" if options or raw is False or raw in (None, []) else str(raw),
        help=" ".join(text for text in told if text),
        error=said(fault) if fault else "",
        required=(one.required or one.ask.must) and kind != "yes",
        options=options,
        low=str(one.ask.least) if one.kind == "number" else "",
        high=str(one.ask.most) if one.kind == "number" else "",
        accept=".xlsx,.csv,.txt" if kind == "file" else "",
    )


def _told_of(kind: FieldKind, options: tuple[Option, ...]) -> str:
    """What somebody must know who finds nothing to choose from, or not everything."""
    if kind in ("choice", "choices") and not options:
        return _("There is nothing to choose from yet.")
    if len(options) >= MOST_OPTIONS:
        return _("The first {n} are listed. For another one, begin on its own page.").format(n=MOST_OPTIONS)
    return ""


def _initial(one: Input, on: Any, actor: Actor) -> Any:
    if one.ask.initial is not None and on is not None:
        return one.ask.initial(on, actor)
    return one.default


def _kind(one: Input, on: Any, actor: Actor, raw: Any, outer: Any) -> tuple[FieldKind, tuple[Option, ...]]:
    if one.kind == "choice":
        chosen = {str(raw)}
        return "choice", tuple(
            Option(value=str(value), label=str(label), chosen=str(value) in chosen)
            for value, label in one.of.choices
        )
    if one.kind == "record":
        return "choices" if one.many else "choice", _records(one, on, actor, raw, outer)
    if one.kind == "text":
        if one.ask.personal:
            return "personal", ()
        if one.ask.choices:
            return "choice", tuple(
                Option(value=key, label=word, chosen=key == str(raw))
                for key, word in one.ask.choices(on, actor)
            )
        return ("textarea" if one.ask.lines > 1 else "text"), ()
    return KINDS[one.kind], ()


def _records(one: Input, on: Any, actor: Actor, raw: Any, outer: Any) -> tuple[Option, ...]:
    """The records to choose from, the chosen ones first where several may be; chosen ones never drop out."""
    chosen = {
        str(value.pk if isinstance(value, Model) else value)
        for value in (raw if isinstance(raw, list) else [raw])
    }
    rows = one.ask.choices(on, actor) if one.ask.choices else one.of._default_manager.all()
    if outer and str(outer).isdecimal():
        rows = rows.filter(**{one.ask.within: outer})
    shown = [*rows[:MOST_OPTIONS]]
    shown += _beyond(rows, chosen - {str(row.pk) for row in shown})
    options = [
        Option(value=str(row.pk), label=_called(row), chosen=str(row.pk) in chosen) for row in _named(shown)
    ]
    return tuple(sorted(options, key=lambda option: not option.chosen) if one.many else options)


def _beyond(rows: QuerySet[Any], chosen: set[str]) -> list[Any]:
    """Chosen records that stand behind the longest list that a form shows."""
    keys = [int(key) for key in chosen if key.isdigit()]
    return list(rows.filter(pk__in=keys)) if keys else []


def _named(rows: list[Any]) -> list[Any]:
    """The rows with what their names ask for, fetched for all at once."""
    register = registry.registers.get(rows[0]._meta.label_lower) if rows else None
    if register and register.together:
        register.together(rows)
    return rows


def _called(row: Any) -> str:
    """The name of a record, as it is told apart from others where its name alone does not do."""
    return str(getattr(row, "told_apart", row))


def given_by(request: HttpRequest, act: Act) -> dict[str, Any]:
    """The inputs of a sent form, as the one door reads them."""
    return {
        one.name: value for one in act.shape.inputs if (value := _sent(one, request)) not in (None, "", [])
    }


def _sent(one: Input, request: HttpRequest) -> Any:
    if one.kind == "file":
        file = request.FILES.get(one.name)
        return file.read() if file else None
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
        return json.loads(text)
    except ValueError:
        return text


def begun_with(query: QueryDict, act: Act) -> dict[str, Any]:
    """What the address begins the form with: ``?resource=12&items=3,4``."""
    found: dict[str, Any] = {}
    for one in act.shape.inputs:
        if one.name in query:
            text = str(query[one.name])
            found[one.name] = text.split(",") if one.many else text
    return found
