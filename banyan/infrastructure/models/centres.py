"""Data centres, and how one is approved before it is built."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class DataCentre(Governed):
    """A data centre (数据中心), article 14: approved before it is built; existing ones are integrated."""

    class Work(models.TextChoices):
        BUILD = "build", _("new building")
        EXTEND = "extend", _("extension")
        REBUILD = "rebuild", _("rebuilding")
        STOCK = "stock", _("existing before the Measures")

    class State(models.TextChoices):
        REQUESTED = "requested", _("requested")
        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("not approved")
        STOCK = "to_integrate", _("to be integrated")
        INTEGRATED = "integrated", _("integrated")

    tones: ClassVar = {
        "requested": "info",
        "approved": "good",
        "refused": "bad",
        "to_integrate": "info",
        "integrated": "good",
    }

    name = models.CharField(_("name"), max_length=160)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="data_centres", verbose_name=_("body")
    )
    work = models.CharField(_("work"), max_length=8, choices=Work.choices)
    reason = models.TextField(_("reason"))
    racks = models.PositiveIntegerField(_("racks"), default=0)
    answer = models.TextField(_("answer"), blank=True)
    integrate_by = models.DateField(_("to be integrated by"), null=True)

    class Meta:
        verbose_name = _("data centre")
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="infrastructure_centre_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def approver(self) -> Body | None:
        """The managing department of its level; the provincial office for units of the province (14.2)."""
        return self.body.managing
