"""A witness cosigns only what grew from what it has seen (C2SP tlog-witness)."""

import base64
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from banyan.ledger.asgi import Answer
from banyan.ledger.note import (
    COSIGNATURE,
    ED25519,
    NoteFault,
    TreeHead,
    generate_key,
    parse_note,
    parse_verifier_key,
    with_signatures,
)
from banyan.ledger.tests.calling import call, scope_of
from banyan.ledger.tree import EMPTY_ROOT, consistency_ranges, fold, leaf_hash, range_hash, verify_consistency
from banyan.ledger.witness import Witness, open_witness

LOG = generate_key("ledger.example/log/acts", ED25519, b"l" * 32)
KEY = generate_key("witness.example/w", COSIGNATURE, b"w" * 32)
LEAVES = [leaf_hash(b"%d" % n) for n in range(50)]
FORGED = [leaf_hash(b"forged"), *LEAVES[1:]]
NOW = 1_790_000_000


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    return Witness(KEY, [LOG.verifier], tmp_path / "witness.sqlite3", clock=lambda: NOW)


def signed(size: int, leaves: list[bytes] = LEAVES) -> str:
    head = TreeHead(LOG.name, size, fold(leaves[:size]))
    return with_signatures(head.text, [LOG.sign(head.text)])


def proof(old: int, new: int, leaves: list[bytes] = LEAVES) -> list[bytes]:
    def node(level: int, index: int) -> bytes:
        return fold(leaves[index << level : (index + 1) << level])

    return [range_hash(start, end, node) for start, end in consistency_ranges(old, new)]


def asking(old: object, hashes: list[bytes], note: str) -> bytes:
    return "\n".join([f"old {old}", *(base64.b64encode(line).decode() for line in hashes), "", note]).encode()


def grow(witness: Witness, old: int, new: int, leaves: list[bytes] = LEAVES) -> Answer:
    return witness.add_checkpoint(asking(old, proof(old, new, leaves), signed(new, leaves)))


def seen(witness: Witness) -> list[tuple[int, bytes]]:
    with closing(sqlite3.connect(witness.state)) as database:
        return database.execute("SELECT size, root FROM seen").fetchall()


def test_cosigns_what_only_grew(witness: Witness) -> None:
    for old, new in ((0, 0), (0, 7), (7, 7), (7, 50)):
        answer = grow(witness, old, new)
        assert answer.status == 200
        note = parse_note(signed(new) + answer.body.decode())
        assert note.cosigned_at(KEY.verifier) == NOW
    assert seen(witness) == [(50, fold(LEAVES))]


def test_remembers_after_a_restart(witness: Witness) -> None:
    grow(witness, 0, 7)
    again = Witness(KEY, [LOG.verifier], witness.state)
    assert grow(again, 0, 9).status == 409
    assert grow(again, 7, 9).status == 200


@pytest.mark.parametrize(("old", "new"), [(0, 30), (19, 30), (21, 30), (0, 10), (10, 10)])
def test_names_the_size_it_knows_when_the_log_asks_from_another(old: int, new: int, witness: Witness) -> None:
    grow(witness, 0, 20)
    answer = grow(witness, old, new)
    assert (answer.status, answer.body, answer.kind) == (409, b"20\n", "text/x.tlog.size")
    assert seen(witness) == [(20, fold(LEAVES[:20]))]


def test_refuses_a_rewritten_log_and_keeps_the_evidence(witness: Witness) -> None:
    grow(witness, 0, 20)
    assert grow(witness, 20, 30, FORGED).status == 422
    forked = grow(witness, 20, 20, FORGED)
    assert (forked.status, forked.body) == (409, b"20\n")
    assert seen(witness) == [(20, fold(LEAVES[:20]))]
    with closing(sqlite3.connect(witness.state)) as database:
        kept = [
            bytes(request).decode() for (request,) in database.execute("SELECT request FROM contradiction")
        ]
    assert [signed(30, FORGED) in kept[0], signed(20, FORGED) in kept[1]] == [True, True]


def test_refuses_a_proof_that_is_longer_than_needed(witness: Witness) -> None:
    assert witness.add_checkpoint(asking(0, [EMPTY_ROOT], signed(5))).status == 422
    grow(witness, 0, 5)
    assert witness.add_checkpoint(asking(5, [EMPTY_ROOT], signed(5))).status == 422


def test_refuses_a_log_it_does_not_know(witness: Witness) -> None:
    stranger = generate_key("elsewhere.example/log", ED25519, b"l" * 32)
    head = TreeHead(stranger.name, 5, fold(LEAVES[:5]))
    note = with_signatures(head.text, [stranger.sign(head.text)])
    assert witness.add_checkpoint(asking(0, [], note)).status == 404


def test_refuses_a_checkpoint_that_the_log_did_not_sign(witness: Witness) -> None:
    forger = generate_key(LOG.name, ED25519, b"f" * 32)
    head = TreeHead(LOG.name, 5, fold(LEAVES[:5]))
    note = with_signatures(head.text, [forger.sign(head.text)])
    assert witness.add_checkpoint(asking(0, [], note)).status == 403
    assert witness.add_checkpoint(asking(0, [], signed(5).replace("\n5\n", "\n6\n"))).status == 403
    assert seen(witness) == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"old 0\n",
        b"\xff\xfe",
        asking(-1, [], signed(5)),
        asking("05", [], signed(5)),
        asking("", [], signed(5)),
        asking(0, [b"short"], signed(5)),
        asking(0, [EMPTY_ROOT] * 64, signed(5)),
        asking(0, [], "not a note"),
        asking(9, [], signed(5)),
        b"old 0\n!!!\n\n" + signed(5).encode(),
    ],
)
def test_refuses_a_request_of_another_form(body: bytes, witness: Witness) -> None:
    answer = witness.add_checkpoint(body)
    assert (answer.status, answer.body[-1:]) == (400, b"\n")


def test_requests_at_the_same_moment_never_take_the_log_back(
    witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = range(20, 50, 5)

    def slowly(*given: Any) -> bool:
        time.sleep(0.05)
        return verify_consistency(*given)

    monkeypatch.setattr("banyan.ledger.witness.verify_consistency", slowly)
    with ThreadPoolExecutor(len(sizes)) as pool:
        answers = list(pool.map(lambda size: grow(witness, 0, size), sizes))
    assert sorted(answer.status for answer in answers) == [200] + [409] * (len(sizes) - 1)
    cosigned = next(size for size, answer in zip(sizes, answers, strict=True) if answer.status == 200)
    assert seen(witness) == [(cosigned, fold(LEAVES[:cosigned]))]


def test_answers_over_http(witness: Witness) -> None:
    body = asking(0, [], signed(5))
    answer = call(witness, scope_of("/add-checkpoint", "POST"), body)
    assert (answer.status_code, answer.text) == (200, KEY.cosign(parse_note(signed(5)).text, NOW))
    assert call(witness, scope_of("/add-checkpoint", "POST"), bytes(100_000)).status_code == 413
    assert call(witness, scope_of("/add-checkpoint")).status_code == 404
    assert parse_verifier_key(call(witness, scope_of("/vkey")).text) == KEY.verifier


def test_lives_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text(f"{LOG.verifier}\n\n")
    witness = open_witness(tmp_path, name="witness.example/w")
    assert grow(witness, 0, 5).status == 200
    assert open_witness(tmp_path, name="witness.example/w").key == witness.key
    (tmp_path / "logs").write_text("nonsense\n")
    with pytest.raises(NoteFault, match="not a verification key"):
        open_witness(tmp_path, name="witness.example/w")
