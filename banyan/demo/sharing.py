"""The demo's past weeks of sharing: requests granted, granted by rule, refused with ground, overdue and waiting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.reaction import follow
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.models import Resource
from banyan.demo import read
from banyan.demo.records import ShareRequest as ToldRequest
from banyan.demo.timeline import days_ago, working_days
from banyan.exchange.acts import sharing as acts
from banyan.exchange.models import ConsumerSystem, ShareRequest

TERM = 500
"""Days for which the demo's requests ask."""


@dataclass(frozen=True)
class Purpose:
    """What a body needs data for (用途)."""

    purpose: str
    legal_basis: str
    case_type: str


@dataclass(frozen=True)
class Answer:
    """How a provider answered: with a ground it refused, else it granted everything, some items masked."""

    days: int
    officer: str
    masked: tuple[str, ...] = ()
    ground: str = ""
    ground_basis: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Past:
    """One request (共享申请) of the past; what is shared unconditionally needs no answer."""

    days: int
    officer: str
    system: str
    resource: str
    items: tuple[str, ...]
    purpose: Purpose
    answer: Answer | None = None

    def made(self) -> QuerySet[ShareRequest]:
        """The request, once it is made, and any like it, the first first."""
        same = {"system__client_id": self.system, "resource__code": self.resource}
        return ShareRequest.objects.filter(purpose=self.purpose.purpose, **same).order_by("pk")


def past() -> tuple[Past, ...]:
    """Every request of the past weeks; the reply to a conditional one is due within ten working days."""
    return tuple(map(_past, read.share_requests()))


def _past(told: ToldRequest) -> Past:
    return Past(
        working_days(told.asked) if told.days == "working" else told.asked,
        told.officer,
        told.system,
        told.resource,
        told.items,
        Purpose(told.purpose, told.legal_basis, told.case_type),
        _answer_in(told),
    )


def _answer_in(told: ToldRequest) -> Answer | None:
    if told.answered is None:
        return None
    return Answer(told.answered, told.answerer, told.masked, told.ground, told.ground_basis, told.reason)


def is_done() -> bool:
    return not any(_open_moments())


def play() -> None:
    """Ask and answer what has not been, in the order in which it happened."""
    for days, happen in sorted(_open_moments(), key=lambda moment: -moment[0]):
        with days_ago(days):
            happen()


def _open_moments() -> list[tuple[int, Callable[[], None]]]:
    """What has still to happen, and how many days ago."""
    moments: list[tuple[int, Callable[[], None]]] = []
    for one in past():
        made = one.made().first()
        if made is None:
            moments.append((one.days, partial(_ask, one)))
        if one.answer and (made is None or made.state == ShareRequest.State.SUBMITTED):
            moments.append((one.answer.days, partial(_answer, one, one.answer)))
    return moments


def _ask(one: Past) -> None:
    """Make the request; one for an unconditional resource is granted by rule at the same moment."""
    actor = actor_by_user_name(one.officer)
    resource = Resource.objects.get(code=one.resource)
    entry = perform(
        acts.submit_share_request,
        actor,
        resource=resource,
        items=list(resource.items.filter(name__in=one.items)),
        system=ConsumerSystem.objects.get(client_id=one.system),
        daily_volume=500,
        until=clock.today() + timedelta(days=TERM),
        responsible=actor.officer,
        **vars(one.purpose),
    )
    follow(entry)


def _answer(one: Past, answer: Answer) -> None:
    actor, request = actor_by_user_name(answer.officer), one.made()[0]
    if answer.ground:
        given: dict[str, Any] = {
            "ground": answer.ground,
            "ground_basis": answer.ground_basis,
            "reason": answer.reason,
        }
        perform(acts.refuse_share, actor, request, **given)
        return
    items = list(request.items.all())
    masked = [item for item in items if item.name in answer.masked]
    perform(acts.grant_share, actor, request, items=items, until=request.until, masked=masked)
