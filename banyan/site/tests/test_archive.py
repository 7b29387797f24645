import gzip
import io
import json
import os
import sqlite3
import stat
import subprocess
import sys
import tarfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

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


def device() -> tuple[int, int, int]:
    told = Path("/dev/null").stat()
    return told.st_mode, told.st_rdev, told.st_ino


def test_a_backup_never_goes_to_a_device_a_pipe_or_a_folder(file: Path, tmp_path: Path) -> None:
    pipe, folder, link = tmp_path / "pipe", tmp_path / "folder", tmp_path / "link"
    os.mkfifo(pipe)
    folder.mkdir()
    link.symlink_to("/dev/null")
    before = device()
    for target in (Path("/dev/null"), Path("/dev/zero"), pipe, folder, link):
        with pytest.raises(SentenceError, match="no regular file"):
            backup(target)
        with pytest.raises(SentenceError, match="no backup"):
            restore(target, force=True)
    assert device() == before
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert said(tmp_path / "first") == "first"


def test_the_command_says_so_in_one_sentence_with_status_2(file: Path, tmp_path: Path) -> None:
    before = device()
    answer = subprocess.run(
        [str(Path(sys.executable).parent / "banyan"), "backup", "/dev/null"],
        env={**os.environ, "BANYAN_HOME": str(tmp_path / "first"), "BANYAN_DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "/dev/null is no regular file; name a file to write.\n"
    assert device() == before


def test_a_backup_needs_a_folder_outside_of_what_it_copies(file: Path, tmp_path: Path) -> None:
    for target in (tmp_path / "first" / "backup.tar.gz", tmp_path / "nowhere" / "backup.tar.gz"):
        with pytest.raises(SentenceError):
            backup(target)
        assert not target.exists()


def test_a_backup_that_fails_leaves_the_former_one(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()
    home = tmp_path / "first"
    (home / DATABASE).write_bytes(b"no database at all, long enough to be read as one" * 50)
    with pytest.raises(sqlite3.DatabaseError):
        backup(file)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def altered(file: Path, **parts: bytes) -> Path:
    """A backup that holds these files instead."""
    other = file.with_name("other.tar.gz")
    with tarfile.open(other, "w:gz") as archive:
        for name, content in parts.items():
            told = tarfile.TarInfo(name.replace("_", "."))
            told.size = len(content)
            archive.addfile(told, io.BytesIO(content))
    return other


@pytest.mark.parametrize("damage", ["cut", "no database inside", "no archive inside", "a way out"])
def test_a_damaged_backup_leaves_the_old_installation_whole(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    home = home_with(tmp_path / "home", "old")
    monkeypatch.setenv("BANYAN_HOME", str(home))
    if damage == "cut":
        file.write_bytes(file.read_bytes()[:-200])
    elif damage == "no database inside":
        file = altered(file, banyan_sqlite3=b"no database" * 100, keys=b"x")
    elif damage == "no archive inside":
        file.write_bytes(gzip.compress(b"no archive" * 1000))
    else:
        with sqlite3.connect(home / DATABASE) as whole:
            whole.execute("VACUUM")
        file = altered(file, banyan_sqlite3=(home / DATABASE).read_bytes(), **{"../keys": b"x"})
    before = sorted(str(path) for path in home.rglob("*"))
    with pytest.raises(SentenceError):
        restore(file, force=True)
    assert said(home) == (home / "keys" / "acts.key").read_text() == "old"
    assert sorted(str(path) for path in home.rglob("*")) == before


def test_keys_of_the_old_installation_are_not_mixed_with_those_restored(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_with(tmp_path / "home", "old")
    (home / "keys" / "reads.key").write_text("old")
    (home / f"{DATABASE}-wal").write_text("of the old database")
    monkeypatch.setenv("BANYAN_HOME", str(home))
    restore(file, force=True)
    assert said(home) == "first"
    assert [path.name for path in (home / "keys").iterdir()] == ["acts.key"]
    assert sorted(path.name for path in home.iterdir()) == [DATABASE, "keys"]


def test_nothing_is_restored_while_the_installation_is_served(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_with(tmp_path / "home", "old")
    monkeypatch.setenv("BANYAN_HOME", str(home))
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as desk:
        Thread(target=desk.serve_forever, daemon=True).start()
        (home / "serving.json").write_text(json.dumps({"desk": f"http://127.0.0.1:{desk.server_port}"}))
        with pytest.raises(SentenceError, match="is served"):
            restore(file, force=True)
        desk.shutdown()
    assert said(home) == "old"
    restore(file, force=True)
    assert said(home) == "first"
