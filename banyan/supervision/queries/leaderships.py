"""Reads of who leads the e-government of which government."""

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.supervision.models import Leadership


def leading(government: Body | None) -> Leadership | None:
    """The leading body of a government today."""
    return Leadership.objects.filter(body=government, state=Leadership.State.IN_FORCE).first()


def governments_without() -> QuerySet[Body]:
    """Governments that have registered no leading body."""
    led = Leadership.objects.filter(state=Leadership.State.IN_FORCE).values("body")
    return Body.objects.filter(kind=Body.Kind.GOVERNMENT, state=Body.State.ACTIVE).exclude(pk__in=led)


def visible_leaderships(actor: Actor) -> QuerySet[Leadership]:
    return Leadership.objects.select_related("body")
