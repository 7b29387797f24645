"""Who leads the e-government of a government: registered by it, replaced when it changes (article 4)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Name, Remark
from banyan.bodies.models import Body
from banyan.supervision.models import Leadership
from banyan.supervision.queries.leaderships import governments_without, leading


@act(
    under="4.1-a",
    by="own government : leader, head, administrator",
    on=Leadership,
    moves="-> in_force",
    title="Register leadership",
    says="{by} registered who leads e-government: {name}, {leader}",
)
def register_leadership(
    *,
    name: Annotated[Name, Ask(label="Leading body")],
    leader: Annotated[str, Ask(label="Leader responsible", help="Name and post.", longest=120)],
    duties: Annotated[Remark, Ask(label="What it decides")] = "",
    since: date,
    by: Any,
) -> Leadership:
    """Enter the leading body of the government and the leader responsible; the one before is replaced."""
    former = leading(Body.objects.get(pk=by.body))
    if former is not None:
        former.state = Leadership.State.REPLACED
        former.save()
    return Leadership.objects.create(body_id=by.body, name=name, leader=leader, duties=duties, since=since)


@act(
    under="4.1-a",
    by="machine",
    on=Leadership,
    moves="-> in_force",
    title="Load leaderships",
    says="{by} loaded who leads e-government in {number} governments",
)
def load_leaderships(*, number: int, rows: dict[str, Any]) -> Leadership:
    """Load the leading bodies of governments at the start, for those that have none yet."""
    governments = {body.code: body for body in governments_without()}
    made = Leadership.objects.bulk_create(
        Leadership(body=governments[row["code"]], name=row["name"], leader=row["leader"], since=row["since"])
        for row in rows["leaderships"]
    )
    return made[0]
