"""How service rules and levels are listed and shown, and what stands on a system's page of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.register import Bar, Chart, Column, Group, Register, Related, beside, register
from banyan.acts.scopes import of_state
from banyan.infrastructure.models import System
from banyan.operations.models import ServiceLevel, ServiceRule
from banyan.operations.queries import levels as queries
from banyan.operations.queries.acceptances import confirmed_by
from banyan.operations.queries.measured import history_of, months_of

AGREED = (
    Column("availability", _("Availability"), "percent"),
    Column("response_ms", _("Response (ms)"), "number"),
    Column("reply_hours", _("Reply to requests (hours)"), "number"),
)
MEASURED = (
    Column("month", _("Month"), "month"),
    Column("availability", _("Availability")),
    Column("agreed_availability", _("Agreed")),
    Column("measured.mean_ms", _("Response (ms)"), "number"),
    Column("measured.taken", _("Calls"), "number"),
    Column("grade", _("Grade")),
)
TERMS = (Column("since", _("Since"), "date"), Column("until", _("Until"), "date"))


def _months(level: Any, actor: Actor) -> Any:
    return history_of(level.system, actor)


def _levels(system: Any, actor: Actor) -> Any:
    return queries.visible_levels(actor).filter(system=system).order_by("-since")


def _outages(system: Any) -> list[Bar]:
    """What was missing of each month, in percent."""
    told = [(one.month, one.availability) for one in months_of(system, clock.today())]
    return [
        Bar(f"{month:%Y-%m}", float(100 - share), f"{100 - share}%")
        for month, share in told
        if share is not None
    ]


register(
    Register(
        model=ServiceRule,
        title=_("Service rules and standards"),
        one=_("service rule"),
        about=_(
            "Rules of use, service standards and procedures, published by province and cities (article 33)."
        ),
        columns=(
            Column("title", _("Title"), "record"),
            Column("get_kind_display", _("Kind")),
            Column("body", _("Department")),
            Column("number", _("Document number"), "code"),
            Column("in_force_from", _("In force from"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Service rule"),
                (
                    Column("get_kind_display", _("Kind")),
                    Column("body", _("Department")),
                    Column("number", _("Document number"), "code"),
                    Column("in_force_from", _("In force from"), "date"),
                    Column("in_force_until", _("In force until"), "date"),
                    Column("replaces", _("Replaces"), "record"),
                ),
            ),
            Group(_("Text"), (Column("text", _("Text")),)),
        ),
        visible=queries.visible_rules,
        filters=(of_state(ServiceRule),),
        related=(
            Related(
                _("Bodies that were told"),
                confirmed_by,
                (
                    Column("body", _("Body"), "record"),
                    Column("since", _("Since"), "date"),
                    Column("state", _("State"), "state"),
                ),
                name="acceptances",
            ),
        ),
        search=("title", "text", "number"),
        owner="body",
        code="number",
        menu=50,
        public=True,
    )
)

register(
    Register(
        model=ServiceLevel,
        title=_("Service levels"),
        one=_("service level"),
        about=_("What is agreed for each system, and whether the readings show that it is kept."),
        columns=(
            Column("system", _("System"), "record"),
            Column("commission.agreement.supplier", _("Technical service unit")),
            *AGREED,
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Service level"),
                (
                    Column("system", _("System"), "record"),
                    Column("commission", _("Commission"), "record"),
                    Column("commission.agreement.supplier", _("Technical service unit"), "record"),
                    *AGREED,
                    *TERMS,
                ),
            ),
        ),
        visible=queries.visible_levels,
        filters=(of_state(ServiceLevel),),
        related=(Related(_("Measured by month"), _months, MEASURED, name="months"),),
        search=("system__name", "system__code"),
        owner="commission.agreement.supplier",
        menu=52,
    )
)

beside(
    System,
    Related(_("Measured by month"), history_of, MEASURED, name="months"),
    Chart(_("Not available, by month"), _("Month"), _("Not available"), _outages),
    Related(
        _("Service levels"),
        _levels,
        (Column("__str__", _("Agreed"), "record"), *TERMS, Column("state", _("State"), "state")),
    ),
)
