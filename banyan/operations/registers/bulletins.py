"""How security bulletins and the replies to them are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.operations.models import Bulletin, BulletinReply
from banyan.operations.queries import bulletins as queries


def _replies(bulletin: Any, actor: Actor) -> Any:
    return queries.visible_replies(actor).filter(bulletin=bulletin).order_by("pk")


register(
    Register(
        model=Bulletin,
        title=_("Security bulletins"),
        one=_("security bulletin"),
        about=_(
            "Threats told to the bodies concerned, and what they did; nobody else reads them (article 32.3)."
        ),
        columns=(
            "title",
            Column("number", _("Document number")),
            "urgency",
            Column("issued_on", sort=True),
            "reply_by",
        ),
        groups=(
            Group(
                _("Security bulletin"),
                (
                    "office",
                    Column("number", _("Document number")),
                    "urgency",
                    "issued_on",
                    "reply_by",
                    "withdrawn_because",
                ),
            ),
            Group(_("What it tells"), ("threat", "weaknesses", "affected", "measures")),
        ),
        visible=queries.visible_bulletins,
        filters=("urgency",),
        related=(
            Related(
                _("Bodies concerned"),
                _replies,
                (Column("body", opens=True), "touched", "done", "state"),
                most=100,
                name="replies",
                of=BulletinReply,
            ),
        ),
        search=("number", "title"),
        owner="office",
        code="number",
        menu=46,
    )
)

register(
    Register(
        model=BulletinReply,
        title=_("Replies to bulletins"),
        one=_("reply to a bulletin"),
        about=_("Which body received a bulletin, and what it did about it."),
        columns=("bulletin", "body", "done"),
        groups=(
            Group(
                _("Reply to a bulletin"),
                (
                    "bulletin",
                    "bulletin.urgency",
                    "body",
                    "counted_from",
                    Column("reply_by", _("Reply by"), "date"),
                    "touched",
                    "done",
                ),
            ),
            Group(
                _("What it tells"),
                ("bulletin.threat", "bulletin.weaknesses", "bulletin.affected", "bulletin.measures"),
            ),
        ),
        visible=queries.visible_replies,
        search=("bulletin__number", "bulletin__title", "body__name"),
        owner="body",
        menu=48,
    )
)
