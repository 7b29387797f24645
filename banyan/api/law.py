"""The law, the logs, the gate and the search over the API."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext

from banyan.acts import clock
from banyan.acts.access import object_at, open_register
from banyan.acts.actor import Actor
from banyan.acts.coverage import coverage_rows
from banyan.acts.errors import Invalid
from banyan.api.access import demand_known, endpoint, limit_of
from banyan.catalogue.queries.gate import GateRow
from banyan.catalogue.queries.gate import gate as judged
from banyan.catalogue.queries.searching import find
from banyan.kit.sentence import say
from banyan.law.compare import compare
from banyan.law.inforce import pack
from banyan.law.shelf import names, on_shelf, two_on_shelf
from banyan.ledger.models import Log


@endpoint("GET")
def coverage(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """What the system does about each norm."""
    return JsonResponse({"items": [row.plain() for row in coverage_rows()], "next": None})


@endpoint("GET")
def packs(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """The law packs that may be compared, and which one is in force."""
    items = [
        {
            "id": one.id,
            "title": {"zh": one.title("zh"), "en": one.title("en")},
            "status": one.status.value,
            "commencement": one.commencement.isoformat(),
            "norms": len(one.provisions),
            "note": {"zh": one.note("zh"), "en": one.note("en")},
            "version": one.version,
            "in_force": one.id == pack().id,
        }
        for one in map(on_shelf, names())
    ]
    return JsonResponse({"items": items, "next": None})


@endpoint("GET")
def compared(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Two packs norm by norm, with the clocks of a day."""
    given = request.GET
    found, faults = two_on_shelf(given.get("a", ""), given.get("b", ""), given.get("on", ""), clock.today())
    if found is None:
        raise Invalid(faults)
    here, there, on = found
    rows = [row.plain() for row in compare(here, there, on)]
    told = {"a": here.version, "b": there.version, "on": on.isoformat()}
    return JsonResponse({**told, "items": rows, "next": None})


@endpoint("GET")
def logs(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """The logs that the caller may read: public ones, and the reads' log of each body in which it holds an office."""
    rows = [log for log in Log.objects.order_by("name") if log.public or log.body in actor.bodies]
    found = [{"name": log.name, "origin": log.origin, "url": log_url(log), "vkey": log.vkey} for log in rows]
    return JsonResponse(found, safe=False)


def log_url(log: Log) -> str:
    """The C2SP prefix that serves ``checkpoint`` and ``tile/…``."""
    return f"{settings.BANYAN_GATEWAY_URL}/log/{log.name}"


@endpoint("GET")
def gate(request: HttpRequest, *, actor: Actor, pk: int) -> HttpResponse:
    """The collection gate of a form, field by field."""
    form = object_at(open_register("catalogue", "collection-forms", actor), actor, pk)
    states = dict(form.fields.values_list("pk", "state"))
    rows = [{**row_of(row), "state": states[row.field]} for row in judged(form)]
    return JsonResponse({"items": rows, "next": None})


def row_of(row: GateRow) -> dict[str, Any]:
    """One field's verdict with its evidence."""
    held = row.evidence
    evidence = None
    if held:
        names = ("resource", "resource_name", "provider", "item", "item_name", "score", "own")
        evidence = {**{name: getattr(held, name) for name in names}, "why": held.why.render(gettext)}
    return {
        "id": row.field,
        "field": row.name,
        "verdict": row.verdict,
        "because": row.because.render(gettext),
        "evidence": evidence,
    }


@endpoint("GET")
def search(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Search over everything catalogued."""
    given = request.GET
    query = given.get("q", "").strip()
    if not query:
        raise Invalid({"q": say("Type at least one character to search for.")})
    demand_known(given, "q", "kind", "limit", "after")
    limit = limit_of(given, 20)
    found = find(query, kinds=given.getlist("kind"), limit=limit, after=given.get("after", ""))
    names = ("kind", "object_id", "title", "code", "region", "score", "url")
    items = [{name: getattr(hit, name) for name in names} for hit in found.entries]
    return JsonResponse({"items": items, "next": found.next, "capped": found.capped})
