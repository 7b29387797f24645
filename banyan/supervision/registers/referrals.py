"""How referrals are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Document, Group, Register, register
from banyan.acts.scopes import of_state
from banyan.supervision.models import Referral
from banyan.supervision.queries import referrals as queries

register(
    Register(
        model=Referral,
        title=_("Referrals"),
        one=_("referral"),
        about=_("Files handed to the supervision organ in the five cases of article 38."),
        columns=(
            Column("order", _("Order"), "record"),
            Column("get_item_display", _("Case of article 38")),
            Column("amount", _("Amount concerned (yuan)"), "number"),
            Column("people", _("People concerned"), "number"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Referral"),
                (
                    Column("order", _("Order"), "record"),
                    Column("get_item_display", _("Case of article 38")),
                    Column("facts", _("Facts")),
                    Column("amount", _("Amount concerned (yuan)"), "number"),
                    Column("people", _("People concerned"), "number"),
                    Column("judged", _("How the gravity was judged")),
                    Column("outcome", _("Outcome")),
                    Column("get_sanction_display", _("Sanction")),
                    Column("effective_on", _("In effect from"), "date"),
                    Column("effective_until", _("In effect until"), "date"),
                    Column("damages", _("Damages to be compensated (yuan)"), "number"),
                    Column("handed_over_to", _("Handed over for prosecution to")),
                ),
            ),
        ),
        visible=queries.visible_referrals,
        documents=(
            Document(
                _("See the file"), _("Findings, order, persons and entries with their proofs."), "file/"
            ),
            Document(_("File as PDF"), _("To print and to hand over."), "file.pdf"),
            Document(_("File as JSON"), _("With proofs that verify.py checks offline."), "file.json"),
        ),
        filters=(of_state(Referral),),
        owner="order.body",
        menu=20,
    )
)
