"""How coordination cases are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.supervision.models import CoordinationCase
from banyan.supervision.queries import coordination as queries

register(
    Register(
        model=CoordinationCase,
        title=_("Coordination cases"),
        one=_("coordination case"),
        about=_("Disputes between bodies, brought to the managing department and settled (article 4)."),
        columns=("subject", "body", "other"),
        groups=(
            Group(
                _("Coordination case"),
                (
                    "body",
                    "other",
                    Column("office", _("Coordinates"), "record"),
                    Column("government", _("Decides"), "record"),
                    "leadership",
                    "statement",
                    "reply",
                    "minutes",
                    "outcome",
                ),
            ),
        ),
        visible=queries.visible_cases,
        search=("subject", "body__name", "other__name"),
        owner="body",
        menu=40,
    )
)
