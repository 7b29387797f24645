"""``banyan ledger verify`` in the installation: what the meta-log saw of a log is held against what is stored."""

import json
import sys
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from banyan.ledger.models import Checkpoint, Leaf, Log, Tile
from banyan.ledger.queries import open_log
from banyan.ledger.sequence import sequence_all
from banyan.ledger.signing import sign_checkpoint
from banyan.ledger.tree import EMPTY_ROOT, leaf_hash
from banyan.ledger.triggers import drop_triggers
from banyan.ledger.write import append
from banyan.site.cli.main import main

pytestmark = pytest.mark.django_db

Verify = Callable[[], tuple[int, list[str]]]


@pytest.fixture
def log(tmp_path: object, settings: Settings) -> Log:
    settings.BANYAN_HOME = tmp_path
    log = open_log("acts", kind="acts", title="行为账本")
    write(log, 20)
    write(log, 10)
    return log


def write(log: Log, count: int) -> None:
    with transaction.atomic():
        for number in range(count):
            append(log.pk, b'{"entry":%d}' % number)
    sequence_all()


@pytest.fixture
def verify(log: Log, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Verify:
    """Exit status and kinds of problems of ``banyan ledger verify --log acts --json``."""

    def run() -> tuple[int, list[str]]:
        monkeypatch.setattr(sys, "argv", ["banyan", "ledger", "verify", "--log", "acts", "--json"])
        with pytest.raises(SystemExit) as left:
            main()
        told = json.loads(capfd.readouterr().out)
        assert told["whole"] == (not told["problems"])
        return int(left.value.code or 0), [one["kind"] for one in told["problems"]]

    return run


def sign_anew(log: Log) -> None:
    """What whoever has the key does to hide a change."""
    Leaf.objects.filter(log=log).update(position=None)
    Tile.objects.filter(log=log).delete()
    Checkpoint.objects.filter(log=log).delete()
    sign_checkpoint(log, 0, EMPTY_ROOT)
    sequence_all()


def test_a_log_that_only_grew_is_whole(verify: Verify, log: Log) -> None:
    assert verify() == (0, [])
    write(log, 5)
    assert verify() == (0, [])


def test_a_log_taken_back_to_an_earlier_checkpoint_is_caught(verify: Verify, log: Log) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position__gte=20).delete()
    Checkpoint.objects.filter(log=log, size__gt=20).delete()
    Tile.objects.filter(log=log).update(
        width=20, hashes=b"".join(leaf_hash(b'{"entry":%d}' % n) for n in range(20))
    )
    assert verify() == (1, ["rolled_back"])


def test_a_log_signed_anew_is_caught_however_far_it_grows(verify: Verify, log: Log) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position=3).update(data=b"{}")
    sign_anew(log)
    assert verify() == (1, ["forked"])
    write(log, 5)
    assert verify() == (1, ["rewritten"])


def test_a_log_shortened_and_signed_anew_is_caught(verify: Verify, log: Log) -> None:
    drop_triggers(connection)
    Leaf.objects.filter(log=log, position__gte=25).delete()
    sign_anew(log)
    assert verify() == (1, ["truncated"])


def test_a_log_without_any_checkpoint_is_told_as_not_whole(verify: Verify, log: Log) -> None:
    drop_triggers(connection)
    Checkpoint.objects.filter(log=log).delete()
    assert verify() == (1, ["checkpoint"])
