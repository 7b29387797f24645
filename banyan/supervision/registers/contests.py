"""How contests are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.supervision.models import Contest
from banyan.supervision.queries import contests as queries

register(
    Register(
        model=Contest,
        title=_("Contested findings"),
        one=_("contest"),
        about=_("What bodies say against findings, and what was decided; until then the finding stays open."),
        columns=("finding", "body", "reason"),
        groups=(
            Group(
                _("Contest"),
                (
                    "finding",
                    Column("finding.because_words", _("Why it was found")),
                    Column("finding.state_word", _("State of the finding")),
                    "body",
                    Column("judge", _("Decides"), "record"),
                    "reason",
                    "answer",
                ),
            ),
        ),
        visible=queries.visible_contests,
        search=("reason", "body__name"),
        owner="body",
        menu=8,
    )
)
