"""Files handed to the supervision organ."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.bodies.models import Body
from banyan.supervision.models.orders import Order


class Referral(Governed):
    """A file handed to the supervision organ in one of the five cases of article 38 (移送)."""

    class Item(models.TextChoices):
        WASTE = "38.1(1)-a", _("duplicated building with major waste")
        CATALOGUE = "38.1(2)-a", _("catalogue not set up or not kept")
        COLLECTION = "38.1(3)-a", _("collecting beyond the catalogue")
        SHARING = "38.1(4)-a", _("refusing to share with major impact")
        OPENING = "38.1(5)-a", _("not opening information with major impact")

    class Sanction(models.TextChoices):
        NONE = "none", _("no sanction")
        WARNING = "warning", _("warning")
        DEMERIT = "demerit", _("demerit")
        MAJOR_DEMERIT = "major_demerit", _("major demerit")
        DEMOTION = "demotion", _("demotion or removal from office")
        DISMISSAL = "dismissal", _("dismissal")

    class State(models.TextChoices):
        DRAWN_UP = "drawn_up", _("drawn up")
        REFERRED = "referred", _("referred")
        ACCEPTED = "accepted", _("accepted by the supervision organ")
        RESULT = "concluded", _("concluded")

    tones: ClassVar = {"drawn_up": "info", "referred": "bad", "accepted": "bad", "concluded": "quiet"}

    order = models.OneToOneField(
        Order, on_delete=models.PROTECT, related_name="referral", verbose_name=_("order")
    )
    item = models.CharField(_("case of article 38"), max_length=12, choices=Item.choices)
    facts = models.TextField(_("facts"))
    amount = models.DecimalField(_("amount concerned (yuan)"), max_digits=16, decimal_places=2, null=True)
    people = models.PositiveIntegerField(_("people concerned"), null=True)
    judged = models.TextField(_("how the gravity was judged"))
    outcome = models.TextField(_("outcome"), blank=True)
    sanction = models.CharField(_("sanction"), max_length=16, choices=Sanction.choices, blank=True)
    effective_on = models.DateField(_("in effect from"), null=True)
    effective_until = models.DateField(_("in effect until"), null=True)
    damages = models.DecimalField(
        _("damages to be compensated (yuan)"), max_digits=16, decimal_places=2, null=True
    )
    handed_over_to = models.CharField(_("handed over for prosecution to"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("referral")

    def __str__(self) -> str:
        return paired(self.order.body, self.get_item_display())

    @cached_property
    def organ(self) -> Body | None:
        """The supervision organ of the body's government."""
        return self.order.body.supervision_organ
