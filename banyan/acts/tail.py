"""The tail of the log of acts (账尾): its entries by place, for readers that go on where they stopped."""

from collections.abc import Iterator
from contextlib import contextmanager

from banyan.acts.log import acts_log
from banyan.acts.models import Entry, Progress
from banyan.ledger.models import Leaf

BATCH = 200


@contextmanager
def unread(reader: str, *, limit: int = BATCH) -> Iterator[list[Entry]]:
    """The next entries that a reader has not seen, at most ``limit``; they count as read when the block ends well.

    They are read by the places that the sequencer gave them, so one that was committed late under a smaller number
    is not passed over; what has no place yet comes later.
    """
    progress, _ = Progress.objects.get_or_create(name=reader)
    placed = Leaf.objects.filter(log=acts_log(), position__gte=progress.position).order_by("position")
    leaves = list(placed.values_list("pk", flat=True)[:limit])
    found = {entry.leaf: entry for entry in Entry.objects.filter(leaf__in=leaves)}
    yield [found[leaf] for leaf in leaves if leaf in found]
    if leaves:
        Progress.objects.filter(pk=progress.pk).update(position=progress.position + len(leaves))
