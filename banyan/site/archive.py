"""Backup and restore of an embedded installation: the database, the keys, and what belongs to them."""

import os
import shutil
import sqlite3
import tarfile
import zlib
from contextlib import closing
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

import httpx
from django.conf import settings
from django.db import connection

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.site import environment

DATABASE = "banyan.sqlite3"
UNPACKED = ".restore-"
"""How the folder begins into which a backup is unpacked; one that is left was broken off."""


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
                        if not path.name.startswith((DATABASE, UNPACKED)):
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
    """Put a backup into BANYAN_HOME; SentenceError when it is no backup or something stands in the way.

    It is unpacked and its database opened before anything is touched; the database is replaced last.
    """
    home = environment.home()
    if not file.is_file() or not tarfile.is_tarfile(file):
        raise SentenceError(say("{file} is no backup.", file=str(file)))
    if (home / DATABASE).exists() and not force:
        raise SentenceError(
            say("{home} holds a database; use --force to replace it.", home=str(settings.BANYAN_HOME))
        )
    _demand_rest(home)
    environment.make_home()
    connection.close()
    for left in home.glob(f"{UNPACKED}*"):
        shutil.rmtree(left)
    with TemporaryDirectory(dir=home, prefix=UNPACKED) as folder:
        unpacked = Path(folder) / "new"
        _unpack(file, unpacked)
        former = Path(folder) / "former"
        former.mkdir()
        for path in sorted(unpacked.iterdir(), key=lambda one: one.name == DATABASE):
            _put(path, home / path.name, former)
    environment.close_database_to_others()


def _unpack(file: Path, folder: Path) -> None:
    """The backup's files in a folder of their own; SentenceError when it is not whole or its database does not open."""
    try:
        with tarfile.open(file) as archive:
            archive.extractall(folder, filter="data")
    except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
        raise SentenceError(
            say("{file} cannot be unpacked ({why}); nothing was changed.", file=str(file), why=str(error))
        ) from None
    if not (folder / DATABASE).is_file():
        raise SentenceError(say("{file} holds no database.", file=str(file)))
    try:
        with closing(sqlite3.connect(folder / DATABASE)) as database:
            sound = database.execute("PRAGMA quick_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise SentenceError(say("The database in {file} is damaged; nothing was changed.", file=str(file)))


def _put(new: Path, place: Path, former: Path) -> None:
    """Put a file or folder at its place, and what stood there aside; a database's journals go with it."""
    if place.name == DATABASE:
        for journal in ("-wal", "-shm"):
            place.with_name(f"{DATABASE}{journal}").unlink(missing_ok=True)
    elif place.exists():
        place.rename(former / place.name)
    new.replace(place)


def _demand_rest(home: Path) -> None:
    """SentenceError while a desk answers where this installation was last served."""
    address = environment.served_at()
    if not address:
        return
    try:
        httpx.get(address, timeout=2, trust_env=False)
    except (httpx.HTTPError, httpx.InvalidURL):
        return
    raise SentenceError(say("{home} is served at {address}; stop it first.", home=str(home), address=address))
