"""Reads of security bulletins and replies: only for the department that issues them and the bodies concerned."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.operations.models import Bulletin, BulletinReply
from banyan.operations.rules.bulletins import BulletinFacts

RECEIPT = Due("bulletin.receipt", since="told")
REPORT = Due(
    "bulletin.report.{on.bulletin.urgency}",
    since="told, received",
    counted_from="counted_from",
    day="reply_by",
)
"""The clock of the report: from the receipt in time, or else from the issue; a body that never confirms is late too."""


def is_received_in_time(reply: BulletinReply, at: datetime) -> bool:
    """Whether a receipt confirmed now comes before its last moment."""
    return at <= RECEIPT.last_moment(clock.midnight(reply.bulletin.issued_on)).at


def bulletin_facts(on: Any, asked: Any) -> BulletinFacts:
    """What the rules of a bulletin may know."""
    return BulletinFacts(
        number_taken=Bulletin.objects.filter(number=asked.number or "").exists(),
        told=len(asked.bodies or ()),
        today=clock.today(),
    )


def bodies_to_tell(on: Any, actor: Actor) -> QuerySet[Body]:
    """Every body in office besides the own."""
    return Body.objects.filter(state=Body.State.ACTIVE).exclude(pk__in=actor.bodies)


def visible_bulletins(actor: Actor) -> QuerySet[Bulletin]:
    told = BulletinReply.objects.filter(body__in=actor.bodies).values("bulletin")
    rows = Bulletin.objects.filter(Q(office__in=actor.bodies) | Q(pk__in=told))
    return rows.select_related("office").prefetch_related("replies")


def visible_replies(actor: Actor) -> QuerySet[BulletinReply]:
    rows = BulletinReply.objects.filter(Q(body__in=actor.bodies) | Q(bulletin__office__in=actor.bodies))
    return rows.select_related("bulletin__office", "body")
