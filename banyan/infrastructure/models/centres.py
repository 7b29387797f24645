"""Data centres, and how one is approved before it is built."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.infrastructure.models.existing import Existing


class DataCentre(Existing):
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
        "to_integrate": "bad",
        "integrated": "quiet",
    }

    work = models.CharField(_("work"), max_length=8, choices=Work.choices)
    reason = models.TextField(_("reason"))
    racks = models.PositiveIntegerField(_("racks"), default=0)
    into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="taken_in", verbose_name=_("moves to")
    )

    class Meta:
        verbose_name = _("data centre")
        indexes: ClassVar = [
            models.Index(fields=["name", "id"], name="infra_datacentre_name"),
            models.Index(fields=["integrate_by", "id"], name="infra_datacentre_integrate_by"),
        ]
