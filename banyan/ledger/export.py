"""Write a whole log into a folder, as files that the verifier and any C2SP client can read."""

from pathlib import Path

from banyan.ledger.models import Log
from banyan.ledger.queries import entry_bundle, newest, tile_bytes
from banyan.ledger.server import VERIFIER
from banyan.ledger.tiles import bundles_of, tiles_of


def export(log: Log, folder: Path) -> int:
    """Write a log up to its newest checkpoint (导出账本) with its key and the verifier; answers its number of entries.

    What is stored is written as it is, altered or not; what is missing in the database is missing in the folder. The
    checkpoint comes last, so that a folder written over an older one stays whole if the work breaks off.
    """
    _write(folder / "vkey", f"{log.vkey}\n".encode())
    _write(folder / "verify.py", VERIFIER)
    head = newest(log)
    if head is None:
        _write(folder / "checkpoint", None)
        return 0
    for address in bundles_of(head.size):
        _write(folder / address.path, entry_bundle(log, address.index, address.width))
    for address in tiles_of(head.size):
        _write(folder / address.path, tile_bytes(log, address.level or 0, address.index, address.width))
    _write(folder / "checkpoint", head.note.encode())
    return head.size


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(content)
    draft.replace(path)
