"""The sequencer: every committed leaf gets one place, once, whatever happens on the way."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from banyan.ledger.errors import Broken, KeyFault
from banyan.ledger.keys import log_key_file
from banyan.ledger.meta import open_meta
from banyan.ledger.models import Checkpoint, Leaf, Log, Tile
from banyan.ledger.note import parse_head, parse_note, parse_verifier_key
from banyan.ledger.queries import entry_bundle, latest, open_log, state, tile_bytes
from banyan.ledger.sequence import PLACE_SQL, sequence, sequence_all
from banyan.ledger.tiles import split_hashes, tiles_of
from banyan.ledger.tree import EMPTY_ROOT, fold, leaf_hash
from banyan.ledger.triggers import drop_triggers
from banyan.ledger.verify import split_bundle
from banyan.ledger.write import append

Write = Callable[..., list[bytes]]


def positions(log: Log) -> list[int | None]:
    return list(Leaf.objects.filter(log=log).order_by("id").values_list("position", flat=True))


def test_a_new_log_is_signed_for_as_empty(log: Log) -> None:
    head = latest(log)
    assert (head.size, bytes(head.root)) == (0, EMPTY_ROOT)
    assert parse_note(head.note).signed_by(parse_verifier_key(log.vkey))
    assert sequence(log) is None


@given(batches=st.lists(st.integers(0, 300), max_size=6), limit=st.sampled_from([1000, 77]))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_batches_give_one_tree(db: None, batches: list[int], limit: int) -> None:
    log = open_log(f"log-{Log.objects.count()}", kind="acts", title="t")
    entries: list[bytes] = []
    for batch in batches:
        fresh = [b"entry %d" % n for n in range(len(entries), len(entries) + batch)]
        for entry in fresh:
            append(log.pk, entry)
        entries += fresh
        while sequence(log, limit=limit):
            pass
        head = latest(log)
        assert (head.size, bytes(head.root)) == (len(entries), fold(list(map(leaf_hash, entries))))
    assert positions(log) == list(range(len(entries)))
    served = [
        tile_bytes(log, 0, tile.index, tile.width) for tile in tiles_of(len(entries)) if tile.level == 0
    ]
    assert split_hashes(b"".join(filter(None, served))) == list(map(leaf_hash, entries))


def test_partial_tiles_of_earlier_checkpoints_are_still_served(log: Log, write: Write) -> None:
    entries = write(log, 100) + write(log, 200, first=100)
    hashes = list(map(leaf_hash, entries))
    assert tile_bytes(log, 0, 0, 100) == b"".join(hashes[:100])
    assert tile_bytes(log, 0, 0) == b"".join(hashes[:256])
    assert tile_bytes(log, 0, 1, 44) == b"".join(hashes[256:])
    assert tile_bytes(log, 0, 1, 45) is None
    assert list(split_bundle(entry_bundle(log, 0, 100) or b"")) == entries[:100]
    assert list(split_bundle(entry_bundle(log, 1, 44) or b"")) == entries[256:]
    assert entry_bundle(log, 2) is None


def test_a_leaf_committed_late_under_a_smaller_id_is_not_passed_over(log: Log) -> None:
    late = Leaf(pk=7_000, log=log, data=b"late")
    Leaf.objects.create(pk=7_001, log=log, data=b"early")
    sequence(log)
    late.save(force_insert=True)
    head = sequence(log)
    assert head is not None
    assert head.size == 2
    assert positions(log) == [1, 0]
    assert list(split_bundle(entry_bundle(log, 0, 2) or b"")) == [b"early", b"late"]


def test_nothing_happens_when_signing_fails(log: Log, write: Write) -> None:
    write(log, 10)
    append(log.pk, b"{}")
    key = log_key_file(log.origin)
    text = key.read_text()
    key.unlink()
    with pytest.raises(KeyFault):
        sequence(log)
    assert (latest(log).size, state(log).pending) == (10, 1)
    assert Tile.objects.get(log=log).width == 10
    key.write_text(text)
    key.chmod(0o600)
    assert sequence_all() > 0
    assert (latest(log).size, positions(log)) == (11, list(range(11)))


def test_sequencing_again_changes_nothing(log: Log, write: Write) -> None:
    write(log, 10)
    sequence_all()
    before = list(Checkpoint.objects.values_list("note", flat=True))
    assert sequence_all() == 0
    assert list(Checkpoint.objects.values_list("note", flat=True)) == before


@pytest.mark.parametrize("harm", ["hashes", "missing", "wider"])
def test_signs_nothing_more_once_the_tiles_contradict_the_last_root(
    log: Log, write: Write, harm: str
) -> None:
    write(log, 10)
    tile = Tile.objects.get(log=log)
    if harm == "missing":
        tile.delete()
    else:
        tile.hashes = (
            leaf_hash(b"forged") + bytes(tile.hashes)[32:] if harm == "hashes" else bytes(tile.hashes) * 2
        )
        tile.save()
    append(log.pk, b"{}")
    with pytest.raises(Broken, match="no longer give the root signed at 10 entries"):
        sequence(log)
    assert (latest(log).size, state(log).pending) == (10, 1)


def test_says_that_a_log_has_lost_its_checkpoints(log: Log, write: Write) -> None:
    write(log, 3)
    append(log.pk, b"{}")
    drop_triggers(connection)
    Checkpoint.objects.filter(log=log).delete()
    with pytest.raises(Broken, match="has lost its checkpoints"):
        sequence(log)


def test_a_broken_log_does_not_stop_the_others(log: Log, write: Write) -> None:
    other = open_log("reads-1", kind="reads", title="t", body=1)
    write(log, 3)
    Tile.objects.filter(log=log).delete()
    append(log.pk, b"{}")
    append(other.pk, b"{}")
    with pytest.raises(Broken, match="the log acts"):
        sequence_all()
    assert (latest(log).size, latest(other).size) == (3, 1)


def test_sequences_every_log_in_turns_until_nothing_waits(log: Log) -> None:
    other = open_log("reads-1", kind="reads", title="t", body=1)
    for n in range(25):
        append((log, other)[n % 2].pk, b"%d" % n)
    assert sequence_all(limit=5) == 25 + latest(open_meta()).size
    assert (latest(log).size, latest(other).size) == (13, 12)
    assert Leaf.objects.filter(position=None).count() == 0


def test_the_meta_log_holds_every_new_checkpoint_of_the_others(log: Log, write: Write) -> None:
    write(log, 3)
    write(log, 4, first=3)
    sequence_all()
    meta = open_meta()
    entries = [json.loads(entry) for entry in split_bundle(entry_bundle(meta, 0, latest(meta).size) or b"")]
    assert [entry["log"] for entry in entries] == ["acts", "acts"]
    heads = [parse_head(parse_note(entry["checkpoint"]).text) for entry in entries]
    assert [head.size for head in heads] == [3, 7]
    assert heads[1].root == bytes(latest(log).root)
    assert meta.public


def test_says_how_far_a_log_is_anchored(log: Log, write: Write) -> None:
    write(log, 5)
    anchored = state(log)
    assert (anchored.size, anchored.pending, anchored.pending_since, anchored.cosignatures) == (5, 0, None, 0)
    assert anchored.at == latest(log).at
    append(log.pk, b"{}")
    waiting = state(log)
    assert (waiting.size, waiting.pending) == (5, 1)
    assert waiting.pending_since is not None


def test_signs_nothing_when_an_entry_did_not_take_its_place(
    log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(log.pk, b"{}")
    append(log.pk, b"{}")
    every_other = f"{PLACE_SQL[connection.vendor]} AND (ledger_leaf.id & 1) = 0"
    monkeypatch.setattr("banyan.ledger.sequence.PLACE_SQL", {connection.vendor: every_other})
    with pytest.raises(Broken, match="Only 1 of 2 waiting entries"):
        sequence(log)
    assert (positions(log), latest(log).size) == ([None, None], 0)
