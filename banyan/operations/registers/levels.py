"""How service rules and levels are listed and shown, and what stands on a system's page of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.register import Bar, Chart, Column, Group, Register, Related, beside, register
from banyan.infrastructure.models import System
from banyan.operations.models import Acceptance, ServiceLevel, ServiceRule
from banyan.operations.queries import levels as queries
from banyan.operations.queries.acceptances import confirmed_by
from banyan.operations.queries.measured import history_of, months_of

AGREED = (Column("availability", _("Availability")), "response_ms", "reply_hours")
MEASURED = (
    Column("month", _("Month"), "month"),
    Column("availability", _("Availability")),
    Column("agreed_availability", _("Agreed")),
    Column("measured.mean_ms", _("Response (ms)"), "number"),
    Column("measured.taken", _("Calls"), "number"),
    Column("grade", _("Grade")),
)


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
            "title",
            "kind",
            Column("body", _("Department")),
            "number",
            Column("in_force_from", sort=True),
        ),
        groups=(
            Group(
                _("Service rule"),
                (
                    "kind",
                    Column("body", _("Department")),
                    "number",
                    "in_force_from",
                    "in_force_until",
                    "replaces",
                ),
            ),
            Group(_("Text"), ("text",)),
        ),
        visible=queries.visible_rules,
        related=(
            Related(
                _("Bodies that were told"),
                confirmed_by,
                (Column("body", kind="record"), "since", "state"),
                name="acceptances",
                of=Acceptance,
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
        columns=("system", "commission.agreement.supplier", *AGREED),
        groups=(
            Group(
                _("Service level"),
                ("system", "commission", "commission.agreement.supplier", *AGREED, "since", "until"),
            ),
        ),
        visible=queries.visible_levels,
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
        (Column("__str__", _("Agreed")), "since", "until", "state"),
        of=ServiceLevel,
    ),
)
