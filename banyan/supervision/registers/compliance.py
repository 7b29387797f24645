"""The compliance file of a body (守法档案): what stands against it, on its own page, for it and who watches it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.models import Entry, Finding
from banyan.acts.register import Column, Related, beside
from banyan.bodies.models import Body
from banyan.bodies.queries import looks_into
from banyan.planning.models import Hold
from banyan.supervision.models import Order


def _findings(body: Body, actor: Actor) -> Any:
    rows = Finding.objects.filter(body=body.pk, state=Finding.State.OPEN).order_by("-found_at")
    return rows if looks_into(actor, body) else None


def _refused(body: Body, actor: Actor) -> Any:
    rows = Entry.objects.filter(body=body.pk, outcome=Entry.Outcome.REFUSED).order_by("-pk")
    return rows if looks_into(actor, body) else None


def _orders(body: Body, actor: Actor) -> Any:
    rows = Order.objects.filter(body=body).select_related("issued_by").order_by("-pk")
    return rows if looks_into(actor, body) else None


def _holds(body: Body, actor: Actor) -> Any:
    rows = Hold.objects.filter(project__body=body, state=Hold.State.IN_FORCE).select_related("project")
    return rows.order_by("-pk") if looks_into(actor, body) else None


beside(
    Body,
    Related(
        _("Compliance file: open findings"),
        _findings,
        (
            Column("__str__", _("What")),
            Column("because_words", _("Why")),
            Column("cited", _("Article")),
            Column("found_at", _("Found")),
        ),
        name="open_findings",
        of=Finding,
    ),
    Related(
        _("Compliance file: refused acts"),
        _refused,
        (
            Column("__str__", _("Entry"), "record"),
            Column("told", _("What was asked")),
            Column("stopped_by", _("Stopped by")),
            Column("at", _("When"), "moment"),
        ),
        name="refused_acts",
    ),
    Related(
        _("Compliance file: orders"),
        _orders,
        (Column("__str__", _("What is to be corrected")), "issued_by", "state"),
        of=Order,
    ),
    Related(
        _("Compliance file: holds in force"),
        _holds,
        (Column("project", kind="record"), Column("kind", _("What is held")), "reason"),
        of=Hold,
    ),
)
registry.carries("page", "supervision.compliance_file", "2.1-b")
