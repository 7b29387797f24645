"""Signing keys are files that only their owner may read."""

import stat
from pathlib import Path

import pytest

from banyan.ledger.errors import BadLogName, KeyFault
from banyan.ledger.keys import log_key, log_key_file, make_log_key
from banyan.ledger.models import Log
from banyan.ledger.queries import open_log
from banyan.ledger.signing import sign_checkpoint

ORIGIN = "ledger.example/log/acts"


def test_a_key_is_made_once_with_owner_only_rights() -> None:
    key = make_log_key(ORIGIN)
    path = log_key_file(ORIGIN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert make_log_key(ORIGIN) == log_key(ORIGIN) == key
    assert [file.name for file in path.parent.iterdir()] == [path.name], "no draft is left behind"


def test_refuses_a_key_that_others_may_read() -> None:
    make_log_key(ORIGIN)
    path = log_key_file(ORIGIN)
    path.chmod(0o640)
    with pytest.raises(KeyFault, match=f"Run: chmod 600 {path}"):
        log_key(ORIGIN)


def test_says_when_a_key_is_missing_or_damaged() -> None:
    with pytest.raises(KeyFault, match=r"cannot be read .* Put it back from its backup"):
        log_key(ORIGIN)
    make_log_key(ORIGIN)
    log_key_file(ORIGIN).write_text("PRIVATE+KEY+nonsense\n")
    with pytest.raises(KeyFault, match="is damaged"):
        log_key(ORIGIN)


def test_a_log_is_signed_with_its_own_key_only(log: Log) -> None:
    log_key_file(log.origin).unlink()
    make_log_key(log.origin)
    with pytest.raises(KeyFault, match="not the one of the log acts"):
        sign_checkpoint(log, 1, b"r" * 32)


def test_a_log_is_opened_once_and_its_origin_is_its_address(log: Log, home: Path) -> None:
    assert log.origin == ORIGIN
    assert log.vkey == str(log_key(ORIGIN).verifier)
    assert open_log("acts", kind="acts", title="again").pk == log.pk
    assert len(list((home / "keys").iterdir())) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "a/b", "..", "账本", "a b", "x" * 101])
def test_refuses_a_log_name_that_no_address_can_carry(name: str) -> None:
    with pytest.raises(BadLogName, match="must be 1 to 100 letters"):
        open_log(name, kind="acts", title="t")
