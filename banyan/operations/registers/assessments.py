"""How risk assessments and risks are listed and shown, and what stands on a system's page of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.infrastructure.models import System
from banyan.operations.models import Risk, RiskAssessment
from banyan.operations.queries import assessments as queries

RISKS = (Column("what", opens=True), "level", "measure", "remedy_by", "state")


def _risks(assessment: Any, actor: Actor) -> Any:
    return queries.visible_risks(actor).filter(assessment=assessment).order_by("pk")


def _open_risks(system: Any, actor: Actor) -> Any:
    rows = queries.visible_risks(actor).filter(assessment__system=system, state=Risk.State.OPEN)
    return rows.order_by("remedy_by", "pk")


def _assessments(system: Any, actor: Actor) -> Any:
    return queries.visible_assessments(actor).filter(system=system).order_by("-pk")


register(
    Register(
        model=RiskAssessment,
        title=_("Risk assessments"),
        one=_("risk assessment"),
        about=_(
            "Systems whose risks third parties assess, commissioned by the security department of the province."
        ),
        columns=(
            "system",
            Column("commission.agreement.supplier", _("Assessor")),
            "level",
            "report_by",
            Column("assessed_on", sort=True),
        ),
        groups=(
            Group(
                _("Risk assessment"),
                (
                    "system",
                    "system.body",
                    "commission",
                    Column("commission.agreement.supplier", _("Assessor")),
                    "report_by",
                    "assessed_on",
                    "level",
                ),
            ),
            Group(_("Report of the assessment"), (Column("report", _("What was assessed")),)),
        ),
        visible=queries.visible_assessments,
        filters=("level",),
        related=(Related(_("Risks"), _risks, RISKS, of=Risk),),
        search=("system__name", "system__code"),
        owner="system.body",
        menu=42,
    )
)

register(
    Register(
        model=Risk,
        title=_("Risks"),
        one=_("risk"),
        about=_("Risks that assessments name, with the measure and the day by which each is addressed."),
        columns=("what", "assessment.system", "level", Column("remedy_by", sort=True)),
        groups=(
            Group(
                _("Risk"),
                (
                    "assessment",
                    "assessment.system",
                    "level",
                    "measure",
                    "remedy_by",
                    "done",
                    "refuted_because",
                ),
            ),
        ),
        visible=queries.visible_risks,
        filters=("level",),
        search=("what", "assessment__system__name"),
        owner="assessment.system.body",
        menu=44,
    )
)

beside(
    System,
    Related(
        _("Risk assessments"), _assessments, ("__str__", "level", "assessed_on", "state"), of=RiskAssessment
    ),
    Related(_("Risks not addressed"), _open_risks, RISKS, name="risks", of=Risk),
)
