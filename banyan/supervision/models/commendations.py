"""Commendations of outstanding bodies."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class Commendation(Governed):
    """That a body is commended for its e-government (表彰奖励), article 9: figures propose, people decide."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        HEARD = "heard", _("heard")
        COMMENDED = "commended", _("commended")
        DECLINED = "declined", _("not commended")

    tones: ClassVar = {"proposed": "info", "heard": "info", "commended": "good", "declined": "quiet"}

    office = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="commendations_proposed", verbose_name=_("proposed by")
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="commendations", verbose_name=_("body")
    )
    since = models.DateField(_("from"))
    until = models.DateField(_("to"))
    points = models.PositiveSmallIntegerField(_("points of the period"))
    rank = models.PositiveIntegerField(_("rank among its peers"))
    peers = models.PositiveIntegerField(_("peers"))
    merit = models.TextField(_("what it did"))
    heard = models.TextField(_("opinions heard"), blank=True)
    decision = models.TextField(_("decision"), blank=True)

    class Meta:
        verbose_name = _("commendation")

    def __str__(self) -> str:
        return f"{self.body} {self.since.year}"
