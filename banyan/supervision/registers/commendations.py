"""How commendations are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.acts.scopes import of_state
from banyan.supervision.models import Commendation
from banyan.supervision.queries import commendations as queries

register(
    Register(
        model=Commendation,
        title=_("Commendations"),
        one=_("commendation"),
        about=_("Bodies that stood out: proposed from figures, decided by the government (article 9)."),
        columns=(
            Column("body", _("Body"), "record"),
            Column("since", _("From"), "date"),
            Column("until", _("To"), "date"),
            Column("points", _("Points"), "number"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Commendation"),
                (
                    Column("body", _("Body"), "record"),
                    Column("office", _("Proposed by"), "record"),
                    Column("since", _("From"), "date"),
                    Column("until", _("To"), "date"),
                    Column("points", _("Points of the period"), "number"),
                    Column("rank", _("Place among its peers"), "number"),
                    Column("peers", _("Peers"), "number"),
                    Column("merit", _("What it did")),
                    Column("heard", _("Opinions heard")),
                    Column("decision", _("Decision")),
                ),
            ),
        ),
        visible=queries.visible_commendations,
        filters=(of_state(Commendation),),
        search=("body__name", "merit"),
        owner="body",
        menu=30,
        public=True,
    )
)
