"""Signing keys as files that only their owner may read, in BANYAN_HOME/keys."""

import os
import secrets
import stat
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from banyan.kit.files import write_once
from banyan.kit.sentence import say
from banyan.ledger.errors import KeyFault
from banyan.ledger.note import ED25519, NoteFault, SigningKey, generate_key, parse_signing_key

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def log_key_file(origin: str) -> Path:
    """Where the key of the log of this origin is kept."""
    return Path(settings.BANYAN_HOME) / "keys" / f"{quote(origin, safe='')}.key"


def log_key(origin: str) -> SigningKey:
    """The key that signs this log's checkpoints; `KeyFault` when there is none or others may read it."""
    return read_key(log_key_file(origin))


def make_log_key(origin: str) -> SigningKey:
    """The key of this log, made when there is none yet."""
    return make_key(log_key_file(origin), origin, ED25519)


def make_key(path: Path, name: str, kind: int) -> SigningKey:
    """The key kept in this file, made of 32 random bytes when the file is missing."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_once(path, f"{generate_key(name, kind, secrets.token_bytes(32)).secret_line()}\n".encode())
    return read_key(path)


def read_key(path: Path) -> SigningKey:
    """The key kept in this file; `KeyFault` when it is missing, damaged, or open to others."""
    try:
        with path.open() as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & OTHERS:
                raise KeyFault(say("Others may read the key {path}. Run: chmod 600 {path}", path=str(path)))
            return parse_signing_key(file.read())
    except NoteFault as error:
        raise KeyFault(
            say(
                "The key {path} is damaged: {why} Put it back from its backup.",
                path=str(path),
                why=error.sentence,
            )
        ) from None
    except OSError as error:
        raise KeyFault(
            say(
                "The key {path} cannot be read ({why}). Put it back from its backup.",
                path=str(path),
                why=error.strerror,
            )
        ) from None
