"""Orders to correct what findings show."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.acts.models import Finding
from banyan.acts.names import paired
from banyan.bodies.models import Body


class Order(Governed):
    """An order to correct what findings show (整改通知), articles 34 and 35.

    It ends when the managing department has checked the correction; what is not met in time can be referred.
    """

    class State(models.TextChoices):
        ISSUED = "issued", _("issued")
        REPORTED = "reported", _("reported as corrected")
        CLOSED = "closed", _("corrected and closed")
        ESCALATED = "escalated", _("not met, escalated")
        LIFTED = "lifted", _("lifted, its findings are withdrawn")

    tones: ClassVar = {
        "issued": "info",
        "reported": "info",
        "closed": "good",
        "escalated": "bad",
        "lifted": "quiet",
    }

    issued_by = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="orders_issued", verbose_name=_("managing department")
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="orders", verbose_name=_("body"))
    findings = models.ManyToManyField(Finding, related_name="orders", verbose_name=_("findings"))
    demands = models.TextField(_("what is to be corrected"))
    report = models.TextField(_("report of the body"), blank=True)
    evidence = models.TextField(_("evidence of the correction"), blank=True)
    check_result = models.TextField(_("result of the check"), blank=True)

    class Meta:
        verbose_name = _("order")

    def __str__(self) -> str:
        return paired(self.body, self.demands[:40])
