"""The log of a provider's data as its people read it: every use and every denial, the newest first."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet, Sum

from banyan.acts import clock
from banyan.bodies.models import Body
from banyan.catalogue.models import Resource
from banyan.exchange.gateway.problems import KINDS
from banyan.exchange.models import ConsumerSystem, Use
from banyan.kit.sentence import Sentence, say
from banyan.ledger.models import Leaf, Log, stored_bytes

MOST_LOOKED_THROUGH = 20_000


@dataclass(frozen=True)
class Read:
    """One use of data, or a denial (使用记录); ``position`` is None until it is anchored in the tree."""

    leaf: int
    position: int | None
    at: datetime
    kind: str
    consumer_name: str
    system: str
    purpose: str
    items: tuple[str, ...]
    rows: int
    resource_name: str
    grant: int | None
    reason: str
    case: str
    officer: str


def reads(
    body: Body | int, *, grant: int | None = None, before: int | None = None, limit: int = 50
) -> list[Read]:
    """Up to ``limit`` uses of a provider's data older than the leaf ``before``, the newest first.

    Of one ``grant`` only when it is given; then the last 20,000 entries are looked through.
    """
    log = Log.objects.filter(kind=Log.Kind.READS, body=body.pk if isinstance(body, Body) else body).first()
    if log is None:
        return []
    parsed = ((leaf, json.loads(stored_bytes(leaf.data))) for leaf in _leaves(log, before))
    looked_through = islice(parsed, MOST_LOOKED_THROUGH)
    chosen = (one for one in looked_through if grant is None or one[1].get("grant") == grant)
    return _named(list(islice(chosen, limit)))


def reads_per_day(body: Body | int, days: int) -> list[tuple[date, int]]:
    """How many rows of the provider were read on each of the last days, today the last."""
    first = clock.today() - timedelta(days=days - 1)
    uses = Use.objects.filter(grant__provider=body, day__gte=first)
    counted = dict(uses.values_list("day").annotate(total=Sum("reads")))
    return [(day, counted.get(day, 0)) for day in (first + timedelta(days=n) for n in range(days))]


def why_denied(reason: str) -> Sentence:
    """Why a read was denied, for people; the consumer itself is not told that a row of another region exists."""
    if reason == "out_of_scope":
        return say("The row is of a region that the grant does not reach.")
    return KINDS[reason].title if reason in KINDS else say("The read was denied.")


def _leaves(log: Log, before: int | None) -> Iterator[Leaf]:
    """The leaves of a log from the newest on: those that wait for their place, then by position."""
    waiting = Leaf.objects.filter(log=log, position=None).order_by("-id")
    placed = Leaf.objects.filter(log=log, position__isnull=False).order_by("-position")
    last = Leaf.objects.filter(log=log, pk=before).first() if before is not None else None
    if last is not None and last.position is None:
        waiting = waiting.filter(id__lt=last.pk)
    elif last is not None:
        waiting, placed = waiting.none(), placed.filter(position__lt=last.position)
    yield from _chunks(waiting)
    yield from _chunks(placed)


def _chunks(leaves: QuerySet[Leaf]) -> Iterator[Leaf]:
    return leaves.iterator(chunk_size=500)


def _named(found: list[tuple[Leaf, dict[str, Any]]]) -> list[Read]:
    """The leaves with the names of consumers, their systems and resources, in three queries."""
    names = {body.code: str(body) for body in Body.objects.filter(_one_of("code", found, "consumer"))}
    resources = dict(Resource.objects.filter(_one_of("code", found, "resource")).values_list("code", "name"))
    known = ConsumerSystem.objects.filter(_one_of("client_id", found, "system"))
    systems = dict(known.values_list("client_id", "name"))
    return [_read(leaf, said, names | resources | systems) for leaf, said in found]


def _one_of(column: str, found: list[tuple[Leaf, dict[str, Any]]], name: str) -> Q:
    return Q((f"{column}__in", {said.get(name, "") for _, said in found}))


def _read(leaf: Leaf, said: dict[str, Any], names: dict[str, str]) -> Read:
    consumer, resource, system = (said.get(one, "") for one in ("consumer", "resource", "system"))
    return Read(
        leaf=leaf.pk,
        position=leaf.position,
        at=datetime.fromisoformat(said["at"]),
        kind=said["kind"],
        consumer_name=names.get(consumer, consumer),
        system=names.get(system, system),
        purpose=said.get("purpose", ""),
        items=tuple(said.get("items", ())),
        rows=said.get("rows", 0),
        resource_name=names.get(resource, resource),
        grant=said.get("grant"),
        reason=said.get("reason", ""),
        case=said.get("case", ""),
        officer=said.get("officer", ""),
    )
