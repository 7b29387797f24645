"""How commendations are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.supervision.models import Commendation
from banyan.supervision.queries import commendations as queries

register(
    Register(
        model=Commendation,
        title=_("Commendations"),
        one=_("commendation"),
        about=_("Bodies that stood out: proposed from figures, decided by the government (article 9)."),
        columns=("body", Column("since", _("From")), Column("until", _("To")), "points"),
        groups=(
            Group(
                _("Commendation"),
                (
                    "body",
                    "office",
                    Column("since", _("From")),
                    Column("until", _("To")),
                    "points",
                    "rank",
                    "peers",
                    "merit",
                    "heard",
                    Column("decision", _("Decision")),
                ),
            ),
        ),
        visible=queries.visible_commendations,
        search=("body__name", "merit"),
        owner="body",
        menu=30,
        public=True,
    )
)
