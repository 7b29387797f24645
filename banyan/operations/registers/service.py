"""How ratings, service requests and instructions are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.operations.models import Commission, Instruction, Rating, ServiceRequest
from banyan.operations.queries import service as queries

SIDES = ("commission.agreement.body", "commission.agreement.supplier")
SCORE = Column("score", _("Score (of 5)"))


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
        columns=("commission", *SIDES, Column("since", sort=True), "until", SCORE, "remark"),
        groups=(Group(_("Rating"), ("commission", *SIDES, "since", "until", SCORE, "remark", "given_on")),),
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
        columns=("what", *SIDES, Column("asked_at", sort=True), "replied_at"),
        groups=(
            Group(_("Service request"), ("commission", *SIDES, "details", "asked_at", "replied_at", "reply")),
        ),
        visible=queries.visible_requests,
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
        columns=("title", "department", "unit"),
        groups=(Group(_("Instruction"), ("department", "unit", "demand", "reply", "opinion")),),
        visible=queries.visible_instructions,
        search=("title", "demand"),
        owner="department",
        menu=66,
    )
)

beside(
    Commission,
    Related(_("Ratings"), _ratings, ("since", "until", SCORE, "remark"), of=Rating),
    Related(
        _("Service requests"),
        _requests,
        (Column("__str__", _("What is asked")), "asked_at", "replied_at", "state"),
        of=ServiceRequest,
    ),
)
