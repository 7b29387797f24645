"""Basic databases, planned by the provincial office, and what cities build of them (article 15)."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Name, Remark
from banyan.bodies.models import Body
from banyan.catalogue.models import Cycle, Resource
from banyan.lake.models import BasicDatabase, CityDatabase
from banyan.lake.queries import aggregation, databases
from banyan.lake.rules import databases as rules

PLANNERS = "planning_officer, catalogue_officer, head"
Lead = Annotated[Body, Ask(label="Lead unit", choices=databases.leads_to_choose)]
Sources = Annotated[list[Resource], Ask(choices=aggregation.catalogued)]
Key = Annotated[
    BasicDatabase.Key | None,
    Ask(label="Key", help="Left empty for the six fixed kinds: the key of the kind."),
]
Mode = Annotated[BasicDatabase.Mode, Ask(label="Mode of building")]
Planned = Annotated[BasicDatabase, Ask(label="Basic database", choices=databases.separate_databases)]
Upward = Annotated[Remark, Ask(label="Synchronisation to the province", must=True)]
Synchronised = Annotated[Cycle | None, Ask(label="Synchronised", must=True)]


@act(
    under=("15.1-a", "15.1-b"),
    by=f"own : {PLANNERS}",
    on=BasicDatabase,
    moves="-> planned",
    facts=databases.database_facts,
    rules=[
        rules.basic_database_is_planned_by_the_provincial_office,
        rules.kind_is_planned_once,
        rules.key_is_that_of_its_kind,
    ],
    title="Plan basic database",
    says="{by} planned the basic database {name}, led by {lead}",
)
def plan_basic_database(
    *,
    kind: BasicDatabase.Kind,
    name: Name,
    lead: Lead,
    mode: Mode,
    row_key: Key = None,
    by: Any,
) -> BasicDatabase:
    """Plan one of the six basic databases, an extension, or the system that joins them."""
    own = rules.KEYS.get(kind, "")
    return BasicDatabase.objects.create(
        kind=kind, name=name, body_id=by.body, lead=lead, mode=mode, key=row_key or own
    )


@act(
    under="15.1-a",
    by=f"body : {PLANNERS} | lead : data_officer, head",
    on=BasicDatabase,
    moves="planned, running",
    title="Name sources",
    says="{by} named the sources of {on}: {sources}",
)
def name_sources(database: BasicDatabase, *, sources: Sources) -> None:
    """Name the resources that the database is made of; they take the place of those named before."""
    database.sources.set(sources)


@act(
    under="15.1-c",
    by=f"body : {PLANNERS}",
    on=BasicDatabase,
    moves="planned, running",
    facts=databases.database_facts,
    rules=[rules.no_city_is_left_with_an_instance],
    title="Set mode of building",
    says="{by} decided that {on} is {mode}",
)
def set_build_mode(database: BasicDatabase, *, mode: Mode) -> None:
    """Decide whether the province builds it once, or the cities build their part."""
    database.mode = mode


@act(
    under="15.1-a",
    by=f"body : {PLANNERS}",
    on=BasicDatabase,
    moves="planned -> running",
    facts=databases.database_facts,
    rules=[rules.database_has_sources],
    title="Put into operation",
    says="{by} put {on} into operation",
)
def run_basic_database(database: BasicDatabase) -> None:
    """Put the database into operation, once its sources are named."""


@act(
    under="15.1-c",
    by=f"own : {PLANNERS}",
    on=CityDatabase,
    moves="-> running",
    facts=databases.database_facts,
    rules=[
        rules.instance_is_built_by_a_city,
        rules.database_is_built_separately,
        rules.instance_is_declared_once,
        rules.upward_synchronisation_is_declared,
    ],
    title="Declare city database",
    says="{by} declared its instance of {database}, synchronised to the province {cycle}",
)
def declare_city_database(
    *, database: Planned, synchronisation: Upward = "", cycle: Synchronised = None, by: Any
) -> CityDatabase:
    """Declare your city's instance of a basic database, and how it reaches the province."""
    return CityDatabase.objects.create(
        database=database, body_id=by.body, synchronisation=synchronisation, cycle=cycle or Cycle.OTHER
    )


@act(
    under="15.1-c",
    by=f"body : {PLANNERS}",
    on=CityDatabase,
    moves="running -> closed",
    title="Close city database",
    says="{by} closed {on}: {reason}",
    tone="grave",
)
def close_city_database(instance: CityDatabase, *, reason: Long) -> None:
    """Close the instance; the province's database serves in its place."""
