"""What the meta-log remembers of a log, as the state file that the verifier compares with."""

import json
from collections import deque
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

from banyan.ledger.models import Leaf, Log, stored_bytes
from banyan.ledger.note import NoteFault, parse_head, parse_note

KEPT = 10_000


def write_memory(log: Log, file: Path) -> None:
    """Write what the meta-log saw of a log, up to where its checkpoints contradict each other (核对依据).

    Whoever takes the log back or signs it anew has to change the meta-log as well.
    """
    seen = deque[tuple[int, str, str, str]](maxlen=KEPT)
    for one in _checkpoints(log):
        if seen and one[0] <= seen[-1][0] and one[:2] != seen[-1][:2]:
            break
        seen.append(one)
    file.write_text(json.dumps({"log": log.origin, "seen": list(seen)}), encoding="utf-8")


def _checkpoints(log: Log) -> Iterator[tuple[int, str, str, str]]:
    """Size, root, moment and note of each checkpoint in the meta-log, oldest first."""
    entries = Leaf.objects.filter(log__kind=Log.Kind.META).order_by("id").values_list("data", "written_at")
    for data, at in entries.iterator(chunk_size=2000):
        try:
            entry = json.loads(stored_bytes(data))
            if entry["log"] == log.name:
                head = parse_head(parse_note(entry["checkpoint"]).text)
                moment = at.astimezone(UTC).isoformat(timespec="seconds")
                yield head.size, head.root.hex(), moment, entry["checkpoint"]
        except (ValueError, KeyError, TypeError, NoteFault):
            continue
