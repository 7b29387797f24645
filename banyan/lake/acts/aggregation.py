"""Resources that a unit is asked to bring together on the platform by a day (articles 6 and 17)."""

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.catalogue.models import Resource
from banyan.lake.models import AggregationTask, Load
from banyan.lake.queries import aggregation as queries
from banyan.lake.rules import aggregation as rules

PLATFORM = "own managing_department province : catalogue_officer, head"
Wanted = Annotated[Resource, Ask(label="Resource", choices=queries.catalogued)]
DueOn = Annotated[date, Ask(label="Due on")]
HandedIn = Annotated[Load, Ask(label="Load", choices=queries.loads_to_hand_in)]
ANSWER = Due("aggregation.answer", since="asked", day="due_on")


@act(
    under="6.1-e",
    by=PLATFORM,
    on=AggregationTask,
    moves="-> asked",
    facts=queries.aggregation_facts,
    rules=[
        rules.resource_to_bring_is_catalogued,
        rules.resource_is_asked_for_once,
        rules.day_is_still_to_come,
    ],
    title="Ask for aggregation",
    says="{by} asked for {resource} to be brought together: {about}",
)
def ask_aggregation(
    *,
    resource: Wanted,
    about: Annotated[Long, Ask(label="What is needed")],
    due_on: Annotated[date | None, Ask(label="Due on", help="Left empty: the usual time to answer.")] = None,
    by: Any,
    at: datetime,
) -> AggregationTask:
    """Ask a unit to bring a resource together on the platform by a day."""
    return AggregationTask.objects.create(
        body=resource.body,
        asked_by_id=by.body,
        resource=resource,
        about=about,
        due_on=due_on or localdate(ANSWER.last_moment(at).at),
    )


@act(
    under="6.1-e",
    by="body : data_officer, head",
    on=AggregationTask,
    moves="asked -> answered",
    facts=queries.aggregation_facts,
    rules=[rules.load_is_the_present_one_of_the_resource],
    due=ANSWER,
    title="Hand in load",
    says="{by} handed in {load}",
)
def hand_in_load(task: AggregationTask, *, load: HandedIn) -> None:
    """Hand in the published version of the resource that was asked for."""
    task.load = load


@act(
    under="6.1-e",
    by=PLATFORM,
    on=AggregationTask,
    moves="answered -> accepted",
    title="Accept load",
    says="{by} accepted {on.load} for the task",
)
def accept_aggregation(task: AggregationTask) -> None:
    """Find the load complete; the task is done."""


@act(
    under="6.1-e",
    by=PLATFORM,
    on=AggregationTask,
    moves="answered -> asked",
    facts=queries.aggregation_facts,
    rules=[rules.day_is_still_to_come],
    title="Return load",
    says="{by} returned {on.load}: {remark}",
    tone="grave",
)
def return_aggregation(task: AggregationTask, *, remark: Long, due_on: DueOn) -> None:
    """Send the load back with what is missing, and a new day."""
    task.remark = remark
    task.due_on = due_on
    task.reminded_on = None


@act(
    under="6.1-e",
    by="machine",
    on=AggregationTask,
    moves="asked",
    title="Remind",
    says="{on.body} was reminded of {on}, due on {due_on}",
)
def remind_of_aggregation(task: AggregationTask, *, due_on: date, at: datetime) -> None:
    """Remind the unit that its load is due soon; without an answer it becomes a finding."""
    task.reminded_on = localdate(at)
