"""Rules of use and service standards, and the service levels that are agreed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.infrastructure.models import System
from banyan.operations.models.units import Commission


class ServiceRule(Governed):
    """A published rule of use, standard or procedure (管理办法、服务标准、流程), article 33."""

    class Kind(models.TextChoices):
        USE = "use", _("rules of use")
        OPERATION = "operation", _("rules of operation")
        SERVICE = "service", _("rules of service")
        MANAGEMENT = "management", _("rules of management")
        STANDARD = "standard", _("service standard")
        PROCEDURE = "procedure", _("service procedure")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        REPLACED = "replaced", _("replaced")
        REPEALED = "repealed", _("repealed")

    tones: ClassVar = {"draft": "info", "published": "good", "replaced": "quiet", "repealed": "quiet"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="service_rules", verbose_name=_("body")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followers", verbose_name=_("replaces")
    )
    number = reads_as("code", models.CharField(_("document number"), max_length=60, blank=True))
    in_force_from = models.DateField(_("in force from"), null=True)
    in_force_until = models.DateField(_("in force until"), null=True)

    class Meta:
        verbose_name = _("service rule")
        indexes: ClassVar = [
            models.Index(fields=["in_force_from", "id"], name="opera_servicerul_in_force_from")
        ]

    def __str__(self) -> str:
        return self.title


class Grade(models.TextChoices):
    """The grade of a month's service (服务质量等级)."""

    EXCELLENT = "excellent", _("excellent")
    GOOD = "good", pgettext_lazy("grade", "good")
    FAIR = "fair", pgettext_lazy("grade", "fair")
    POOR = "poor", pgettext_lazy("grade", "poor")


class ServiceLevel(Governed):
    """What is agreed for one system: availability, response, replies (服务水平), articles 33 and 35."""

    class State(models.TextChoices):
        AGREED = "agreed", pgettext_lazy("service level", "agreed")
        ENDED = "ended", _("ended")

    tones: ClassVar = {"agreed": "good", "ended": "quiet"}

    commission = models.ForeignKey(
        Commission, on_delete=models.PROTECT, related_name="levels", verbose_name=_("commission")
    )
    system = models.ForeignKey(
        System, on_delete=models.PROTECT, related_name="levels", verbose_name=_("system")
    )
    availability = reads_as(
        "percent", models.DecimalField(_("availability (%)"), max_digits=6, decimal_places=3)
    )
    response_ms = models.PositiveIntegerField(_("response (ms)"))
    reply_hours = models.PositiveIntegerField(_("reply to requests (hours)"))
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True)

    class Meta:
        verbose_name = _("service level")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["system"], condition=models.Q(state="agreed"), name="operations_one_level"
            )
        ]

    def __str__(self) -> str:
        return f"{self.system} ≥ {float(self.availability):g}%"
