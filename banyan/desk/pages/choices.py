"""What a question's list finds while somebody types: names and codes of the records that this officer may choose."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, JsonResponse

from banyan.acts import registry
from banyan.acts.access import act_at, object_at, register_at
from banyan.acts.actor import Actor
from banyan.acts.choosing import choice
from banyan.acts.errors import NotThere
from banyan.acts.register import Filter
from banyan.desk.access import page
from banyan.desk.choosing import SHOWN, options_of, told_of
from banyan.desk.forms import records_of
from banyan.desk.frame import actor_of


@page("GET", "HEAD")
def of_act(
    request: HttpRequest, *, part: str, nouns: str, slug: str, name: str, pk: int | None = None
) -> JsonResponse:
    """The records that an act's question offers to whoever may do the act."""
    register, actor = register_at(part, nouns), actor_of(request)
    act = act_at(register, slug)
    one = act.shape.by_name.get(name)
    if one is None or one.kind != "record" or act.moves.creates is not (pk is None):
        raise NotThere
    row = object_at(register, actor, pk) if pk is not None else None
    if not act.by.held(actor, row):
        raise NotThere
    outer = request.GET.get(one.ask.within, "") if one.ask.within else ""
    return _answer(request, records_of(one, row, actor, outer), actor)


@page("GET", "HEAD")
def of_filter(request: HttpRequest, *, part: str, nouns: str, name: str) -> JsonResponse:
    """The records that a register can be narrowed to, of those that the officer may see."""
    register, actor = register_at(part, nouns), actor_of(request)
    one: Filter | None = next((one for one in register.filters if one.name == name and one.noun), None)
    if one is None:
        raise NotThere
    return _answer(request, registry.registers[one.noun].visible(actor), actor)


def _answer(request: HttpRequest, rows: QuerySet[Any], actor: Actor) -> JsonResponse:
    words = request.GET.get("q", "").strip()
    found = choice(rows, words, actor, SHOWN)
    options = [{"value": one.value, "label": one.label, "code": one.code} for one in options_of(found.rows)]
    return JsonResponse({"options": options, "told": told_of(found, words)})
