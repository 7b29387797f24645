"""How risk assessments and risks are listed and shown, and what stands on a system's page of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import choosing, of_body, of_state
from banyan.infrastructure.models import System
from banyan.operations.models import Risk, RiskAssessment, RiskLevel
from banyan.operations.queries import assessments as queries

LEVEL = Column("get_level_display", _("Risk level"))
STATE = Column("state", _("State"), "state")
ASSESSED = Column("assessed_on", _("Assessed on"), "date", sort=True)
REPORT_BY = Column("report_by", _("Report by"), "date")
ADDRESSED_BY = Column("remedy_by", _("Addressed by"), "date", sort=True)
RISKS = (Column("what", _("Risk")), LEVEL, Column("measure", _("Measure proposed")), ADDRESSED_BY, STATE)


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
            Column("system", _("System"), "record"),
            Column("commission.agreement.supplier", _("Assessor")),
            LEVEL,
            REPORT_BY,
            ASSESSED,
            STATE,
        ),
        groups=(
            Group(
                _("Risk assessment"),
                (
                    Column("system", _("System"), "record"),
                    Column("system.body", _("Body"), "record"),
                    Column("commission", _("Commission"), "record"),
                    Column("commission.agreement.supplier", _("Assessor"), "record"),
                    REPORT_BY,
                    ASSESSED,
                    LEVEL,
                ),
            ),
            Group(_("Report of the assessment"), (Column("report", _("What was assessed")),)),
        ),
        visible=queries.visible_assessments,
        filters=(
            of_state(RiskAssessment),
            choosing("level", _("Risk level"), RiskLevel),
            *of_body("system__body"),
        ),
        related=(Related(_("Risks"), _risks, RISKS),),
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
        columns=(
            Column("what", _("Risk"), "record"),
            Column("assessment.system", _("System")),
            LEVEL,
            ADDRESSED_BY,
            STATE,
        ),
        groups=(
            Group(
                _("Risk"),
                (
                    Column("assessment", _("Risk assessment"), "record"),
                    Column("assessment.system", _("System"), "record"),
                    LEVEL,
                    Column("measure", _("Measure proposed")),
                    ADDRESSED_BY,
                    Column("done", _("What was done")),
                ),
            ),
        ),
        visible=queries.visible_risks,
        filters=(
            of_state(Risk),
            choosing("level", _("Risk level"), RiskLevel),
            *of_body("assessment__system__body"),
        ),
        search=("what", "assessment__system__name"),
        owner="assessment.system.body",
        menu=44,
    )
)

beside(
    System,
    Related(
        _("Risk assessments"),
        _assessments,
        (
            Column("__str__", _("Risk assessment"), "record"),
            LEVEL,
            Column("assessed_on", _("Assessed on"), "date"),
            STATE,
        ),
    ),
    Related(_("Risks not addressed"), _open_risks, RISKS, name="risks"),
)
