"""Opening and development: who develops an opened resource, and what came of it (article 5)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts import clock
from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Title
from banyan.catalogue.models import Development, Resource
from banyan.catalogue.queries import developments as queries
from banyan.catalogue.rules import developments as rules

OFFICE = "catalogue_officer, head"
Opened = Annotated[Resource, Ask(choices=queries.opened_resources)]


@act(
    under="5.1-g",
    by=f"own managing_department province : {OFFICE}",
    on=Development,
    moves="-> under_way",
    facts=queries.development_facts,
    rules=[
        rules.developed_resource_is_opened,
        rules.conditional_opening_has_terms,
        rules.development_has_a_last_day,
    ],
    title="Register development use",
    says="{by} registered that {developer} develops {resource} for {purpose}",
)
def register_development(
    *,
    resource: Opened,
    developer: Annotated[Title, Ask(help="The firm, school or association that develops it.")],
    purpose: Annotated[str, Ask(longest=300)],
    until: date,
    terms: Annotated[Long, Ask(label="Terms of use")] = "",
    by: Any,
) -> Development:
    """Register who outside government develops an opened resource, for what and until when."""
    return Development.objects.create(
        body_id=by.body,
        resource=resource,
        developer=developer,
        purpose=purpose,
        terms=terms,
        since=clock.today(),
        until=until,
    )


@act(
    under="5.1-g",
    by=f"body : {OFFICE}",
    on=Development,
    moves="under_way",
    title="Record what was made",
    says="{by} recorded what {on} has brought: {made}, used by {users}",
)
def record_development(
    development: Development,
    *,
    made: Annotated[str, Ask(label="What was made of it", longest=300)],
    users: Annotated[int, Ask(label="People and firms who use it", least=0, most=2_000_000_000)],
) -> None:
    """Record what the developer tells: what was made of the resource, and how many use it."""
    development.made = made
    development.users = users
    development.told_on = clock.today()


@act(
    under="5.1-g",
    by=f"body : {OFFICE}",
    on=Development,
    moves="under_way -> ended",
    title="End development use",
    says="{by} ended {on}: {reason}",
    tone="grave",
)
def end_development(development: Development, *, reason: Long) -> None:
    """End the use, with its last day or before."""
