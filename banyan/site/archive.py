"""Backup and restore of an embedded installation: the database, the keys, and what belongs to them."""

import os
import sqlite3
import tarfile
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from django.conf import settings
from django.db import connection

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.site import environment

DATABASE = "banyan.sqlite3"


def backup(file: Path) -> None:
    """Write a consistent copy while the installation runs; SentenceError when it cannot be made.

    The file is written beside its name, for its owner alone, and takes the name only when it is whole.
    """
    home = environment.home()
    if connection.vendor != "sqlite":
        raise SentenceError(
            say("The database is PostgreSQL: back it up with pg_dump, and copy the keys folder.")
        )
    if not (home / DATABASE).exists():
        raise SentenceError(say("There is no database in {home} yet.", home=str(home)))
    file = _writable(file, home)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / DATABASE
        with sqlite3.connect(home / DATABASE) as source, sqlite3.connect(copy) as target:
            source.backup(target)
        with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as part:
            try:
                with tarfile.open(fileobj=part, mode="w:gz") as archive:
                    archive.add(copy, DATABASE)
                    for path in sorted(home.iterdir()):
                        if not path.name.startswith(DATABASE):
                            archive.add(path, path.name)
                Path(part.name).replace(file)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise


def _writable(file: Path, home: Path) -> Path:
    """The file itself, behind every link; SentenceError when nothing may be written there."""
    real = file.resolve()
    if real.exists() and not real.is_file():
        raise SentenceError(say("{file} is no regular file; name a file to write.", file=str(file)))
    if not real.parent.is_dir():
        raise SentenceError(say("There is no folder {folder}.", folder=str(real.parent)))
    if real.is_relative_to(home.resolve()):
        raise SentenceError(say("Write the backup outside of {home}, which it copies.", home=str(home)))
    if not os.access(real.parent, os.W_OK):
        raise SentenceError(say("The folder {folder} cannot be written to.", folder=str(real.parent)))
    return real


def restore(file: Path, *, force: bool) -> None:
    """Put a backup into BANYAN_HOME; SentenceError when it is no backup or something stands in the way."""
    home = environment.home()
    if not file.is_file() or not tarfile.is_tarfile(file):
        raise SentenceError(say("{file} is no backup.", file=str(file)))
    if (home / DATABASE).exists() and not force:
        raise SentenceError(
            say("{home} holds a database; use --force to replace it.", home=str(settings.BANYAN_HOME))
        )
    with tarfile.open(file) as archive:
        if DATABASE not in archive.getnames():
            raise SentenceError(say("{file} holds no database.", file=str(file)))
        connection.close()
        environment.make_home()
        for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"):
            (home / name).unlink(missing_ok=True)
        archive.extractall(home, filter="data")
    environment.close_database_to_others()
