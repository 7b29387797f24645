"""The law, the logs and the search over the API."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from banyan.acts.actor import Actor
from banyan.acts.coverage import coverage_rows
from banyan.acts.errors import Invalid
from banyan.api.access import endpoint
from banyan.catalogue.search import find
from banyan.kit.sentence import say
from banyan.ledger.models import Log


@endpoint("GET")
def coverage(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """What the system does about each norm."""
    return JsonResponse({"items": [row.plain() for row in coverage_rows()], "next": None})


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
def search(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Search over everything catalogued."""
    query = request.GET.get("q", "").strip()
    if not query:
        raise Invalid({"q": say("Type at least one character to search for.")})
    found = find(query, kinds=request.GET.getlist("kind"), limit=20, after=request.GET.get("after") or None)
    names = ("kind", "object_id", "title", "code", "region", "score", "url")
    items = [{name: getattr(hit, name) for name in names} for hit in found.entries]
    return JsonResponse({"items": items, "next": found.next, "capped": found.capped})
