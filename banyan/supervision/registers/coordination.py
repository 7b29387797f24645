"""How coordination cases are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.acts.scopes import of_state
from banyan.supervision.models import CoordinationCase
from banyan.supervision.queries import coordination as queries

register(
    Register(
        model=CoordinationCase,
        title=_("Coordination cases"),
        one=_("coordination case"),
        about=_("Disputes between bodies, brought to the managing department and settled (article 4)."),
        columns=(
            Column("subject", _("Subject"), "record"),
            Column("body", _("Brought by")),
            Column("other", _("Other side")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Coordination case"),
                (
                    Column("body", _("Brought by"), "record"),
                    Column("other", _("Other side"), "record"),
                    Column("office", _("Coordinates"), "record"),
                    Column("government", _("Decides"), "record"),
                    Column("leadership", _("Led by"), "record"),
                    Column("statement", _("Statement of who brought it")),
                    Column("reply", _("Statement of the other side")),
                    Column("minutes", _("Minutes")),
                    Column("outcome", _("Outcome")),
                ),
            ),
        ),
        visible=queries.visible_cases,
        filters=(of_state(CoordinationCase),),
        search=("subject", "body__name", "other__name"),
        owner="body",
        menu=40,
    )
)
