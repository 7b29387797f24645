"""Incidents of systems, and the times in which they are maintained."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.bodies.models import Body
from banyan.infrastructure.models import System
from banyan.operations.models.units import Commission


def runner(system: System) -> Body:
    """The unit that is commissioned with running a system (运行维护单位); its own body when there is none."""
    held = (
        Commission.objects.filter(systems=system, state=Commission.State.RUNNING, work=Commission.Work.RUN)
        .select_related("agreement__supplier")
        .first()
    )
    return held.agreement.supplier if held else system.body


class Incident(Governed):
    """That a system fails or is attacked (事件), articles 32.3 and 33: reported, handled, resolved, reviewed."""

    class Severity(models.TextChoices):
        GENERAL = "general", pgettext_lazy("incident", "general")
        LARGE = "large", _("large")
        SERIOUS = "serious", _("serious")
        ESPECIALLY_SERIOUS = "especially_serious", _("especially serious")

    class State(models.TextChoices):
        REPORTED = "reported", _("reported")
        HANDLING = "handling", _("being handled")
        RESOLVED = "resolved", _("resolved")
        REVIEWED = "reviewed", _("reviewed")

    tones: ClassVar = {"reported": "bad", "handling": "warn", "resolved": "info", "reviewed": "good"}

    system = models.ForeignKey(
        System, on_delete=models.PROTECT, related_name="incidents", verbose_name=_("system")
    )
    reporter = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="reported_incidents", verbose_name=_("reported by")
    )
    title = models.CharField(_("title"), max_length=160)
    what = models.TextField(_("what happened"))
    notice = models.CharField(_("told to users"), max_length=200, blank=True)
    severity = models.CharField(_("severity"), max_length=20, choices=Severity.choices)
    people_affected = models.PositiveBigIntegerField(_("people affected"), default=0)
    records_leaked = models.PositiveBigIntegerField(_("persons whose data leaked"), default=0)
    loss = models.PositiveBigIntegerField(_("direct loss (yuan)"), default=0)
    reported_at = models.DateTimeField(_("reported at"))
    authority_number = reads_as(
        "code", models.CharField(_("report to the cyberspace administration"), max_length=80, blank=True)
    )
    cause = models.TextField(_("cause"), blank=True)
    remedy = models.TextField(_("remedy"), blank=True)
    resolved_at = models.DateTimeField(_("resolved at"), null=True)
    lesson = models.TextField(_("what is learned"), blank=True)

    class Meta:
        verbose_name = _("incident")
        indexes: ClassVar = [models.Index(fields=["reported_at", "id"], name="opera_incident_reported_at")]

    def __str__(self) -> str:
        return paired(self.system, self.title)[:160]

    @cached_property
    def handler(self) -> Body:
        """Who handles it: the unit that runs the system, otherwise its body."""
        return runner(self.system)


class MaintenanceWindow(Governed):
    """A time in which a system is maintained, announced before (维护窗口), article 33.2."""

    class State(models.TextChoices):
        ANNOUNCED = "announced", _("announced")
        DONE = "done", pgettext_lazy("maintenance", "done")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {"announced": "info", "done": "good", "withdrawn": "quiet"}

    system = models.ForeignKey(
        System, on_delete=models.PROTECT, related_name="maintenance", verbose_name=_("system")
    )
    what = models.CharField(_("what is done"), max_length=300)
    begins_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    urgent_because = models.TextField(_("urgent because"), blank=True)
    result = models.TextField(_("result"), blank=True)

    class Meta:
        verbose_name = _("maintenance window")
        indexes: ClassVar = [models.Index(fields=["begins_at", "id"], name="opera_maintenanc_begins_at")]

    @cached_property
    def maintainer(self) -> Body:
        """Who does the work: the unit that runs the system, otherwise its body."""
        return runner(self.system)

    def __str__(self) -> str:
        return paired(self.system, self.what)[:160]
