"""Service channels, and how much of their traffic has moved."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.infrastructure.models.existing import Existing


class Channel(Existing):
    """A way by which the public reaches services (服务渠道), article 20: unified ones, and those that move to them."""

    class Kind(models.TextChoices):
        WEBSITE = "website", _("website or portal")
        APP = "app", _("mobile application")
        MINI_PROGRAM = "mini_program", _("mini program")
        HOTLINE = "hotline", _("hotline")
        CALL_CENTRE = "call_centre", _("call centre")
        PERSONAL = "personal", _("personalised service platform")

    class State(models.TextChoices):
        RUNNING = "running", pgettext_lazy("infrastructure", "running")
        STOCK = "to_integrate", _("to be integrated")
        INTEGRATED = "integrated", _("integrated")

    tones: ClassVar = {"running": "good", "to_integrate": "bad", "integrated": "quiet"}

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    address = models.CharField(_("address or number"), max_length=300, blank=True)
    into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="taken_in", verbose_name=_("moves to")
    )
    moved = models.PositiveSmallIntegerField(_("traffic moved (%)"), default=0)
    moved_on = models.DateField(_("last reading"), null=True)

    class Meta:
        verbose_name = _("channel")
        indexes: ClassVar = [
            models.Index(fields=["name", "id"], name="infra_channel_name"),
            models.Index(fields=["moved", "id"], name="infra_channel_moved"),
            models.Index(fields=["integrate_by", "id"], name="infra_channel_integrate_by"),
        ]


class TrafficReading(Governed):
    """How much of a channel's traffic had moved on a day (迁移读数), article 20.2."""

    class State(models.TextChoices):
        READ = "read", _("read")

    channel = models.ForeignKey(
        Channel, on_delete=models.PROTECT, related_name="readings", verbose_name=_("channel")
    )
    day = models.DateField(_("day"))
    moved = models.PositiveSmallIntegerField(_("traffic moved (%)"))

    class Meta:
        verbose_name = _("reading of traffic")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["channel", "day"], name="infrastructure_one_reading_a_day"),
            models.CheckConstraint(condition=Q(moved__lte=100), name="infrastructure_moved_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.day} {self.moved} %"
