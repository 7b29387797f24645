"""A log brings its checkpoints to witnesses, keeps what they cosign, and raises the alarm when they contradict it."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from banyan.ledger.cosign import WitnessAddress, cosign
from banyan.ledger.export import export
from banyan.ledger.models import Log
from banyan.ledger.note import COSIGNATURE, generate_key, parse_note, parse_verifier_key
from banyan.ledger.queries import latest, state
from banyan.ledger.tests.calling import Calls
from banyan.ledger.tests.test_verify import forget, rewrite
from banyan.ledger.tests.verifying import verify_log
from banyan.ledger.witness import Witness

Write = Callable[..., list[bytes]]
KEYS = {
    name: generate_key(f"{name}.example/w", COSIGNATURE, name.encode().ljust(32))
    for name in ("city", "audit")
}
ADDRESSES = [WitnessAddress(f"http://{name}", key.verifier) for name, key in KEYS.items()]


@pytest.fixture
def web(log: Log, tmp_path: Path) -> httpx.Client:
    known = [parse_verifier_key(log.vkey)]
    witnesses = {name: Witness(key, known, tmp_path / f"{name}.sqlite3") for name, key in KEYS.items()}
    return httpx.Client(transport=Calls(**witnesses))


def test_keeps_one_cosignature_of_each_witness(
    log: Log, write: Write, web: httpx.Client, tmp_path: Path
) -> None:
    for count in (3, 300):
        write(log, count)
        assert [outcome.cosigned for outcome in cosign(log, ADDRESSES, web)] == [True, True]
    assert [outcome.cosigned for outcome in cosign(log, ADDRESSES, web)] == [True, True]
    note = parse_note(latest(log).note)
    assert [note.cosigned_at(address.key) is not None for address in ADDRESSES] == [True, True]
    assert (len(note.signatures), state(log).cosignatures) == (3, 2)
    export(log, tmp_path / "log")
    arguments: list[object] = []
    for name, key in KEYS.items():
        (tmp_path / name).write_text(str(key.verifier))
        arguments += ["--witness", tmp_path / name]
    verdict = verify_log(tmp_path / "log", log.vkey, tmp_path, *arguments)
    assert (verdict.code, verdict.findings["cosigned"]) == (0, 2)


def test_finds_the_witness_again_when_it_forgot_where_they_were(
    log: Log, write: Write, web: httpx.Client
) -> None:
    write(log, 3)
    cosign(log, ADDRESSES[:1], web)
    before = latest(log)
    write(log, 3, first=3)
    before.note = before.note.partition("\n\n")[0] + "\n\n" + str(parse_note(before.note).signatures[0])
    assert cosign(log, ADDRESSES, web)[0].cosigned


@pytest.mark.parametrize("grown", [0, 50])
def test_a_rewritten_log_raises_the_alarm(grown: int, log: Log, write: Write, web: httpx.Client) -> None:
    write(log, 20)
    cosign(log, ADDRESSES, web)
    rewrite(log, {7: b"{}"})
    if grown:
        write(log, grown, first=100)
    outcomes = cosign(log, ADDRESSES, web)
    assert [(outcome.cosigned, outcome.alarm) for outcome in outcomes] == [(False, True)] * 2
    assert "has seen another history of the log acts: it knows 20 entries" in str(outcomes[0].says)
    assert state(log).cosignatures == 0


def test_a_log_put_back_from_a_backup_raises_the_alarm(log: Log, write: Write, web: httpx.Client) -> None:
    write(log, 20)
    write(log, 5, first=20)
    cosign(log, ADDRESSES, web)
    forget(log, 20)
    (outcome, _) = cosign(log, ADDRESSES, web)
    assert outcome.alarm
    assert "it knows 25 entries, we have 20" in str(outcome.says)


def test_a_witness_out_of_reach_does_not_stop_the_others(log: Log, write: Write, web: httpx.Client) -> None:
    write(log, 3)
    gone = WitnessAddress("http://gone", KEYS["city"].verifier)
    outcomes = cosign(log, [gone, ADDRESSES[1]], web)
    assert [(outcome.cosigned, outcome.alarm) for outcome in outcomes] == [(False, False), (True, False)]
    assert "cannot be reached" in str(outcomes[0].says)


def test_a_witness_with_another_key_is_not_believed(log: Log, write: Write, web: httpx.Client) -> None:
    write(log, 3)
    before = latest(log).note
    (outcome,) = cosign(log, [WitnessAddress("http://city", KEYS["audit"].verifier)], web)
    assert (outcome.cosigned, outcome.alarm) == (False, False)
    assert "sent no valid cosignature" in str(outcome.says)
    assert latest(log).note == before


def test_a_witness_that_does_not_know_the_log_says_so(log: Log, write: Write, tmp_path: Path) -> None:
    write(log, 3)
    stranger = httpx.Client(transport=Calls(city=Witness(KEYS["city"], [], tmp_path / "w.sqlite3")))
    (outcome,) = cosign(log, ADDRESSES[:1], stranger)
    assert (outcome.cosigned, outcome.alarm) == (False, False)
    assert "refused with 404" in str(outcome.says)
