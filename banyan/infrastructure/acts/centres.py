"""Data centres: ask, approve, integrate (article 14)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts import clock
from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Name
from banyan.acts.due import Due
from banyan.infrastructure.acts.existing import Plan, Since, Whose, as_stock, integrating, putting_off, whose
from banyan.infrastructure.models import DataCentre
from banyan.infrastructure.queries import centres as queries
from banyan.infrastructure.rules import centres as rules


@act(
    under=("14.2-a", "14.1-e", "14.2-b"),
    by="own : planning_officer, head | machine",
    on=DataCentre,
    moves="-> requested | to_integrate",
    facts=queries.centre_facts,
    rules=[
        rules.county_asks_for_no_centre,
        rules.stock_has_a_plan_of_integration,
        rules.centre_is_integrated_in_time,
        rules.only_stock_is_entered_for_another,
    ],
    title="Ask for data centre",
    says="{by} asked for the data centre {name}",
)
def request_data_centre(
    *,
    name: Name,
    work: DataCentre.Work,
    reason: Long,
    racks: int = 0,
    integrate_by: Annotated[date | None, Ask(label="To be integrated by")] = None,
    body: Whose = None,
    running_since: Since = None,
    plan: Plan = "",
    by: Any,
) -> DataCentre:
    """Ask for approval to build, extend or rebuild; an existing centre is entered with its plan of integration."""
    given: dict[str, Any] = {
        "body_id": whose(by),
        "entered_on": clock.today(),
        "state": DataCentre.State.REQUESTED,
    }
    if work == DataCentre.Work.STOCK:
        given = as_stock(by, body, running_since, integrate_by, plan)
    return DataCentre.objects.create(name=name, work=work, reason=reason, racks=racks, **given)


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


integrate_data_centre = integrating("data_centre", DataCentre, "14.2-b")
put_off_data_centre = putting_off("data_centre", DataCentre, "14.2-b", rules.centre_is_integrated_in_time)
