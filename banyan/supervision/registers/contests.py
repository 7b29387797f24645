"""How contests are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.acts.scopes import of_state
from banyan.supervision.models import Contest
from banyan.supervision.queries import contests as queries

register(
    Register(
        model=Contest,
        title=_("Contested findings"),
        one=_("contest"),
        about=_("What bodies say against findings, and what was decided; until then the finding stays open."),
        columns=(
            Column("finding", _("Finding"), "record"),
            Column("body", _("Body")),
            Column("reason", _("Reason")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Contest"),
                (
                    Column("finding", _("Finding"), "record"),
                    Column("finding.because_words", _("Why it was found")),
                    Column("finding.state_word", _("State of the finding")),
                    Column("body", _("Body"), "record"),
                    Column("judge", _("Decides"), "record"),
                    Column("reason", _("Reason")),
                    Column("answer", _("Answer")),
                ),
            ),
        ),
        visible=queries.visible_contests,
        filters=(of_state(Contest),),
        search=("reason", "body__name"),
        owner="body",
        menu=8,
    )
)
