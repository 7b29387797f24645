"""The meta-log: one public log whose entries are the checkpoints of all other logs."""

from banyan.kit.canonical import canonical_json
from banyan.ledger.models import Checkpoint, Log
from banyan.ledger.queries import open_log
from banyan.ledger.write import append

NAME = "meta"


def open_meta() -> Log:
    """The meta-log (总账), made when missing. It is public: it names logs and roots, never what is in them."""
    return open_log(NAME, kind=Log.Kind.META, title="检查点总账", public=True)


def record(checkpoint: Checkpoint) -> int:
    """Enter a new checkpoint into the meta-log, in the transaction that signed it; answers the leaf's id."""
    entry = {"checkpoint": checkpoint.note, "log": checkpoint.log.name}
    return append(open_meta().pk, canonical_json(entry))
