"""Reads of referrals."""

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.supervision.models import Referral
from banyan.supervision.queries.orders import visible_orders


def visible_referrals(actor: Actor) -> QuerySet[Referral]:
    return Referral.objects.filter(order__in=visible_orders(actor).values("pk")).select_related("order__body")
