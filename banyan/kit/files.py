"""Files (文件) that are written whole or not at all, for their owner alone."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_once(path: Path, content: bytes) -> None:
    """Write the file whole, and never over one that somebody else has just made."""
    draft = _draft(path, content)
    try:
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()


def write_whole(path: Path, content: bytes) -> None:
    """Write the file anew: whoever reads it finds the former content or the new one, never a part."""
    _draft(path, content).replace(path)


def _draft(path: Path, content: bytes) -> Path:
    """The content in a file beside, on the disk, readable by its owner alone."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft
