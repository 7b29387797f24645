"""Backup and restore of an embedded installation: the database, the keys, and what belongs to them."""

import sqlite3
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.site import environment

DATABASE = "banyan.sqlite3"


def backup(file: Path) -> None:
    """Write a consistent copy while the installation runs; SentenceError when it cannot be made."""
    home = environment.home()
    if connection.vendor != "sqlite":
        raise SentenceError(
            say("The database is PostgreSQL: back it up with pg_dump, and copy the keys folder.")
        )
    if not (home / DATABASE).exists():
        raise SentenceError(say("There is no database in {home} yet.", home=str(home)))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        with sqlite3.connect(home / DATABASE) as source, sqlite3.connect(copy) as target:
            source.backup(target)
        with tarfile.open(file, "w:gz") as archive:
            archive.add(copy, DATABASE)
            for path in sorted(home.iterdir()):
                if not path.name.startswith(DATABASE):
                    archive.add(path, path.name)
    file.chmod(0o600)


def restore(file: Path, *, force: bool) -> None:
    """Put a backup into BANYAN_HOME; SentenceError when it is no backup or something stands in the way."""
    home = environment.home()
    if not tarfile.is_tarfile(file):
        raise SentenceError(say("{file} is no backup.", file=str(file)))
    if (home / DATABASE).exists() and not force:
        raise SentenceError(
            say("{home} holds a database; use --force to replace it.", home=str(settings.BANYAN_HOME))
        )
    with tarfile.open(file) as archive:
        if DATABASE not in archive.getnames():
            raise SentenceError(say("{file} holds no database.", file=str(file)))
        connection.close()
        home.mkdir(parents=True, exist_ok=True)
        for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
            (home / name).unlink(missing_ok=True)
        archive.extractall(home, filter="data")
