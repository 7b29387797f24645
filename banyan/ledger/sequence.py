"""The sequencer: gives committed leaves their places, lets the tree grow and signs the new root."""

import json
from collections.abc import Mapping, Sequence

from django.db import connection, transaction

from banyan.kit.sentence import say
from banyan.ledger.edge import Edge, Grown
from banyan.ledger.errors import Broken, LedgerError
from banyan.ledger.meta import open_meta, record
from banyan.ledger.models import Checkpoint, Leaf, Log, Tile, stored_bytes
from banyan.ledger.queries import latest
from banyan.ledger.signing import sign_checkpoint
from banyan.ledger.tiles import HEIGHT, WIDTH, split_hashes
from banyan.ledger.tree import leaf_hash

BATCH = 4096

PLACE_SQL: Mapping[str, str] = {
    "sqlite": "UPDATE ledger_leaf SET position = %s + place.key FROM json_each(%s) AS place"
    " WHERE ledger_leaf.id = place.value",
    "postgresql": "UPDATE ledger_leaf SET position = %s + place.nth - 1"
    " FROM jsonb_array_elements_text(%s::jsonb) WITH ORDINALITY AS place(id, nth)"
    " WHERE ledger_leaf.id = place.id::bigint",
}


def sequence_all(*, limit: int = BATCH) -> int:
    """Sequence what waits now in every log, the meta-log last; answers how many leaves found their place.

    Logs take turns, a batch each. A log that cannot go on does not stop the others: its `LedgerError` is raised
    when they are done.
    """
    meta = open_meta()
    placed, faults = 0, list[LedgerError]()
    for logs in (_waiting(meta), [meta]):
        turn = logs
        while turn:
            grown = [_grown(log, limit, faults) for log in turn]
            placed += sum(grown)
            turn = [log for log, count in zip(turn, grown, strict=True) if count == limit]
    if faults:
        raise faults[0]
    return placed


def sequence(log: Log, *, limit: int = BATCH) -> Checkpoint | None:
    """Integrate up to ``limit`` waiting leaves of a log (定序) in one transaction; None when none waits.

    Whatever is committed and has no position is taken in the order of ids, so a leaf committed late under a
    smaller id is never passed over. One sequencer works at a time: the others wait for the lock. Raises `Broken`,
    and signs nothing, when the stored tiles no longer give the root signed last.
    """
    with transaction.atomic(durable=True):
        Log.objects.select_for_update(no_key=True).get(pk=log.pk)
        waiting = list(
            Leaf.objects.filter(log=log, position=None).order_by("id").values_list("id", "data")[:limit]
        )
        if not waiting:
            return None
        edge = _edge(log)
        _place([leaf for leaf, _ in waiting], edge.size)
        _store(log, edge.grow(leaf_hash(stored_bytes(data)) for _, data in waiting))
        checkpoint = sign_checkpoint(log, edge.size, edge.root())
        if log.kind != Log.Kind.META:
            record(checkpoint)
        return checkpoint


def _waiting(meta: Log) -> list[Log]:
    """The logs, other than the meta-log, with leaves that have no position."""
    pending = Leaf.objects.filter(position=None).exclude(log=meta).values("log").distinct()
    return list(Log.objects.filter(pk__in=pending).order_by("pk"))


def _grown(log: Log, limit: int, faults: list[LedgerError]) -> int:
    """By how many leaves one batch let the log grow; what went wrong is added to ``faults``."""
    try:
        before = latest(log).size
        checkpoint = sequence(log, limit=limit)
    except LedgerError as fault:
        faults.append(fault)
        return 0
    return checkpoint.size - before if checkpoint else 0


def _edge(log: Log) -> Edge:
    """The right edge at the newest checkpoint, checked against its root."""
    head = latest(log)
    unfinished: dict[int, list[bytes]] = {}
    level = 0
    while head.size >> HEIGHT * level:
        index, width = divmod(head.size >> HEIGHT * level, WIDTH)
        tile = Tile.objects.filter(log=log, level=level, index=index).first() if width else None
        unfinished[level] = split_hashes(stored_bytes(tile.hashes)) if tile else []
        level += 1
    edge = Edge(head.size, unfinished)
    if edge.root() != stored_bytes(head.root):
        raise Broken(
            say(
                "The tiles of the log {log} no longer give the root signed at {size} entries."
                " Nothing more is signed: run the verifier and put the database back.",
                log=log.name,
                size=head.size,
            )
        )
    return edge


def _place(leaves: Sequence[int], first: int) -> None:
    """Give these leaves the positions from ``first`` on, in this order."""
    with connection.cursor() as cursor:
        cursor.execute(PLACE_SQL[connection.vendor], [first, json.dumps(leaves)])
        if cursor.rowcount != len(leaves):
            raise Broken(
                say(
                    "Only {placed} of {waiting} waiting entries took their place. Run the sequencer again.",
                    placed=cursor.rowcount,
                    waiting=len(leaves),
                )
            )


def _store(log: Log, grown: Grown) -> None:
    Tile.objects.bulk_create(
        [
            Tile(log=log, level=level, index=index, width=len(hashes), hashes=b"".join(hashes))
            for (level, index), hashes in grown.items()
        ],
        update_conflicts=True,
        unique_fields=["log", "level", "index"],
        update_fields=["width", "hashes"],
    )
