"""Every read of regions, bodies and officers that others may use."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor, Held
from banyan.bodies.models import Agreement, Body, Level, Office, Officer, Region, Term
from banyan.bodies.rules import AgreementFacts, AppointmentFacts, BodyFacts, FoundingFacts
from banyan.kit.identifiers import IdentifierError, credit_code
from banyan.law.inforce import pack

WATCHERS = {Body.Kind.MANAGING, Body.Kind.GOVERNMENT, Body.Kind.SUPERVISION}
"""The kinds of body that watch over those of their region."""


def running_terms(officer: int) -> QuerySet[Term]:
    """The terms of an officer that run today."""
    day = clock.today()
    return Term.objects.filter(
        Q(until=None) | Q(until__gte=day), officer=officer, since__lte=day, state=Term.State.RUNNING
    )


def bodies_served(officer: int) -> QuerySet[Body]:
    """The bodies in which an officer holds an office, or will."""
    lasting = Q(until=None) | Q(until__gte=clock.today())
    terms = Term.objects.filter(lasting, officer=officer, state=Term.State.RUNNING)
    return Body.objects.filter(offices__terms__in=terms).distinct()


def actor_of(officer: Officer) -> Actor:
    """The officer with the offices held today; none of an abolished body."""
    terms = running_terms(officer.pk).filter(
        office__state=Office.State.OPEN, office__body__state=Body.State.ACTIVE
    )
    return Actor(
        officer.pk, officer.name, tuple(_held(term.office) for term in terms.select_related("office__body"))
    )


def _held(office: Office) -> Held:
    body = office.body
    return Held(office.pk, office.kind, body.pk, str(body), body.kind, body.level, body.region_code)


def actor_by_user_name(user_name: str) -> Actor:
    """The actor behind a user name."""
    return actor_of(Officer.objects.get(user_name=user_name))


def body_facts(on: Any, asked: Any) -> BodyFacts:
    """What the rules of ``register_body`` may know."""
    fault = ""
    try:
        credit_code.parse(asked.code or "")
    except IdentifierError as error:
        fault = str(error)
    region: Region = asked.region
    former = Body.objects.filter(kind=Body.Kind.MANAGING, region=region, state=Body.State.ACTIVE).first()
    return BodyFacts(
        code_fault=fault,
        code_taken=Body.objects.filter(code=asked.code).exists(),
        region_in_scope=region.code.startswith(
            str(pack().parameter("scope.region_prefix", on=clock.today()).amount)
        ),
        region_name=region.name,
        region_code=region.code,
        managing_department=str(former) if former else "",
    )


def founding_facts(on: Any, asked: Any) -> FoundingFacts:
    """What the rules of ``found_managing_department`` may know."""
    first = Body.objects.order_by("pk").first()
    return FoundingFacts(**vars(body_facts(on, asked)), registered=str(first) if first else "")


def appointment_facts(on: Any, asked: Any) -> AppointmentFacts:
    """What the rules of ``appoint_officer`` may know."""
    found = Officer.objects.select_related("body").filter(user_name=asked.user_name).first()
    return AppointmentFacts(found.name, str(found.body)) if found else AppointmentFacts()


def agreement_facts(on: Any, asked: Any) -> AgreementFacts:
    """What the rules of ``conclude_agreement`` may know."""
    supplier: Body | None = asked.supplier
    return AgreementFacts(supplier.kind if supplier else "", str(supplier or ""))


def body_of(row: Mapping[str, str], regions: Mapping[str, Region], made: Mapping[str, Body]) -> Body:
    """A body, not yet saved, from a row of a checked list."""
    return Body(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        kind=row["kind"],
        level=row["level"],
        region=regions[row["region"]],
        region_code=row["region"],
        superior=made.get(row["superior_code"]),
        line=row["line"],
    )


def regions_to_choose(on: Any, actor: Actor) -> QuerySet[Region]:
    return Region.objects.filter(level__in=["province", "city", "county"])


def bodies_to_choose(on: Any, actor: Actor) -> QuerySet[Body]:
    return Body.objects.filter(state=Body.State.ACTIVE)


def suppliers_to_choose(on: Any, actor: Actor) -> QuerySet[Body]:
    return Body.objects.filter(state=Body.State.ACTIVE, kind=Body.Kind.TECHNICAL)


def within(region_code: str, level: str) -> Q:
    """Bodies whose region lies within this one."""
    return Q(region_code__startswith=_prefix(region_code, level))


def _prefix(region_code: str, level: str) -> str:
    return region_code[: {"province": 2, "city": 4, "county": 6}.get(level, 12)]


def watched(actor: Actor) -> QuerySet[Body]:
    """The bodies that the actor may look into: the own ones, and all within the region that its department watches."""
    return _within_reach(actor, WATCHERS)


def guarded(actor: Actor) -> QuerySet[Body]:
    """The bodies into whose security the actor may look: a network security department sees all of its region too."""
    return _within_reach(actor, WATCHERS | {Body.Kind.SECURITY})


def _within_reach(actor: Actor, kinds: AbstractSet[str]) -> QuerySet[Body]:
    mine = Q(pk__in=actor.bodies)
    for held in actor.offices:
        if held.body_kind in kinds:
            mine |= within(held.region, held.level)
    return Body.objects.filter(mine)


def looks_into(actor: Actor, body: Body) -> bool:
    """Whether the actor belongs to the body or watches it."""
    watching = (held for held in actor.offices if held.body_kind in WATCHERS)
    return body.pk in actor.bodies or any(
        body.region_code.startswith(_prefix(held.region, held.level)) for held in watching
    )


def managing_of(region_code: str) -> str:
    """The name of the managing department of a region; empty where there is none."""
    rows = Body.objects.filter(kind=Body.Kind.MANAGING, region_code=region_code, state=Body.State.ACTIVE)
    return rows.values_list("name", flat=True).first() or ""


def security_department() -> Body | None:
    """The network security department of the province (省信息网络安全管理部门)."""
    rows = Body.objects.filter(kind=Body.Kind.SECURITY, level=Level.PROVINCE, state=Body.State.ACTIVE)
    return rows.order_by("pk").first()


def visible_regions(actor: Actor) -> QuerySet[Region]:
    return Region.objects.all()


def visible_bodies(actor: Actor) -> QuerySet[Body]:
    return Body.objects.select_related("region", "superior")


def visible_terms(actor: Actor) -> QuerySet[Term]:
    return Term.objects.filter(office__body__in=watched(actor)).select_related(
        "office__body", "officer__body"
    )


def own_agreements(on: Any, actor: Actor) -> QuerySet[Agreement]:
    """The agreements in force of the actor's bodies."""
    rows = Agreement.objects.filter(body__in=actor.bodies, state=Agreement.State.IN_FORCE)
    return rows.select_related("supplier")


def visible_agreements(actor: Actor) -> QuerySet[Agreement]:
    return Agreement.objects.filter(Q(body__in=watched(actor)) | Q(supplier__in=actor.bodies)).select_related(
        "body", "supplier"
    )
