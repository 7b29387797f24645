"""How ratings, service requests and instructions are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import of_state
from banyan.operations.models import Commission, Instruction, Rating, ServiceRequest
from banyan.operations.queries import service as queries

SIDES = (
    Column("commission.agreement.body", _("Body")),
    Column("commission.agreement.supplier", _("Technical service unit")),
)
RATED = (
    Column("since", _("Period since"), "date", sort=True),
    Column("until", _("Period until"), "date"),
    Column("score", _("Score (of 5)"), "number"),
)
REQUESTED = (
    Column("asked_at", _("Asked at"), "moment", sort=True),
    Column("replied_at", _("Replied at"), "moment"),
)
INSTRUCTED = (
    Column("department", _("Managing department"), "record"),
    Column("unit", _("Technical service unit"), "record"),
)


def _ratings(commission: Any, actor: Actor) -> Any:
    return commission.ratings.order_by("-since")


def _requests(commission: Any, actor: Actor) -> Any:
    return commission.requests.order_by("-asked_at")


register(
    Register(
        model=Rating,
        title=_("Ratings"),
        one=_("rating"),
        about=_(
            "How application units rate the service of the units that work for them, period by period (article 35)."
        ),
        columns=(
            Column("commission", _("Commission"), "record"),
            *SIDES,
            *RATED,
            Column("remark", _("Remark")),
        ),
        groups=(
            Group(
                _("Rating"),
                (
                    Column("commission", _("Commission"), "record"),
                    *SIDES,
                    *RATED,
                    Column("remark", _("Remark")),
                    Column("given_on", _("Given on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_ratings,
        search=("commission__agreement__supplier__name", "remark"),
        owner="commission.agreement.body",
        menu=64,
    )
)

register(
    Register(
        model=ServiceRequest,
        title=_("Service requests"),
        one=_("service request"),
        about=_("What bodies ask of the units that work for them, and how soon they get a reply."),
        columns=(
            Column("what", _("What is asked"), "record"),
            *SIDES,
            *REQUESTED,
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Service request"),
                (
                    Column("commission", _("Commission"), "record"),
                    *SIDES,
                    Column("details", _("Details")),
                    *REQUESTED,
                    Column("reply", _("Reply")),
                ),
            ),
        ),
        visible=queries.visible_requests,
        filters=(of_state(ServiceRequest),),
        search=("what", "details"),
        owner="commission.agreement.body",
        menu=40,
    )
)

register(
    Register(
        model=Instruction,
        title=_("Instructions to service units"),
        one=_("instruction"),
        about=_("What managing departments demand of technical service units, with the reply (article 7)."),
        columns=(
            Column("title", _("Title"), "record"),
            Column("department", _("Managing department")),
            Column("unit", _("Technical service unit")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Instruction"),
                (
                    *INSTRUCTED,
                    Column("demand", _("What is demanded")),
                    Column("reply", _("Reply")),
                    Column("opinion", _("Opinion on the reply")),
                ),
            ),
        ),
        visible=queries.visible_instructions,
        filters=(of_state(Instruction),),
        search=("title", "demand"),
        owner="department",
        menu=66,
    )
)

beside(
    Commission,
    Related(_("Ratings"), _ratings, (*RATED, Column("remark", _("Remark")))),
    Related(
        _("Service requests"),
        _requests,
        (Column("__str__", _("What is asked"), "record"), *REQUESTED, Column("state", _("State"), "state")),
    ),
)
