"""What is measured of systems. Readings are measurements, not acts: they stay out of the ledger."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.infrastructure.models import System


class Reading(models.Model):
    """One call of a system's endpoint (读数): whether it answered, and how fast."""

    class Why(models.TextChoices):
        """Why a call counts as failed."""

        NAME = "name", _("its name is not found")
        CONNECTION = "connection", _("no connection")
        CERTIFICATE = "certificate", _("its certificate is not valid")
        TIMEOUT = "timeout", _("no answer in time")
        STATUS = "status", _("answered with an error")
        TOLD = "told", _("told by Prometheus")

    class Source(models.TextChoices):
        PROBE = "probe", _("probe")
        PROMETHEUS = "prometheus", "Prometheus"

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="readings")
    at = models.DateTimeField(db_index=True)
    up = models.BooleanField()
    ms = models.PositiveIntegerField(null=True)
    slow = models.BooleanField(default=False)
    planned = models.BooleanField(default=False)
    why = models.CharField(max_length=12, choices=Why.choices, blank=True)
    source = models.CharField(max_length=12, choices=Source.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["system", "at"], name="operations_reading_once")
        ]

    def __str__(self) -> str:
        return f"{self.system_id} {self.at:%Y-%m-%d %H:%M} {self.up}"


class MeasuredDay(models.Model):
    """The readings of a system on one day, counted; what falls into announced maintenance does not count."""

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="measured_days")
    day = models.DateField(db_index=True)
    taken = models.PositiveIntegerField()
    up = models.PositiveIntegerField()
    slow = models.PositiveIntegerField()
    planned = models.PositiveIntegerField()
    total_ms = models.PositiveBigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["system", "day"], name="operations_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.system_id} {self.day}"
