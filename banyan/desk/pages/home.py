"""Home: what I owe, what waits on others, what changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from banyan.acts import clock, registry
from banyan.acts.access import entries_open_to
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.models import Duty, Entry, Finding, Proposal
from banyan.acts.office import before_gates, registers_of
from banyan.acts.queries import awaited, open_findings_of, owed, proposals_for
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.menu import works_with
from banyan.desk.reach import Place, places
from banyan.desk.shapes import Empty, Home, Link, State, Wait
from banyan.desk.words import (
    address_of,
    address_of_act,
    address_of_noun,
    article,
    duty_words,
    event,
    state_of,
    time_left,
)

MOST = 12


@page("GET", "HEAD")
def home(request: HttpRequest) -> HttpResponse:
    """What the officer's offices owe, by due date; then the rest."""
    actor = actor_of(request)
    duties = list(owed(actor)[: MOST + 1])
    findings = list(open_findings_of(list(actor.bodies))[:MOST])
    waits = _waits(actor)
    gates = _gates(actor, {(one.noun, one.object_id) for one in duties[:MOST]})
    proposals = proposals_for(actor)
    changes = _changes(actor)
    proven = entries_open_to(actor, changes)
    owing: list[Any] = [*proposals, *duties[:MOST], *findings]
    place = places(actor, ((one.noun, one.object_id) for one in owing))
    view = Home(
        duties=(
            *(_proposal(one, place) for one in proposals),
            *(_duty(duty, place) for duty in duties[:MOST]),
            *(_finding(one, place) for one in findings),
        ),
        sums=_sums(duties, findings),
        no_duties=Empty(
            what=_("Nothing is owed."),
            why=_("No open duty and no finding stands against your offices."),
            act=None if gates else _first_step(actor),
        ),
        gates=gates,
        works=works_with(actor),
        waits=waits,
        changes=tuple(event(entry, linked=entry.pk in proven) for entry in changes),
        all_changes=Link(_("All entries"), "/entries/"),
        since=_("The newest entries of your bodies"),
    )
    return show(request, view, _("What I owe"))


def _sums(duties: list[Duty], findings: list[Finding]) -> tuple[State, ...]:
    now = clock.now()
    late = sum(duty.due_at < now for duty in duties)
    sums = [State(_("{n} overdue").format(n=late), "bad")] if late else []
    if len(duties) - late:
        sums.append(State(_("{n} due").format(n=len(duties) - late), "info"))
    if findings:
        sums.append(
            State(ngettext("%(n)d finding", "%(n)d findings", len(findings)) % {"n": len(findings)}, "warn")
        )
    return tuple(sums)


def _duty(duty: Duty, place: Place) -> shapes.Duty:
    url = place(duty.noun, duty.object_id)
    return shapes.Duty(
        what=Link(duty.title, url),
        article=article(duty.norm),
        clock=time_left(duty.due_at),
        act=Link(duty_words(duty), url),
        said=_("Counted provisionally: the holidays of that year are not published yet.")
        if duty.provisional
        else "",
    )


def _finding(finding: Finding, place: Place) -> shapes.Duty:
    url = address_of_noun("acts.finding", finding.pk)
    return shapes.Duty(
        what=Link(finding.title, place(finding.noun, finding.object_id) or url),
        article=article(finding.norm),
        clock=time_left(finding.due_at),
        act=Link(_("See the finding"), url),
        said=finding.because_words,
    )


def _proposal(one: Proposal, place: Place) -> shapes.Duty:
    return shapes.Duty(
        what=Link(one.title, place(one.noun, one.object_id)),
        article=article(registry.acts[one.act].norm),
        clock=time_left(clock.now()),
        act=Link(_("Confirm as the second person"), f"/proposals/{one.pk}/"),
    )


def _gates(actor: Actor, shown: set[tuple[str, int]]) -> tuple[shapes.Before, ...]:
    """What stands before the gates of the actor's offices and is no duty of the list above."""
    return tuple(
        shapes.Before(
            what=Link(str(one.thing), address_of(one.thing)),
            state=state_of(one.thing),
            article=article(one.act.norm),
            act=Link(_(one.act.title), address_of_act(one.act, one.thing.pk)),
        )
        for one in before_gates(actor, MOST)
        if (one.act.noun, one.thing.pk) not in shown
    )


def _first_step(actor: Actor) -> Link:
    """What somebody with nothing to do begins with: the first register of the office, or the overview."""
    mine = sorted(registers_of(actor), key=lambda one: one.menu)
    if not mine:
        return Link(_("Look at the overview"), "/overview/")
    return Link(_("Open: {register}").format(register=mine[0].title), f"/{mine[0].path}/")


def _waits(actor: Actor) -> tuple[Wait, ...]:
    seen = [(one.noun, one.visible(actor)) for one in registry.registers if one.governed and one.owner]
    mine = set(actor.bodies)
    due: list[Any] = [duty for duty in awaited(seen)[: MOST * 2] if duty.body not in mine][:MOST]
    names = directory().names(duty.body for duty in due)
    return tuple(
        Wait(
            what=Link(duty.title, address_of_noun(duty.noun, duty.object_id)),
            who=names[duty.body].name if duty.body in names else "",
            article=article(duty.norm),
            clock=time_left(duty.due_at),
        )
        for duty in due
    )


def _changes(actor: Actor) -> list[Entry]:
    return list(Entry.objects.filter(body__in=actor.bodies).order_by("-pk")[:8])
