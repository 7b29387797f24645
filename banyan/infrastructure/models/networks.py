"""The networks of the province and the works that lead to them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Agreement, Body
from banyan.infrastructure.models.existing import Existing


class Network(Existing):
    """A government network (政务网络), article 13: one backbone; private networks are integrated or retained."""

    class Kind(models.TextChoices):
        BACKBONE = "backbone", _("backbone of the province")
        PRIVATE = "private", _("private network")

    class State(models.TextChoices):
        RUNNING = "running", pgettext_lazy("infrastructure", "running")
        STOCK = "to_integrate", _("to be integrated")
        IN_REVIEW = "in_review", _("in review")
        RETAINED = "retained", _("retained")
        INTEGRATED = "integrated", _("integrated")

    tones: ClassVar = {
        "running": "good",
        "to_integrate": "bad",
        "in_review": "info",
        "retained": "good",
        "integrated": "quiet",
    }

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    purpose = models.TextField(_("purpose"), blank=True)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("commission")
    )
    availability = reads_as(
        "percent", models.DecimalField(_("availability (%)"), max_digits=6, decimal_places=3, null=True)
    )
    incidents = models.PositiveIntegerField(_("incidents in the month"), default=0)
    reported_on = models.DateField(_("operation reported on"), null=True)
    reason = models.TextField(_("why it is to be retained"), blank=True)
    review_on = models.DateField(_("review held on"), null=True)
    experts = models.CharField(_("experts"), max_length=300, blank=True)
    opinion = models.TextField(_("opinion of the review"), blank=True)
    retained_until = models.DateField(_("retained until"), null=True)

    class Meta:
        verbose_name = _("network")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind"], condition=Q(kind="backbone"), name="infrastructure_one_backbone"
            ),
            models.CheckConstraint(
                condition=~Q(state="retained") | Q(retained_until__isnull=False, review_on__isnull=False),
                name="infrastructure_retained_by_a_review",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["name", "id"], name="infra_network_name"),
            models.Index(fields=["integrate_by", "id"], name="infra_network_integrate_by"),
        ]


class AccessWork(Governed):
    """The work that connects a unit to the government network (网络接入工程), article 13.1."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        CONNECTED = "connected", _("connected")
        CLOSED = "closed", _("closed")

    tones: ClassVar = {"planned": "info", "connected": "good", "closed": "quiet"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("managing department")
    )
    unit = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    access_point = models.CharField(_("access point"), max_length=120)
    bandwidth = models.PositiveIntegerField(_("bandwidth (Mbit/s)"))
    planned_for = models.DateField(_("planned for"))
    connected_on = models.DateField(_("connected on"), null=True)

    class Meta:
        verbose_name = _("access work")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "access_point"],
                condition=~Q(state="closed"),
                name="infrastructure_one_access_at_a_point",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["planned_for", "id"], name="infra_accesswork_planned_for")]

    def __str__(self) -> str:
        return f"{self.unit} · {self.access_point}"
