"""Every act as an endpoint, and every noun as a list and an object."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext

from banyan.acts.access import act_at, entry_at, given_for, history_for, object_at, open_register, register_at
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.door import confirm, perform
from banyan.acts.errors import Invalid, NotThere, SignInFirst
from banyan.acts.models import Entry
from banyan.acts.queries import conditions, possible, proposal_for
from banyan.acts.reaction import follow
from banyan.acts.reading import PAGE, Query, number_in, read_page
from banyan.acts.sentences import entry_sentence
from banyan.api.access import body_of, demand_known, endpoint, limit_of
from banyan.api.problems import condition_as_json, problem, refusal_as_json
from banyan.api.shapes import as_json, entry_as_json, object_as_json, row_as_json
from banyan.kit.sentence import say


@endpoint("GET")
def listing(request: HttpRequest, *, actor: Actor, part: str, nouns: str) -> HttpResponse:
    """One page of a register."""
    register = open_register(part, nouns, actor)
    page = read_page(register, actor, _query(request.GET))
    rows = [row_as_json(register, row) for row in page.rows]
    return JsonResponse({"items": rows, "next": page.more or None})


def _query(given: Mapping[str, str]) -> Query:
    known = {"q", "sort", "after", "limit"}
    filters = {name: value for name, value in given.items() if name not in known}
    return Query(
        given.get("q", ""), filters, given.get("sort", ""), given.get("after", ""), limit_of(given, PAGE)
    )


@endpoint("GET")
def thing(request: HttpRequest, *, actor: Actor, part: str, nouns: str, pk: int) -> HttpResponse:
    """An object with its facts, the acts possible now, and why not for the rest."""
    register = open_register(part, nouns, actor)
    found = object_at(register, actor, pk)
    acts = [
        {
            "act": one.act.name,
            "title": gettext(one.act.title),
            "yours": one.mine,
            "possible": one.free,
            "refusals": [refusal_as_json(refusal) for refusal in one.refusals],
            **_gate(one.act, actor, found),
            **_offered(one.act, actor, found),
        }
        for one in (possible(actor, found) if register.governed and actor.offices else [])
    ]
    return JsonResponse({**object_as_json(register, found, actor), "acts": acts})


def _gate(act: Act, actor: Actor, found: Any) -> dict[str, Any]:
    """The conditions of an act that declares a gate, met or not."""
    if not act.gate:
        return {}
    return {"gate": [condition_as_json(one) for one in conditions(act, actor, found)]}


def _offered(act: Act, actor: Actor, found: Any) -> dict[str, Any]:
    """What the form of the act would fill in from the object, for who may fill it in."""
    filled = {one.name: one.ask.initial for one in act.shape.inputs if one.ask.initial}
    if not (filled and act.leads_from(found.state) and act.by.held(actor, found)):
        return {}
    return {"offered": {name: _filled(initial(found, actor)) for name, initial in filled.items()}}


def _filled(value: Any) -> Any:
    """What a form fills in, as the act takes it: several values one by one, records by their numbers."""
    return [as_json(one) for one in value] if isinstance(value, list | tuple) else as_json(value)


@endpoint("GET")
def history_of(request: HttpRequest, *, actor: Actor, part: str, nouns: str, pk: int) -> HttpResponse:
    """The entries that touched an object, newest first."""
    register = open_register(part, nouns, actor)
    object_at(register, actor, pk)
    demand_known(request.GET, "limit", "after")
    entries, limit = history_for(actor, register.noun, pk), limit_of(request.GET, PAGE)
    if (after := number_in(request.GET, "after")) is not None:
        entries = entries.filter(pk__lt=after)
    shown = list(entries[: limit + 1])
    more = str(shown[limit - 1].pk) if len(shown) > limit else None
    return JsonResponse({"items": [entry_as_json(one) for one in shown[:limit]], "next": more})


@endpoint("POST")
def create(request: HttpRequest, *, actor: Actor, part: str, nouns: str, slug: str) -> HttpResponse:
    """An act that makes something, or one over a selection («on»: its numbers)."""
    register = register_at(part, nouns)
    act = act_at(register, slug)
    if not actor.offices:
        raise SignInFirst
    given = body_of(request)
    if isinstance(given, JsonResponse):
        return given
    if act.moves.creates:
        return _do(request, act, actor, None, given)
    selection = given.pop("on", None)
    if not (
        act.over and isinstance(selection, list) and selection and all(type(one) is int for one in selection)
    ):
        return problem(422, "invalid", gettext("Send «on»: the numbers of the objects."))
    seen = set(register.visible(actor).filter(pk__in=selection).values_list("pk", flat=True))
    if seen != set(selection):
        raise NotThere
    return _do(request, act, actor, selection, given)


@endpoint("POST")
def do(request: HttpRequest, *, actor: Actor, part: str, nouns: str, pk: int, slug: str) -> HttpResponse:
    """An act on one object."""
    register = register_at(part, nouns)
    act = act_at(register, slug)
    if act.moves.creates:
        raise NotThere
    if not actor.offices:
        raise SignInFirst
    object_at(register, actor, pk)
    given = body_of(request)
    if isinstance(given, JsonResponse):
        return given
    return _do(request, act, actor, [pk] if act.over else pk, given)


def _do(request: HttpRequest, act: Act, actor: Actor, on: Any, given: dict[str, Any]) -> HttpResponse:
    for one in act.shape.inputs:
        if one.kind == "file" and isinstance(given.get(one.name), str):
            given[one.name] = _file(one.name, given[one.name])
    key = request.headers.get("Idempotency-Key") or None
    return _answered(perform(act, actor, on, key=key, **_only_known(act, given)))


def _answered(entry: Entry) -> HttpResponse:
    """The entry, with those of what followed from it at once."""
    followed = [entry_as_json(one) for one in follow(entry)]
    return JsonResponse({**entry_as_json(entry), "followed_by": followed}, status=201)


def _only_known(act: Act, given: dict[str, Any]) -> dict[str, Any]:
    clash = {"act", "actor", "on", "key", "second"} & given.keys() - act.shape.by_name.keys()
    if clash:
        raise Invalid({name: say("This act does not ask for “{name}”.", name=name) for name in clash})
    return given


def _file(name: str, text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Invalid({name: say("Send the file as base64.")}) from None


@endpoint("POST")
def confirm_proposal(request: HttpRequest, *, actor: Actor, pk: int) -> HttpResponse:
    """Do a proposed act as its second person."""
    return _answered(confirm(proposal_for(actor, pk), actor))


@endpoint("GET")
def entry(request: HttpRequest, *, actor: Actor, pk: int) -> HttpResponse:
    """One entry of the ledger of acts, to officers who may see its object."""
    found = entry_at(actor, pk)
    given, sentence = given_for(actor, found), entry_sentence(found, gettext)
    return JsonResponse({**entry_as_json(found), "given": given, "sentence": sentence})
