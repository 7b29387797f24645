"""The matters that people bring to bodies, and what shares spare them: materials, days, visits."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.catalogue.models import Subject
from banyan.exchange.models.sharing import Grant


class ServiceItem(Governed):
    """A matter that people or firms bring to a body (服务事项): its days, its visits and its materials, article 25.2.

    ``days_saved`` and ``visits_saved`` are what shares have spared since it was registered.
    """

    class State(models.TextChoices):
        OFFERED = "offered", pgettext_lazy("service item", "offered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {"offered": "good", "withdrawn": "quiet"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="service_items", verbose_name=_("body")
    )
    code = reads_as("code", models.CharField(_("code"), max_length=40, unique=True))
    name = models.CharField(_("name"), max_length=200)
    subject = models.CharField(_("for whom"), max_length=16, choices=Subject.choices)
    statutory_days = models.PositiveSmallIntegerField(_("working days by law"))
    promised_days = models.PositiveSmallIntegerField(_("working days promised"))
    visits = models.PositiveSmallIntegerField(_("visits needed"))
    days_saved = models.PositiveSmallIntegerField(_("days saved"), default=0)
    visits_saved = models.PositiveSmallIntegerField(_("visits spared"), default=0)

    class Meta:
        verbose_name = _("service item")

    def __str__(self) -> str:
        return self.name


class ServiceMaterial(Governed):
    """A paper that a service item asks for (申请材料), unless a share supplies what it says."""

    class State(models.TextChoices):
        ASKED = "asked", pgettext_lazy("material", "asked")
        SPARED = "spared", _("obtained by sharing")

    tones: ClassVar = {"asked": "info", "spared": "good"}

    item = models.ForeignKey(
        ServiceItem, on_delete=models.PROTECT, related_name="materials", verbose_name=_("service item")
    )
    position = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("material"), max_length=200)
    grant = models.ForeignKey(
        Grant, on_delete=models.PROTECT, null=True, related_name="spares", verbose_name=_("grant")
    )

    class Meta:
        verbose_name = _("service material")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "position"], name="exchange_material_position")
        ]

    def __str__(self) -> str:
        return self.name
