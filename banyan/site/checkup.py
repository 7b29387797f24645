"""The checks of ``banyan doctor``."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max

from banyan.acts import agreeing, clock, registry
from banyan.acts.defence import governed_models
from banyan.acts.governed import Governed
from banyan.acts.models import Reacted, Touch
from banyan.acts.queries import packs_recorded
from banyan.kit.workdays import CalendarEnds, national_calendar
from banyan.lake.models import Load
from banyan.lake.queries.rows import rows_are_intact
from banyan.law.inforce import pack
from banyan.ledger.models import Leaf, Log

BATCH = 500
SHOWN = 5
LONGEST_WAIT = timedelta(minutes=10)
NEWEST_VERSIONS = 20


@dataclass(frozen=True)
class Check:
    """One check, whether it holds, and what was found."""

    name: str
    holds: bool
    found: str


def checks() -> list[Check]:
    """Every check in order; later ones are left out while the database is not ready."""
    first = [_database()]
    if not all(one.holds for one in first):
        return first
    return [*first, *(one() for one in LATER)]


def _database() -> Check:
    try:
        plan = MigrationExecutor(connection).migration_plan(
            MigrationExecutor(connection).loader.graph.leaf_nodes()
        )
    except DatabaseError as error:
        return Check("database", holds=False, found=str(error).splitlines()[0])
    found = f"{connection.vendor}, {len(plan)} migrations to run"
    return Check("database", holds=not plan, found=found if plan else f"{connection.vendor}, up to date")


def _defence() -> Check:
    """Try to write round the one door, in a transaction that is rolled back in any case."""
    filled = next((model for model in governed_models() if model._default_manager.exists()), None)
    if filled is None:
        return Check("defence of governed tables", holds=True, found="no governed row yet")
    table = filled._meta.db_table
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{table}" SET state = state')  # noqa: S608  the table's name is our own
            transaction.set_rollback(True)
    except DatabaseError:
        return Check("defence of governed tables", holds=True, found="a write outside an act is refused")
    return Check("defence of governed tables", holds=False, found="a write outside an act went through")


def _states() -> Check:
    """Every governed object stands in the state that its last entry left it in."""
    wrong = [line for model in governed_models() if issubclass(model, Governed) for line in _astray(model)]
    found = ", ".join(wrong[:5]) if wrong else "every object stands where its last entry left it"
    return Check("states against the ledger", holds=not wrong, found=found)


def _astray(model: type[Governed]) -> Iterator[str]:
    """The objects of a noun that stand otherwise than their last entry says, a batch of them at a time."""
    noun, greatest = model._meta.label_lower, 0
    if _moved_in_bulk(model):
        return
    while states := dict(
        model._default_manager.filter(pk__gt=greatest).order_by("pk").values_list("pk", "state")[:BATCH]
    ):
        greatest = max(states)
        touched = Touch.objects.filter(noun=noun, object_id__in=list(states))
        last = touched.values("object_id").annotate(last=Max("pk")).values("last")
        for pk, after in Touch.objects.filter(pk__in=last).values_list("object_id", "after"):
            if after not in (None, states[pk]):
                yield f"{noun}/{pk} is {states[pk]}, the ledger says {after}"


def _moved_in_bulk(model: type[Governed]) -> bool:
    """Nouns whose rows an edition publishes all at once; their states follow from the edition."""
    return model._meta.label_lower in {"catalogue.resource", "catalogue.serviceentry", "acts.finding"}


def _entries() -> Check:
    """Every entry that people read says what its leaf says, and none is missing."""
    wrong = list(islice(agreeing.astray(), SHOWN))
    found = ", ".join(wrong) if wrong else "every entry says what its leaf says"
    return Check("entries against the ledger", holds=not wrong, found=found)


def _ledger() -> Check:
    """No leaf waits for its place long after it was written, as the newest leaf shows."""
    waiting, newest = Leaf.objects.filter(position=None), Leaf.objects.order_by("-pk").first()
    late = waiting.filter(written_at__lt=newest.written_at - LONGEST_WAIT).count() if newest else 0
    found = f"{Log.objects.count()} logs, {waiting.count()} leaves wait for their place"
    return Check("ledger", holds=not late, found=f"{found}, {late} of them too long" if late else found)


def _reactions() -> Check:
    """What follows from acts has followed."""
    faults = [f"{one}: {one.fault}" for one in Reacted.objects.exclude(fault="").select_related("entry")[:5]]
    found = ", ".join(faults) if faults else "everything that follows from an act has followed"
    return Check("reactions", holds=not faults, found=found)


def _rows() -> Check:
    """The rows of the newest versions are still those whose digest stands in the ledger."""
    newest = Load.objects.filter(state=Load.State.PUBLISHED).order_by("-published_at")[:NEWEST_VERSIONS]
    altered = [str(load) for load in newest if not rows_are_intact(load)]
    found = f"altered: {', '.join(altered)}" if altered else f"those of the {len(newest)} newest are intact"
    return Check("rows of the present versions", holds=not altered, found=found)


def _calendar() -> Check:
    try:
        national_calendar().is_working(clock.today().replace(month=12, day=31))
    except CalendarEnds as error:
        return Check("working calendar", holds=False, found=str(error))
    return Check("working calendar", holds=True, found=f"published for {clock.today().year}")


def _law() -> Check:
    """Every act was recorded under the pack in force, whatever its version."""
    others = [one for one in packs_recorded() if one != pack().id]
    found = f"{pack().version}, {len(registry.acts)} acts"
    if others:
        found += f"; but acts were recorded under {', '.join(others)}"
    return Check("law pack", holds=not others, found=found)


LATER: tuple[Callable[[], Check], ...] = (
    _defence,
    _states,
    _entries,
    _ledger,
    _reactions,
    _rows,
    _calendar,
    _law,
)
