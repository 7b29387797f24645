"""Writing the rows of a load while it is being checked, in batches outside acts: each holds the database for a moment.

A load's rows become a version only by the act that publishes it; until then nobody is served them.
"""

from collections.abc import Iterable, Sequence

from django.db import connection, transaction

from banyan.acts import clock
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.lake.checking import GoodRow
from banyan.lake.models import Load, Progress, QuarantinedRow, Row

BATCH = 10_000
ROWS = Row._meta.db_table
INSERT = f'INSERT INTO "{ROWS}" (load_id, key, region, data) VALUES (%s, %s, %s, %s)'  # noqa: S608 - our own table
COPY = f'COPY "{ROWS}" (load_id, key, region, data) FROM STDIN'
TAKE_OVER = f"""
INSERT INTO "{ROWS}" (load_id, key, region, data)
SELECT %s, key, region, data FROM "{ROWS}" WHERE load_id = %s AND key > %s AND key <= %s
"""  # noqa: S608 - our own table
DELETE = f"""
DELETE FROM "{ROWS}" WHERE load_id = %s AND key IN (SELECT key FROM "{ROWS}" WHERE load_id = %s LIMIT {BATCH})
"""  # noqa: S608 - our own table


class LoadEnded(SentenceError):
    """The load was ended by somebody else (装载已终止) while its rows were being checked."""


def start(load: Load) -> Progress:
    """Begin to tell how far the load has come."""
    return Progress.objects.create(load=load, step="checking", beat_at=clock.now())


def store(progress: Progress, good: Sequence[GoodRow], bad: Iterable[QuarantinedRow] = ()) -> None:
    """Write a batch and its progress in one short transaction; `LoadEnded` when the load is no longer checked."""
    refused = list(bad)
    progress.rows_good += len(good)
    progress.rows_bad += len(refused)
    with transaction.atomic():
        beat(progress)
        _insert(progress.load_id, good)
        QuarantinedRow.objects.bulk_create(refused)


def beat(progress: Progress) -> None:
    """Give a sign of life; `LoadEnded` when the load is no longer checked."""
    if not Load.objects.filter(pk=progress.load_id, state=Load.State.CHECKING).exists():
        raise LoadEnded(say("This load was ended by somebody else while its rows were being checked."))
    progress.beat_at = clock.now()
    progress.save()


def take_over(progress: Progress, base: Load) -> None:
    """Copy the rows of another version into this load."""
    last = ""
    while keys := list(
        Row.objects.filter(load=base, key__gt=last).order_by("key").values_list("key", flat=True)[:BATCH]
    ):
        progress.rows_good += len(keys)
        progress.done += len(keys)
        with transaction.atomic(), connection.cursor() as cursor:
            beat(progress)
            cursor.execute(TAKE_OVER, [progress.load_id, base.pk, last, keys[-1]])
        last = keys[-1]


def clear_quarantine(load: Load) -> None:
    """Delete a quarantine that nobody can use."""
    QuarantinedRow.objects.filter(load=load).delete()


def clear(load: Load) -> None:
    """Delete the rows of a load that failed."""
    with connection.cursor() as cursor:
        deleted = BATCH
        while deleted == BATCH:
            cursor.execute(DELETE, [load.pk, load.pk])
            deleted = cursor.rowcount


def _insert(load: int, rows: Sequence[GoodRow]) -> None:
    records = [(load, *row) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            cursor.executemany(INSERT, records)
            return
        with cursor.copy(COPY) as copy:
            for record in records:
                copy.write_row(record)
