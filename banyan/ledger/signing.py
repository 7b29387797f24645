"""How a log vouches for its state: it signs a checkpoint and keeps it."""

from banyan.kit.sentence import say
from banyan.ledger.errors import KeyFault
from banyan.ledger.keys import log_key
from banyan.ledger.models import Checkpoint, Log
from banyan.ledger.note import TreeHead, with_signatures


def sign_checkpoint(log: Log, size: int, root: bytes) -> Checkpoint:
    """Sign and store the checkpoint (签发检查点) of a log at this size; `KeyFault` when it has not its key."""
    key = log_key(log.origin)
    if str(key.verifier) != log.vkey:
        raise KeyFault(
            say("The key on disk is not the one of the log {log}. Put the right one back.", log=log.name)
        )
    text = TreeHead(log.origin, size, root).text
    return Checkpoint.objects.create(
        log=log, size=size, root=root, note=with_signatures(text, [key.sign(text)])
    )
