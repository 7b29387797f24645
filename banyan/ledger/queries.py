"""Every read of the ledger that others may use, and the opening of logs."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from banyan.kit.sentence import say
from banyan.ledger.errors import BadLogName, Broken
from banyan.ledger.keys import make_log_key
from banyan.ledger.models import Checkpoint, Leaf, Log, Tile, stored_bytes
from banyan.ledger.signing import sign_checkpoint
from banyan.ledger.tiles import HASH, WIDTH, encode_bundle
from banyan.ledger.tree import EMPTY_ROOT

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True)
class State:
    """How far a log is anchored (锚定状态): what is signed for, and what waits for its place in the tree."""

    size: int
    root: bytes
    at: datetime
    cosignatures: int
    pending: int
    pending_since: datetime | None


def open_log(name: str, *, kind: str, title: str, body: int | None = None, public: bool = False) -> Log:
    """The log of this name (开立账本); made with its key and the checkpoint of the empty tree when missing.

    ``kind`` is ``acts``, ``reads`` or ``meta``; ``body`` the body whose data it is about. Raises `BadLogName`
    when the name is not of letters, digits, dot, dash and underscore.
    """
    if not _NAME.fullmatch(name):
        raise BadLogName(
            say("The log name {name} must be 1 to 100 letters, digits, «.», «_» or «-».", name=repr(name))
        )
    found = Log.objects.filter(name=name).first()
    return found or _make_log(name, kind=kind, title=title, body=body, public=public)


def _make_log(name: str, *, kind: str, title: str, body: int | None, public: bool) -> Log:
    origin = f"{urlsplit(settings.BANYAN_PUBLIC_URL).netloc.rpartition('@')[2]}/log/{name}"
    key = make_log_key(origin)
    with transaction.atomic():
        log, made = Log.objects.get_or_create(
            name=name,
            defaults={
                "kind": Log.Kind(kind),
                "origin": origin,
                "title": title,
                "vkey": str(key.verifier),
                "body": body,
                "public": public,
            },
        )
        if made:
            sign_checkpoint(log, 0, EMPTY_ROOT)
    return log


def newest(log: Log) -> Checkpoint | None:
    """The newest checkpoint that is stored, for whoever has to tell that there is none."""
    return Checkpoint.objects.filter(log=log).order_by("-size").first()


def latest(log: Log) -> Checkpoint:
    """The newest checkpoint of a log; every log has one, and `Broken` says that somebody took it away."""
    found = newest(log)
    if found is None:
        raise Broken(say("The log {log} has lost its checkpoints. Put the database back.", log=log.name))
    return found


def tile_bytes(log: Log, level: int, index: int, width: int = WIDTH) -> bytes | None:
    """The first ``width`` hashes of a tile, or None when the tree has not grown so far."""
    tile = Tile.objects.filter(log=log, level=level, index=index, width__gte=width).first()
    return stored_bytes(tile.hashes)[: width * HASH] if tile else None


def entry_bundle(log: Log, index: int, width: int = WIDTH) -> bytes | None:
    """The entries of one bundle, straight from the stored leaves so that an altered one shows; None without any."""
    first = index * WIDTH
    entries = (
        Leaf.objects.filter(log=log, position__gte=first, position__lt=first + width)
        .order_by("position")
        .values_list("data", flat=True)
    )
    return encode_bundle(map(stored_bytes, entries)) or None


def state(log: Log) -> State:
    """Up to which entry and moment a log is anchored, and how many entries wait since when."""
    head = latest(log)
    pending = Leaf.objects.filter(log=log, position=None)
    oldest = pending.order_by("id").first()
    return State(
        size=head.size,
        root=stored_bytes(head.root),
        at=head.at,
        cosignatures=head.note.count("\n— ") - 1,
        pending=pending.count(),
        pending_since=oldest.written_at if oldest else None,
    )
