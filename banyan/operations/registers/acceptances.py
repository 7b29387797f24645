"""How acceptances of rules are listed and shown, and what stands on a grant's page of them."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.exchange.models import Grant
from banyan.operations.models import Acceptance
from banyan.operations.queries import acceptances as queries

register(
    Register(
        model=Acceptance,
        title=_("Acceptance of rules of use"),
        one=_("acceptance of rules of use"),
        about=_("Under which version of the rules each body uses shared resources (article 37)."),
        columns=("rule", Column("body", kind="record"), Column("grant", kind="record"), "since"),
        groups=(
            Group(_("Acceptance"), ("rule", "rule.number", "rule.in_force_from", "body", "grant", "since")),
        ),
        visible=queries.visible_acceptances,
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
        (Column("rule", kind="record"), "rule.number", "since"),
        name="rules",
        of=Acceptance,
    ),
)
