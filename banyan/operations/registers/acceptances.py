"""How acceptances of rules are listed and shown, and what stands on a grant's page of them."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import of_body, of_state
from banyan.exchange.models import Grant
from banyan.operations.models import Acceptance
from banyan.operations.queries import acceptances as queries

RULE = Column("rule", _("Service rule"), "record")
SINCE = Column("since", _("Since"), "date")
STATE = Column("state", _("State"), "state")

register(
    Register(
        model=Acceptance,
        title=_("Acceptance of rules of use"),
        one=_("acceptance of rules of use"),
        about=_("Under which version of the rules each body uses shared resources (article 37)."),
        columns=(
            Column("rule", _("Service rule")),
            Column("body", _("Body"), "record"),
            Column("grant", _("Grant"), "record"),
            SINCE,
            STATE,
        ),
        groups=(
            Group(
                _("Acceptance"),
                (
                    RULE,
                    Column("rule.number", _("Document number"), "code"),
                    Column("rule.in_force_from", _("In force from"), "date"),
                    Column("body", _("Body"), "record"),
                    Column("grant", _("Grant"), "record"),
                    SINCE,
                ),
            ),
        ),
        visible=queries.visible_acceptances,
        filters=(of_state(Acceptance), *of_body()),
        search=("rule__title", "body__name"),
        owner="body",
        menu=51,
    )
)

beside(
    Grant,
    Related(
        _("Made under the rules"),
        queries.rules_of_grant,
        (RULE, Column("rule.number", _("Document number"), "code"), SINCE),
        name="rules",
    ),
)
