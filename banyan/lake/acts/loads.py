"""What may be done with loads: begun, published, failed, their quarantine corrected and replayed."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import Max

from banyan.acts import clock
from banyan.acts.act import act
from banyan.acts.asks import Ask, Personal, Remark, Title
from banyan.catalogue.models import Resource
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.lake.models import Load, Progress, QuarantinedRow
from banyan.lake.queries import loads, quarantine
from banyan.lake.rules import loads as rules

OWN_RESOURCE = Ask(choices=loads.resources_to_load)
WAITING = Ask(label="Row", choices=quarantine.shown_quarantine)
OWN_LOAD = Ask(choices=quarantine.loads_to_replay)


def _next_load(resource: Resource, at: datetime, **facts: Any) -> Load:
    number = Load.objects.filter(resource=resource).aggregate(last=Max("number"))["last"] or 0
    return Load.objects.create(resource=resource, body=resource.body, number=number + 1, begun_at=at, **facts)


@act(
    under=("17.2-b", "6.1-d"),
    by="own : data_officer | machine",
    on=Load,
    moves="-> checking",
    facts=loads.begin_facts,
    rules=[
        rules.resource_is_ones_own,
        rules.resource_is_in_the_catalogue,
        rules.resource_has_a_key,
        rules.no_other_load_is_being_checked,
        rules.file_is_not_secret,
    ],
    title="Load file",
    says="{by} began to load {file_name} into {resource}",
)
def begin_load(
    *,
    resource: Annotated[Resource, OWN_RESOURCE],  # type: ignore[valid-type]  # the Django plugin takes Annotated[Model, …] for its own
    file_name: Annotated[Title, Ask(label="File")],
    file_digest: Annotated[str, Ask(label="Digest of the file", longest=80)],
    at: datetime,
) -> Load:
    """Begin a delivery of rows: they are checked against the items and replace the former version only as a whole."""
    return _next_load(resource, at, file_name=file_name, file_digest=file_digest)


@act(
    under=("25.1-b", "6.1-d", "17.2-b"),
    by="body : data_officer | machine",
    on=Load,
    moves="checking -> published",
    facts=loads.publish_facts,
    rules=[
        rules.every_row_was_checked,
        rules.something_in_it_is_good,
        rules.few_of_its_rows_are_bad,
        rules.rows_are_those_that_were_checked,
    ],
    title="Publish version",
    says="{by} published version {on.number} of {on.resource}: {on.rows_good} rows, {on.rows_bad} in quarantine,"
    " digest {rows_digest}",
)
def publish_load(
    load: Load, *, rows_digest: Annotated[str, Ask(label="Digest of the rows", longest=80)], at: datetime
) -> None:
    """Let the checked rows take the place of the former version, all at once."""
    counted = Progress.objects.get(load=load)
    load.rows_good = counted.rows_good
    load.rows_bad = counted.rows_bad
    load.rows_digest = rows_digest
    load.published_at = at
    former = Load.objects.filter(resource=load.resource_id, state=Load.State.PUBLISHED).first()
    if former:
        former.state = Load.State.SUPERSEDED
        former.save()
    if load.replays_id:
        QuarantinedRow.objects.filter(load=load.replays_id).update(settled=True)
    load.resource.updated_on = clock.today()
    load.resource.save(update_fields=["updated_on"])


@act(
    under="17.2-b",
    by="body : data_officer | machine",
    on=Load,
    moves="checking -> failed",
    title="Fail load",
    says="{by} ended {on} without publishing it: {reason}",
    tone="grave",
)
def fail_load(load: Load, *, reason: Remark) -> None:
    """End the check; the former version stays in place, and the rows of this one are deleted."""
    load.reason = reason
    load.rows_bad = quarantine.waiting(load).count()


@act(
    under="17.2-b",
    by="body : data_officer",
    on=Load,
    moves="published",
    facts=quarantine.correction_facts,
    rules=[
        rules.no_other_load_is_being_checked,
        rules.correction_keeps_the_rules,
    ],
    title="Correct row",
    says="{by} corrected row {row} of {on}",
)
def correct_row(
    load: Load,
    *,
    row: Annotated[QuarantinedRow, WAITING],  # type: ignore[valid-type]  # as above
    corrected: Annotated[
        Personal[dict[str, Any]],
        Ask(label="Corrected values", help="One item a line: its name, a colon, its value.", lines=4),
    ],
) -> None:
    """Put a row in quarantine right; it enters the next version when the quarantine is replayed."""
    if not all(isinstance(value, str) and "\x00" not in value for value in corrected.values()):
        raise SentenceError(say("Give every corrected value as text."))
    row.corrected = {**(row.corrected or {}), **corrected}
    row.save()


@act(
    under="17.2-b",
    by="own : data_officer | machine",
    on=Load,
    moves="-> checking",
    facts=quarantine.replay_facts,
    rules=[
        rules.resource_is_ones_own,
        rules.load_is_the_present_version,
        rules.something_was_corrected,
        rules.no_other_load_is_being_checked,
    ],
    title="Replay quarantine",
    says="{by} began a version of {load.resource} with the corrected rows of {load}",
)
def replay_quarantine(
    *,
    load: Annotated[Load, OWN_LOAD],  # type: ignore[valid-type]  # the Django plugin takes Annotated[Model, …] for its own
    at: datetime,
) -> Load:
    """Begin a version of the present rows and the corrected ones; what is not corrected waits on in it."""
    return _next_load(load.resource, at, file_name=load.file_name, file_digest=load.file_digest, replays=load)
