"""Every read of the spine that others may use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from banyan.acts import clock, registry
from banyan.acts.act import Act, Asked
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.door import judge
from banyan.acts.errors import NotThere
from banyan.acts.governed import Governed
from banyan.acts.models import Duty, Entry, Finding, Proposal
from banyan.acts.refusal import Refusal
from banyan.acts.rule import Condition
from banyan.acts.scopes import prefix_of

SHOWN = 20
"""So many entries about one object stand as the evidence of a finding."""


@dataclass(frozen=True)
class Possibility:
    """An act on an object for one actor: free when nothing stands against it."""

    act: Act
    mine: bool
    refusals: tuple[Refusal, ...]

    @property
    def free(self) -> bool:
        return self.mine and not self.refusals


def packs_recorded() -> tuple[str, ...]:
    """The ids of the law packs under which acts were recorded; none while the database is new."""
    if Entry._meta.db_table not in connection.introspection.table_names():
        return ()
    versions = Entry.objects.order_by("pack").values_list("pack", flat=True).distinct()
    return tuple(sorted({version.partition("@")[0] for version in versions}))


def possible(actor: Actor, thing: Governed) -> list[Possibility]:
    """Every act on this object: those the actor may do now, those stopped with why, those of other offices."""
    found = []
    known: dict[Any, Any] = {}
    for act in registry.acts_on(thing._meta.label_lower):
        if act.moves.creates or not act.by.places:
            continue
        held = act.by.held(actor, thing)
        asked = Asked({}, by=held, actor=actor, at=clock.now())
        refusals = judge(act, actor, thing, asked, preconditions=True, known=known)
        found.append(Possibility(act, held is not None, tuple(refusals)))
    return found


def conditions(act: Act, actor: Actor, thing: Governed) -> list[Condition]:
    """Every precondition of an act on this object, met or not: the rows of its gate."""
    asked = Asked({}, by=act.by.held(actor, thing), actor=actor, at=clock.now())
    facts = act.facts(thing, asked) if act.facts else None
    return [one.condition(facts, asked) for one in act.rules if one.precondition]


def creating(actor: Actor, noun: str) -> list[Act]:
    """The acts by which the actor's offices may make a new object of this noun."""
    return [act for act in registry.acts_on(noun) if act.moves.creates and act.by.concerns(actor)]


def history(noun: str, object_id: int) -> QuerySet[Entry]:
    """Every entry that touched or was asked of this object, newest first."""
    mine = Q(noun=noun, object_id=object_id) | Q(touches__noun=noun, touches__object_id=object_id)
    return Entry.objects.filter(mine).distinct().order_by("-pk")


def evidence_of(finding: Finding) -> list[Entry]:
    """The entries that show a finding: by which it was opened, and all about its objects until then, newest first."""
    opened = Entry.objects.filter(act="acts.open_findings", at=finding.found_at)
    shown = [one for one in opened if one.given.get("monitor") == finding.monitor]
    things = [(finding.noun, finding.object_id, finding.found_at.isoformat())]
    things += [(*one["on"], one["at"]) for one in finding.evidence]
    for noun, number, until in things:
        if number:
            shown += history(noun, number).filter(at__lte=datetime.fromisoformat(until))[:SHOWN]
    return sorted({one.pk: one for one in shown}.values(), key=lambda one: -one.pk)


def done_in(year: int, *, act: str = "", region: str = "") -> QuerySet[Entry]:
    """Acts done in a year, the newest first; of a region those of its bodies, of the province the system's own too."""
    rows = Entry.objects.filter(outcome=Entry.Outcome.DONE, at__year=year)
    if act:
        rows = rows.filter(act=act)
    if region and prefix_of(region) != region[:2]:
        rows = rows.filter(body__in=directory().numbers(region))
    return rows.order_by("-pk")


def owed(actor: Actor) -> QuerySet[Duty]:
    """The open duties of the actor's offices, the most urgent first."""
    mine = Q(pk__in=[])
    for held in actor.offices:
        mine |= Q(body=held.body, offices__regex=rf"(^|,){held.kind}(,|$)") | Q(body=held.body, offices="")
    return Duty.objects.filter(mine, closed_at=None).order_by("due_at", "pk")


def awaited(nouns: Iterable[tuple[str, QuerySet[Any]]]) -> QuerySet[Duty]:
    """Open duties of others about these objects: pairs of a noun and the query of its objects."""
    mine = Q(pk__in=[])
    for noun, things in nouns:
        mine |= Q(noun=noun, object_id__in=things.values("pk"))
    return Duty.objects.filter(mine, closed_at=None).order_by("due_at", "pk")


def open_findings_of(bodies: Any) -> QuerySet[Finding]:
    """Open findings against these bodies, the newest first."""
    return Finding.objects.filter(body__in=bodies, state=Finding.State.OPEN).order_by("-pk")


def overdue(at: datetime | None = None) -> QuerySet[Duty]:
    """Duties whose day has passed."""
    return Duty.objects.filter(closed_at=None, due_at__lt=at or clock.now())


def proposals_for(actor: Actor) -> list[Proposal]:
    """Proposals that the actor may confirm as the second person."""
    waiting = Proposal.objects.filter(state=Proposal.State.WAITING).exclude(officer=actor.officer)
    mine = {act.name: act for act in registry.acts if act.four_eyes and act.four_eyes.concerns(actor)}
    proposals = list(waiting.filter(act__in=mine).order_by("pk"))
    things = {
        act: mine[act].on._default_manager.in_bulk([one.object_id for one in proposals if one.act == act])
        for act in {one.act for one in proposals}
    }
    return [
        one
        for one in proposals
        if (thing := things[one.act].get(one.object_id)) and mine[one.act].four_eyes.held(actor, thing)
    ]


def proposal_for(actor: Actor, pk: int) -> Proposal:
    """The proposal of this number, where the actor may confirm it; NotThere otherwise."""
    found = next((one for one in proposals_for(actor) if one.pk == pk), None)
    if found is None:
        raise NotThere
    return found
