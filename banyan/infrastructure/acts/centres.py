"""Data centres: ask, approve, integrate (article 14)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask
from banyan.acts.due import Due
from banyan.infrastructure.models import DataCentre
from banyan.infrastructure.queries import centres as queries
from banyan.infrastructure.rules import centres as rules

Long = Annotated[str, Ask(longest=4000, lines=3)]


@act(
    under=("14.2-a", "14.1-e", "14.2-b"),
    by="own : planning_officer, head",
    on=DataCentre,
    moves="-> requested | to_integrate",
    facts=queries.centre_facts,
    rules=[rules.county_asks_for_no_centre, rules.stock_has_a_plan_of_integration],
    title="Ask for data centre",
    says="{by} asked for the data centre {name}",
)
def request_data_centre(
    *,
    name: Annotated[str, Ask(longest=160)],
    work: DataCentre.Work,
    reason: Long,
    racks: int = 0,
    integrate_by: Annotated[date | None, Ask(label="To be integrated by")] = None,
    by: Any,
) -> DataCentre:
    """Ask for approval to build, extend or rebuild; an existing centre is entered with its plan of integration."""
    state = DataCentre.State.STOCK if work == DataCentre.Work.STOCK else DataCentre.State.REQUESTED
    return DataCentre.objects.create(
        body_id=by.body,
        name=name,
        work=work,
        reason=reason,
        racks=racks,
        integrate_by=integrate_by,
        state=state,
    )


@act(
    under="14.2-a",
    by="approver : planning_officer, catalogue_officer, head",
    on=DataCentre,
    moves="requested -> approved",
    due=Due("filing.reply", since="requested"),
    title="Approve data centre",
    says="{by} approved the data centre {on}",
)
def approve_data_centre(centre: DataCentre, *, answer: Long) -> None:
    """Approve the work, with what it has to keep."""
    centre.answer = answer


@act(
    under="14.2-a",
    by="approver : planning_officer, catalogue_officer, head",
    on=DataCentre,
    moves="requested -> refused",
    due=Due("filing.reply", since="requested"),
    title="Refuse data centre",
    says="{by} did not approve the data centre {on}: {answer}",
    tone="grave",
)
def refuse_data_centre(centre: DataCentre, *, answer: Long) -> None:
    """Refuse the work, and say which government data centre serves instead."""
    centre.answer = answer


@act(
    under="14.2-b",
    by="approver : planning_officer, catalogue_officer, head",
    on=DataCentre,
    moves="to_integrate -> integrated",
    title="Record integration",
    says="{by} recorded that {on} is integrated",
)
def integrate_data_centre(centre: DataCentre, *, answer: Long) -> None:
    """Record that the centre's load has moved into the government data centre."""
    centre.answer = answer
