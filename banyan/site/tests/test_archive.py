import sqlite3
import stat
from pathlib import Path

import pytest

from banyan.kit.errors import SentenceError
from banyan.site.archive import DATABASE, backup, restore


def home_with(folder: Path, words: str) -> Path:
    """A home with a database of one row, and one key."""
    (folder / "keys").mkdir(parents=True)
    (folder / "keys" / "acts.key").write_text(words)
    with sqlite3.connect(folder / DATABASE) as database:
        database.execute("CREATE TABLE said (words TEXT)")
        database.execute("INSERT INTO said VALUES (?)", [words])
    return folder


def said(home: Path) -> str:
    with sqlite3.connect(home / DATABASE) as database:
        words: str = database.execute("SELECT words FROM said").fetchone()[0]
    return words


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup of a home that says «first»."""
    monkeypatch.setenv("BANYAN_HOME", str(home_with(tmp_path / "first", "first")))
    backup(tmp_path / "backup.tar.gz")
    return tmp_path / "backup.tar.gz"


def test_a_backup_is_readable_by_its_owner_alone(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_backup_goes_back_with_its_keys(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    monkeypatch.setenv("BANYAN_HOME", str(new))
    restore(file, force=False)
    assert said(new) == (new / "keys" / "acts.key").read_text() == "first"


def test_a_database_is_replaced_only_on_demand(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = home_with(tmp_path / "other", "second")
    monkeypatch.setenv("BANYAN_HOME", str(other))
    with pytest.raises(SentenceError, match="--force"):
        restore(file, force=False)
    assert said(other) == "second"
    restore(file, force=True)
    assert said(other) == "first"


def test_what_is_no_backup_leaves_everything_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_with(tmp_path / "home", "first")
    monkeypatch.setenv("BANYAN_HOME", str(home))
    with pytest.raises(SentenceError, match="no backup"):
        restore(home / DATABASE, force=True)
    assert said(home) == "first"


def test_there_is_nothing_to_back_up_before_the_first_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANYAN_HOME", str(tmp_path))
    with pytest.raises(SentenceError, match="no database"):
        backup(tmp_path / "backup.tar.gz")
