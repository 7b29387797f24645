"""Reads of which rules of use bind whom, and who has confirmed them."""

from datetime import date

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.acts.scopes import prefix_of
from banyan.bodies.models import Body
from banyan.bodies.queries import watched
from banyan.exchange.models import Grant
from banyan.operations.models import Acceptance, ServiceRule


def rules_of_use_over(body: Body, day: date) -> list[ServiceRule]:
    """The published rules of use that bind a body on a day or later: the province's and those of its city."""
    lasting = Q(in_force_until=None) | Q(in_force_until__gt=day)
    rows = ServiceRule.objects.filter(lasting, kind=ServiceRule.Kind.USE, in_force_from__isnull=False)
    return [
        one
        for one in rows.select_related("body").order_by("pk")
        if body.region_code.startswith(prefix_of(one.body.region_code))
    ]


def users_to_tell(rule: ServiceRule) -> QuerySet[Body]:
    """The bodies with a running grant that a rule of use binds and that have not been told of it."""
    running = Grant.objects.filter(state__in=[Grant.State.ACTIVE, Grant.State.SUSPENDED]).values("consumer")
    told = Acceptance.objects.filter(rule=rule, grant=None).values("body")
    within = Body.objects.filter(region_code__startswith=prefix_of(rule.body.region_code))
    return within.filter(pk__in=running).exclude(pk__in=told).order_by("pk")


def is_told(body: Body, rule: ServiceRule) -> bool:
    return Acceptance.objects.filter(rule=rule, body=body, grant=None).exists()


def visible_acceptances(actor: Actor) -> QuerySet[Acceptance]:
    """Those of the own and watched bodies."""
    rows = Acceptance.objects.filter(body__in=watched(actor).values("pk"))
    return rows.select_related("rule", "body", "grant__consumer", "grant__resource")


def rules_of_grant(grant: Grant, actor: Actor) -> QuerySet[Acceptance]:
    """Under which versions a grant was made."""
    return visible_acceptances(actor).filter(grant=grant).order_by("pk")


def confirmed_by(rule: ServiceRule, actor: Actor) -> QuerySet[Acceptance]:
    """Which bodies were told of a rule and have confirmed it."""
    return visible_acceptances(actor).filter(rule=rule, grant=None).order_by("-pk")
