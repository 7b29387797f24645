"""What the spine and the surfaces ask about bodies and people, answered."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import ANYONE, Actor
from banyan.acts.directory import BodyName, SignedIn
from banyan.acts.scopes import prefix_of
from banyan.bodies.models import Account, Body, Officer, Region
from banyan.bodies.queries import actor_of, watched
from banyan.bodies.sign_in import sign_in
from banyan.bodies.tokens import actor_of_token, make_token
from banyan.law.inforce import pack


@lru_cache
def _root(prefix: str) -> str:
    """The name of the region in which all others of the law's scope lie; every page asks, and none renames it."""
    return Region.objects.get(parent=None, code__startswith=prefix).name


class BodiesDirectory:
    """Answers what the spine and the surfaces ask about bodies and people."""

    def actor(self, account: Any) -> Actor:
        own = isinstance(account, Account) and not account.must_change
        officer = account.officer if own else None
        return actor_of(officer) if officer else Actor(None, "")

    def officer(self, number: int | None) -> Actor:
        found = Officer.objects.filter(pk=number or 0).first()
        return actor_of(found) if found else ANYONE

    def sign_in(self, user_name: str, password: str, code: str) -> SignedIn:
        return sign_in(user_name, password, code)

    def token(self, account: Any) -> str:
        return make_token(account)

    def actor_of_token(self, token: str) -> Actor | None:
        return actor_of_token(token)

    def names(self, bodies: Iterable[int]) -> Mapping[int, BodyName]:
        rows = Body.objects.filter(pk__in=set(bodies)).values_list(
            "pk", "short_name", "name", "region_code", "level"
        )
        return {pk: BodyName(short or name, region, level) for pk, short, name, region, level in rows}

    def standing(self, region: str) -> Mapping[int, BodyName]:
        rows = Body.objects.filter(state=Body.State.ACTIVE, region_code__startswith=prefix_of(region))
        fields = rows.values_list("pk", "short_name", "name", "region_code", "level")
        return {pk: BodyName(short or name, code, level) for pk, short, name, code, level in fields}

    def numbers(self, region: str) -> QuerySet[Any]:
        return Body.objects.filter(region_code__startswith=prefix_of(region)).values("pk")

    def regions(self, within: str) -> Mapping[str, str]:
        rows = Region.objects.filter(
            Q(code=within) | Q(parent__code=within), level__in=["province", "city", "county"]
        )
        return dict(rows.order_by("code").values_list("code", "name"))

    def region_name(self, code: str) -> str:
        return Region.objects.filter(code=code).values_list("name", flat=True).first() or ""

    def province(self) -> str:
        try:
            return _root(str(pack().parameter("scope.region_prefix", on=clock.today()).amount))
        except Region.DoesNotExist:
            return ""

    def supervised(self, actor: Actor) -> QuerySet[Body]:
        return watched(actor)
