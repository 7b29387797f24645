"""The pack in force in this process: chosen once at start-up, read by every part."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from banyan.law.pack import Pack, load_pack

DEFAULT = "fujian-draft"


class _Choice:
    pack: Pack | None = None
    name: str | Path = DEFAULT


def use(chosen: Pack | str | Path) -> Pack:
    """Put a pack in force for the whole process: a loaded one, a shipped one by name, or a folder."""
    _Choice.pack = chosen if isinstance(chosen, Pack) else load_pack(chosen)
    return _Choice.pack


def choose(name: str | Path) -> None:
    """Name the pack of this process; it is loaded when it is first asked for, so that starting up cannot fail."""
    _Choice.pack, _Choice.name = None, name


def pack() -> Pack:
    """The pack in force; the draft of Fujian if none was chosen."""
    return _Choice.pack or use(_Choice.name)


@contextmanager
def in_force(chosen: Pack | str | Path) -> Iterator[Pack]:
    """Put a pack in force for the length of a ``with`` block; for tests, since it changes the whole process."""
    before = _Choice.pack
    try:
        yield use(chosen)
    finally:
        _Choice.pack = before
