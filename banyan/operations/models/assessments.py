"""Risk assessments by third parties, and the risks that they name."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.infrastructure.models import System
from banyan.operations.models.units import Commission


class RiskLevel(models.TextChoices):
    """How grave a risk is (风险等级), the least first."""

    LOW = "low", _("low risk")
    MEDIUM = "medium", _("medium risk")
    HIGH = "high", _("high risk")


class RiskAssessment(Governed):
    """The assessment of a system by an independent third party (风险评估), article 32.3."""

    class State(models.TextChoices):
        COMMISSIONED = "commissioned", pgettext_lazy("risk assessment", "commissioned")
        REPORTED = "reported", pgettext_lazy("risk assessment", "reported")
        CANCELLED = "cancelled", _("cancelled")

    tones: ClassVar = {"commissioned": "info", "reported": "good", "cancelled": "quiet"}

    commission = models.ForeignKey(
        Commission, on_delete=models.PROTECT, related_name="assessments", verbose_name=_("commission")
    )
    system = models.ForeignKey(
        System, on_delete=models.PROTECT, related_name="assessments", verbose_name=_("system")
    )
    report_by = models.DateField(_("report by"), null=True)
    assessed_on = models.DateField(_("assessed on"), null=True)
    level = models.CharField(_("risk level"), max_length=8, choices=RiskLevel.choices, blank=True)
    report = models.TextField(_("report"), blank=True)

    class Meta:
        verbose_name = _("risk assessment")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["system"],
                condition=models.Q(state="commissioned"),
                name="operations_one_assessment_runs",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["assessed_on", "id"], name="opera_riskassess_assessed_on")]

    def __str__(self) -> str:
        return paired(self.system, self.commission.agreement.supplier)


class Risk(Governed):
    """A risk that an assessment names (风险项), with its measure and the day by which it is addressed."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("risk", "open")
        ADDRESSED = "addressed", _("addressed")

    tones: ClassVar = {"open": "warn", "addressed": "good"}

    assessment = models.ForeignKey(
        RiskAssessment, on_delete=models.PROTECT, related_name="risks", verbose_name=_("risk assessment")
    )
    level = models.CharField(_("risk level"), max_length=8, choices=RiskLevel.choices)
    what = models.CharField(_("risk"), max_length=300)
    measure = models.TextField(_("measure proposed"))
    remedy_by = models.DateField(_("addressed by"), null=True)
    done = models.TextField(_("what was done"), blank=True)
    refuted_because = models.TextField(_("why it was found not addressed"), blank=True)

    class Meta:
        verbose_name = _("risk")
        indexes: ClassVar = [models.Index(fields=["remedy_by", "id"], name="opera_risk_remedy_by")]

    def __str__(self) -> str:
        return paired(self.assessment.system, self.what)[:160]
