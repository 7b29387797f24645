"""How security bulletins and the replies to them are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import choosing, of_state
from banyan.operations.models import Bulletin, BulletinReply
from banyan.operations.queries import bulletins as queries

URGENCY = "get_urgency_display"


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
            Column("title", _("Title"), "record"),
            Column("number", _("Document number"), "code"),
            Column(URGENCY, _("Urgency")),
            Column("issued_on", _("Issued on"), "date", sort=True),
            Column("reply_by", _("Reply by"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Security bulletin"),
                (
                    Column("office", _("Network security department"), "record"),
                    Column("number", _("Document number"), "code"),
                    Column(URGENCY, _("Urgency")),
                    Column("issued_on", _("Issued on"), "date"),
                    Column("reply_by", _("Reply by"), "date"),
                    Column("withdrawn_because", _("Withdrawn because")),
                ),
            ),
            Group(
                _("What it tells"),
                (
                    Column("threat", _("Threat")),
                    Column("weaknesses", _("Vulnerabilities")),
                    Column("affected", _("Systems affected")),
                    Column("measures", _("Measures")),
                ),
            ),
        ),
        visible=queries.visible_bulletins,
        filters=(of_state(Bulletin), choosing("urgency", _("Urgency"), Bulletin.Urgency)),
        related=(
            Related(
                _("Bodies concerned"),
                _replies,
                (
                    Column("__str__", _("Reply"), "record"),
                    Column("touched", _("Own systems affected")),
                    Column("done", _("What was done")),
                    Column("state", _("State"), "state"),
                ),
                most=100,
                name="replies",
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
        columns=(
            Column("bulletin", _("Security bulletin"), "record"),
            Column("body", _("Body")),
            Column("done", _("What was done")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Reply to a bulletin"),
                (
                    Column("bulletin", _("Security bulletin"), "record"),
                    Column("bulletin.get_urgency_display", _("Urgency")),
                    Column("body", _("Body"), "record"),
                    Column("reply_by", _("Reply by"), "date"),
                    Column("touched", _("Own systems affected")),
                    Column("done", _("What was done")),
                ),
            ),
            Group(
                _("What it tells"),
                (
                    Column("bulletin.threat", _("Threat")),
                    Column("bulletin.weaknesses", _("Vulnerabilities")),
                    Column("bulletin.affected", _("Systems affected")),
                    Column("bulletin.measures", _("Measures")),
                ),
            ),
        ),
        visible=queries.visible_replies,
        filters=(of_state(BulletinReply),),
        search=("bulletin__number", "bulletin__title", "body__name"),
        owner="body",
        menu=48,
    )
)
