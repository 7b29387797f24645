"""How referrals are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Group, Register, Way, register
from banyan.supervision.models import Referral
from banyan.supervision.queries import referrals as queries

register(
    Register(
        model=Referral,
        title=_("Referrals"),
        one=_("referral"),
        about=_("Files handed to the supervision organ in the five cases of article 38."),
        columns=("order", "item", "amount", "people"),
        groups=(
            Group(
                _("Referral"),
                (
                    "order",
                    "item",
                    "facts",
                    "amount",
                    "people",
                    "judged",
                    "outcome",
                    "sanction",
                    "effective_on",
                    "effective_until",
                    "damages",
                    "handed_over_to",
                ),
            ),
        ),
        visible=queries.visible_referrals,
        ways=(
            Way(_("See the file"), _("Findings, order, persons and entries with their proofs."), "file/"),
            Way(_("File as PDF"), _("To print and to hand over."), "file.pdf"),
            Way(_("File as JSON"), _("With proofs that verify.py checks offline."), "file.json"),
        ),
        owner="order.body",
        menu=20,
    )
)
