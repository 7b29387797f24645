"""Where rows are read from: the published version of a resource, in the database's order of keys."""

from collections.abc import Sequence

from banyan.exchange.gateway.lane import Gather, Lane
from banyan.exchange.gateway.problems import Problem
from banyan.exchange.gateway.store import Store, StoredRow
from banyan.kit.sentence import say

MOST_IN_A_BATCH = 256


class Shelf:
    """Reads rows for one worker (数据架).

    With ``near``, a connection of the event loop's own, single rows are read without leaving it; else what comes
    meanwhile is read together in the lane. Pages always go to the lane.
    """

    def __init__(self, lane: Lane, near: Store | None) -> None:
        self.lane, self.near = lane, near
        self.gather: Gather[tuple[int, str], StoredRow | None] = Gather(
            lane, _rows, linger=0, most=MOST_IN_A_BATCH
        )

    async def row(self, load: int, key: str) -> StoredRow | None:
        """Region and data of the row of this key, or None."""
        try:
            if self.near is not None:
                return self.near.rows([(load, key)])[0]
            return await self.gather((load, key))
        except Exception as error:
            raise Problem("fault", say("The row could not be read.")) from error

    async def page(self, load: int, region: str, after: str, limit: int) -> list[tuple[str, str]]:
        """Keys and data of up to ``limit`` rows behind a key, of regions that begin with these digits."""
        return await self.lane.run(lambda store: store.page(load, region, after, limit))

    async def close(self) -> None:
        if self.near is not None:
            self.near.close()
        await self.lane.close()


def _rows(store: Store, wanted: Sequence[tuple[int, str]]) -> Sequence[StoredRow | None]:
    return store.rows(wanted)
