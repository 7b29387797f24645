"""Tiles and entry bundles as C2SP tlog-tiles writes them: addresses, encodings, and what belongs to a tree."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

HEIGHT = 8
WIDTH = 1 << HEIGHT
HASH = 32
LONGEST_ENTRY = 0xFFFF

_PATH = re.compile(
    r"tile/(?P<level>entries|[0-9]|[1-5][0-9]|6[0-3])/(?P<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?"
)


@dataclass(frozen=True)
class Address:
    """Where one tile (瓦片) or entry bundle (条目包) stands: ``level`` is None for a bundle, ``width`` 1 to 256."""

    level: int | None
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """The address below the log's prefix, such as ``tile/0/x001/x234/067.p/5``."""
        *groups, last = (group.zfill(3) for group in f"{self.index:,}".split(","))
        level = "entries" if self.level is None else self.level
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{level}/{''.join(f'x{group}/' for group in groups)}{last}{partial}"


def parse_path(path: str) -> Address | None:
    """The address that a path names, or None when it is not written exactly as the specification says."""
    found = _PATH.fullmatch(path)
    if not found:
        return None
    level = None if found["level"] == "entries" else int(found["level"])
    index = int(found["index"].replace("x", "").replace("/", ""))
    address = Address(level, index, int(found["width"] or WIDTH))
    return address if address.path == path else None


def bundles_of(size: int) -> Iterator[Address]:
    """The entry bundles of a tree of ``size`` leaves, in order."""
    return _row(None, size)


def tiles_of(size: int) -> Iterator[Address]:
    """The hash tiles of a tree of ``size`` leaves, level by level."""
    level = 0
    while size >> (HEIGHT * level):
        yield from _row(level, size >> (HEIGHT * level))
        level += 1


def encode_bundle(entries: Iterable[bytes]) -> bytes:
    """Entries one after the other, each after its length as a big-endian uint16."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def split_hashes(tile: bytes) -> list[bytes]:
    """The hashes of a tile."""
    return [tile[here : here + HASH] for here in range(0, len(tile), HASH)]


def _row(level: int | None, hashes: int) -> Iterator[Address]:
    full, rest = divmod(hashes, WIDTH)
    for index in range(full):
        yield Address(level, index)
    if rest:
        yield Address(level, full, rest)
