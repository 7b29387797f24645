"""Proofs from the stored tiles, and that erasing a personal value leaves its entry provable."""

import base64
import secrets
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from banyan.kit.canonical import canonical_json, salted_digest
from banyan.ledger.errors import Broken
from banyan.ledger.export import export
from banyan.ledger.models import Checkpoint, Log, Tile
from banyan.ledger.note import parse_note, parse_verifier_key
from banyan.ledger.proofs import consistency_proof, inclusion_proof
from banyan.ledger.queries import entry_bundle
from banyan.ledger.sequence import sequence
from banyan.ledger.tests.verifying import verify_log
from banyan.ledger.tree import leaf_hash, verify_consistency
from banyan.ledger.verify import climb, split_bundle
from banyan.ledger.write import append

Write = Callable[..., list[bytes]]


def test_every_entry_can_be_proved_under_the_signed_root(log: Log, write: Write) -> None:
    entries = write(log, 600)
    for position in (0, 1, 255, 256, 511, 512, 598, 599):
        proof = inclusion_proof(log, position)
        leaf = leaf_hash(entries[position])
        assert climb(leaf, position, proof.size, proof.hashes) == proof.root
        assert parse_note(proof.checkpoint).signed_by(parse_verifier_key(log.vkey))


def test_a_proof_is_a_file_of_its_own(log: Log, write: Write) -> None:
    write(log, 3)
    proof = inclusion_proof(log, 2)
    lines = proof.text.split("\n")
    assert lines[:2] == ["c2sp.org/tlog-proof@v1", "index 2"]
    assert base64.b64decode(lines[2]) == proof.hashes[0]
    assert proof.text.endswith("\n\n" + proof.checkpoint)


def test_the_log_proves_that_it_only_grew(log: Log, write: Write) -> None:
    for step in (1, 254, 1, 1, 300):
        write(log, step, first=1000)
    roots = {head.size: bytes(head.root) for head in Checkpoint.objects.filter(log=log)}
    assert sorted(roots) == [0, 1, 255, 256, 257, 557]
    for old, old_root in roots.items():
        for new, new_root in roots.items():
            if old <= new:
                assert verify_consistency(old, old_root, new, new_root, consistency_proof(log, old, new))


def test_refuses_to_prove_what_is_not_in_the_tree(log: Log, write: Write) -> None:
    write(log, 3)
    with pytest.raises(ValueError, match="position 3 is not in a tree of 3"):
        inclusion_proof(log, 3)
    with pytest.raises(ValueError, match="has not grown to 4"):
        consistency_proof(log, 1, 4)


def test_says_which_tile_a_proof_lacks(log: Log, write: Write) -> None:
    write(log, 300)
    Tile.objects.filter(log=log, level=0, index=1).delete()
    with pytest.raises(Broken, match="lacks hash tile 0/1"):
        inclusion_proof(log, 299)


def test_an_entry_stays_provable_after_the_personal_value_beside_it_is_erased(
    log: Log, tmp_path: Path
) -> None:
    name, salt = "陈某某", secrets.token_bytes(16)
    beside = {"name": name, "salt": salt}
    entry = canonical_json({"act": "subjects.register", "name": salted_digest(name, salt)})
    append(log.pk, entry)
    sequence(log)
    beside.clear()
    (kept,) = split_bundle(entry_bundle(log, 0, 1) or b"")
    proof = inclusion_proof(log, 0)
    assert climb(leaf_hash(kept), 0, proof.size, proof.hashes) == proof.root
    export(log, tmp_path / "log")
    assert verify_log(tmp_path / "log", log.vkey, tmp_path).code == 0
    assert name.encode() not in kept
    assert sha256(canonical_json(name)).hexdigest().encode() not in kept, (
        "without the salt no guess can be tried"
    )
