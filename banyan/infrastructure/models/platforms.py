"""Platforms and terminals."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.bodies.models import Agreement
from banyan.infrastructure.models.existing import Existing


class Platform(Existing):
    """A platform or a set of terminals (平台和终端), articles 14.1, 17.1, 19 and 21: few build them, all use them."""

    class Kind(models.TextChoices):
        IOT = "iot", _("Internet-of-Things platform")
        GRID = "grid", _("comprehensive grid platform")
        GRID_TERMINAL = "grid_terminal", _("shared grid terminals")
        SHARING = "sharing", _("open sharing platform")
        SECURITY = "security", _("security assurance and supervision platform")
        UNIT_SECURITY = "unit_security", _("security system of a unit")
        SPECIAL_GRID = "special_grid", _("specialised grid platform")
        TERMINAL = "terminal", _("community terminals of one unit")

    class Mode(models.TextChoices):
        OWN = "own", _("built by oneself")
        COMMISSIONED = "commissioned", _("commissioned")
        PURCHASED = "purchased", _("purchased as a service")

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        RUNNING = "running", pgettext_lazy("infrastructure", "running")
        STOCK = "to_integrate", _("to be integrated")
        INTERCONNECTED = "interconnected", _("interconnected")
        INTEGRATED = "integrated", _("integrated")

    tones: ClassVar = {
        "planned": "info",
        "running": "good",
        "to_integrate": "bad",
        "interconnected": "good",
        "integrated": "quiet",
    }

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    mode = models.CharField(_("mode of building"), max_length=12, choices=Mode.choices, default=Mode.OWN)
    purpose = models.TextField(_("purpose"), blank=True)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("agreement")
    )
    qualification = models.CharField(_("qualification of the supplier"), max_length=200, blank=True)
    qualified_until = models.DateField(_("qualified until"), null=True)
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followers", verbose_name=_("follows")
    )
    number = models.PositiveIntegerField(_("number of devices"), default=0)

    class Meta:
        verbose_name = _("platform")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(kind__in=["sharing", "security"], state__in=["planned", "running"]),
                name="infrastructure_one_in_the_province",
            ),
            models.UniqueConstraint(
                fields=["body", "kind"],
                condition=Q(kind__in=["iot", "grid"], state="running"),
                name="infrastructure_one_of_a_department",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["name", "id"], name="infra_platform_name"),
            models.Index(fields=["integrate_by", "id"], name="infra_platform_integrate_by"),
        ]
