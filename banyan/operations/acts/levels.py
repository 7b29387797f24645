"""Service rules are drafted, published and repealed; service levels agreed and ended (article 33)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Remark, Title
from banyan.infrastructure.models import System
from banyan.operations.models import Commission, ServiceLevel, ServiceRule
from banyan.operations.queries import levels as queries
from banyan.operations.queries.units import own_systems
from banyan.operations.rules import levels as rules

MAKERS = "operations_officer, planning_officer, catalogue_officer, head"
PROVINCE_AND_CITIES = f"own managing_department province : {MAKERS} | own managing_department city : {MAKERS}"
PRINCIPAL = "operations_officer, administrator, integrator, planning_officer, catalogue_officer, head"
Replaced = Annotated[ServiceRule | None, Ask(label="Replaces", choices=queries.own_published_rules)]
Covering = Annotated[Commission, Ask(choices=queries.own_running_commissions)]
OwnSystem = Annotated[System, Ask(choices=own_systems)]


@act(
    under=("33.1-a", "33.1-b"),
    by=PROVINCE_AND_CITIES,
    on=ServiceRule,
    moves="-> draft",
    facts=queries.publish_facts,
    rules=[rules.rule_replaces_one_of_its_own],
    title="Draft service rule",
    says="{by} drafted “{title}”",
)
def draft_service_rule(
    *,
    kind: ServiceRule.Kind,
    title: Title,
    text: Annotated[str, Ask(longest=100_000, lines=12)],
    replaces: Replaced = None,
    by: Any,
) -> ServiceRule:
    """Draft a rule of use, a service standard or a procedure with its whole text."""
    return ServiceRule.objects.create(body_id=by.body, kind=kind, title=title, text=text, replaces=replaces)


@act(
    under=("33.1-b", "33.1-a"),
    by=f"body : {MAKERS}",
    on=ServiceRule,
    moves="draft -> published",
    facts=queries.publish_facts,
    rules=[rules.rule_binds_from_its_publication_on, rules.rule_replaces_one_of_its_own],
    title="Publish service rule",
    says="{by} published “{on}” as {number}, in force from {in_force_from}",
)
def publish_service_rule(
    service_rule: ServiceRule,
    *,
    number: Annotated[str, Ask(label="Document number", longest=60)],
    in_force_from: Annotated[date, Ask(label="In force from")],
) -> None:
    """Publish the text for everyone; the rule that it replaces is in force until that day."""
    service_rule.number = number
    service_rule.in_force_from = in_force_from
    if former := service_rule.replaces:
        former.in_force_until = in_force_from
        former.state = ServiceRule.State.REPLACED
        former.save()


@act(
    under="33.1-a",
    by=f"body : {MAKERS}",
    on=ServiceRule,
    moves="published -> repealed",
    title="Repeal service rule",
    says="{by} repealed “{on}”: {reason}",
    tone="grave",
)
def repeal_service_rule(service_rule: ServiceRule, *, reason: Remark, at: datetime) -> None:
    """Repeal the rule from today on; it stays to be read."""
    service_rule.in_force_until = localdate(at)


@act(
    under=("33.1-c", "33.2-a"),
    by=f"own : {PRINCIPAL}",
    on=ServiceLevel,
    moves="-> agreed",
    facts=queries.level_facts,
    rules=[
        rules.level_lies_within_a_commission,
        rules.level_reaches_what_is_fixed,
        rules.level_is_measurable,
        rules.system_has_one_level,
    ],
    title="Agree service level",
    says="{by} agreed for {system}: {availability}% available, {response_ms} ms, replies within {reply_hours} hours",
)
def agree_service_level(
    *,
    commission: Covering,
    system: OwnSystem,
    availability: Annotated[Decimal, Ask(label="Availability (%)", help="For example 99.9.")],
    response_ms: Annotated[int, Ask(label="Response (ms)", help="What a call may take, for example 800.")],
    reply_hours: Annotated[int, Ask(label="Reply to requests (hours)")],
    at: datetime,
) -> ServiceLevel:
    """Agree what the unit keeps for a system; from then on it is measured against it."""
    return ServiceLevel.objects.create(
        commission=commission,
        system=system,
        availability=availability,
        response_ms=response_ms,
        reply_hours=reply_hours,
        since=localdate(at),
    )


@act(
    under="33.1-c",
    by=f"commission.agreement.body : {PRINCIPAL}",
    on=ServiceLevel,
    moves="agreed -> ended",
    title="End service level",
    says="{by} ended the service level {on}",
    tone="grave",
)
def end_service_level(level: ServiceLevel, *, at: datetime) -> None:
    """End the level, so that another can be agreed."""
    level.until = localdate(at)
