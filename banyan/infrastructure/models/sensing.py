"""Sensing resources, and who may look through them."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.bodies.models import Body, Region


class SensingResource(Governed):
    """Cameras and sensors of a body at a place (感知资源), article 14.3: reported when new, decided, shared."""

    class Kind(models.TextChoices):
        CAMERA = "camera", _("cameras")
        WATER = "water", _("water level and quality")
        AIR = "air", _("air and weather")
        TRAFFIC = "traffic", _("traffic")
        FIRE = "fire", _("fire and smoke")
        OTHER = "other", pgettext_lazy("sensing", "other")

    class State(models.TextChoices):
        REPORTED = "reported", _("reported")
        APPROVED = "approved", _("approved")
        USE_EXISTING = "use_existing", _("to use what exists")
        IN_USE = "in_use", _("in use")
        REMOVED = "removed", _("removed")

    tones: ClassVar = {
        "reported": "info",
        "approved": "info",
        "use_existing": "quiet",
        "in_use": "good",
        "removed": "quiet",
    }

    name = models.CharField(_("name"), max_length=160)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("body"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    number = models.PositiveIntegerField(_("number of devices"))
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("region"))
    place = models.CharField(_("place or grid cell"), max_length=120)
    purpose = models.TextField(_("purpose"), blank=True)
    answer = models.TextField(_("answer"), blank=True)
    existing = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="used_instead",
        verbose_name=_("what exists"),
    )
    in_use_since = models.DateField(_("in use since"), null=True)
    is_stock = models.BooleanField(_("existed before the Measures"), default=False)

    class Meta:
        verbose_name = _("sensing resource")
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="infra_sensingres_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def approver(self) -> Body | None:
        """The managing department of the same level (本级电子政务管理部门)."""
        return self.body.managing


class SensingAccess(Governed):
    """That a unit may use the sensing resource of another (感知资源调用), dispatched by the managing department."""

    class State(models.TextChoices):
        ASKED = "asked", pgettext_lazy("sensing", "asked")
        DISPATCHED = "dispatched", _("dispatched")
        REFUSED = "refused", pgettext_lazy("sensing", "refused")
        ENDED = "ended", pgettext_lazy("sensing", "ended")

    tones: ClassVar = {"asked": "info", "dispatched": "good", "refused": "bad", "ended": "quiet"}

    resource = models.ForeignKey(
        SensingResource, on_delete=models.PROTECT, related_name="accesses", verbose_name=_("sensing resource")
    )
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    purpose = models.TextField(_("purpose"))
    answer = models.TextField(_("answer"), blank=True)
    until = models.DateField(_("until"), null=True)

    class Meta:
        verbose_name = _("access to sensing")

    def __str__(self) -> str:
        return paired(self.unit, self.resource)
