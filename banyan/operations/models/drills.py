"""Emergency drills: planned, taken part in, found out, fixed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.bodies.models import Body


class Drill(Governed):
    """An emergency drill (应急演练), articles 32.3 and 37."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        HELD = "held", _("held, not all fixed")
        FIXED = "fixed", _("finished")
        CANCELLED = "cancelled", _("cancelled")

    tones: ClassVar = {"planned": "info", "held": "warn", "fixed": "good", "cancelled": "quiet"}

    organiser = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="drills", verbose_name=_("organiser")
    )
    title = models.CharField(_("title"), max_length=160)
    scenario = models.TextField(_("scenario"))
    planned_on = models.DateField(_("planned on"))
    held_on = models.DateField(_("held on"), null=True)
    found = models.TextField(_("found out"), blank=True)
    fixed = models.TextField(_("fixed"), blank=True)

    class Meta:
        verbose_name = _("drill")
        indexes: ClassVar = [models.Index(fields=["planned_on", "id"], name="opera_drill_planned_on")]

    def __str__(self) -> str:
        return self.title


class DrillPart(Governed):
    """That a body takes part in a drill (参演), article 37."""

    class State(models.TextChoices):
        CALLED = "called", _("called to take part")
        TOOK_PART = "took_part", _("took part")
        ABSENT = "absent", _("absent")

    tones: ClassVar = {"called": "info", "took_part": "good", "absent": "bad"}

    drill = models.ForeignKey(Drill, on_delete=models.PROTECT, related_name="parts", verbose_name=_("drill"))
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="drill_parts", verbose_name=_("body")
    )
    did = models.TextField(_("what it did"), blank=True)

    class Meta:
        verbose_name = _("part in a drill")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["drill", "body"], name="operations_part_once")
        ]

    def __str__(self) -> str:
        return paired(self.drill, self.body)
