"""A lane: one database connection in one thread, and calls gathered into batches on their way to it."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Generic, TypeVar

from banyan.exchange.gateway.store import Store

T = TypeVar("T")
Given = TypeVar("Given")
Made = TypeVar("Made")


class Lane:
    """A store of its own in a thread of its own (通道)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="gateway")

    def run(self, work: Callable[[Store], T]) -> asyncio.Future[T]:
        """Do some work with the store, in turn."""
        return asyncio.get_running_loop().run_in_executor(self.thread, work, self.store)

    async def close(self) -> None:
        await self.run(lambda store: store.close())
        self.thread.shutdown(wait=False)


Batch = list[tuple[Given, asyncio.Future[Made]]]


class Gather(Generic[Given, Made]):
    """Hands calls to a lane in batches (合批): at once when it is idle, and all that came meanwhile after that.

    After a batch of several it waits until as many have come again as were under way, at most ``linger`` seconds.
    """

    def __init__(
        self,
        lane: Lane,
        flush: Callable[[Store, Sequence[Given]], Sequence[Made]],
        *,
        linger: float,
        most: int,
    ) -> None:
        self.lane, self.flush, self.linger, self.most = lane, flush, linger, most
        self.waiting: Batch[Given, Made] = []
        self.busy = False
        self.hoped = 1
        self.timer: asyncio.TimerHandle | None = None

    async def __call__(self, given: Given) -> Made:
        """What the flush makes of this; raises what the flush of its batch raised."""
        future: asyncio.Future[Made] = asyncio.get_running_loop().create_future()
        self.waiting.append((given, future))
        if not self.busy and len(self.waiting) >= self.hoped:
            self._hand_over()
        return await future

    def _hand_over(self) -> None:
        """Let the lane work on what waits, if anything does."""
        self.hoped = 1
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        if not self.waiting:
            return
        batch, self.waiting = self.waiting[: self.most], self.waiting[self.most :]
        given = [one for one, _ in batch]
        self.busy = True
        self.lane.run(lambda store: self.flush(store, given)).add_done_callback(partial(self._settle, batch))

    def _settle(self, batch: Batch[Given, Made], done: asyncio.Future[Sequence[Made]]) -> None:
        """Give each caller of a batch what was made of his own, or what went wrong with all."""
        self.busy = False
        error = done.exception()
        for number, (_, future) in enumerate(batch):
            if future.done():
                continue
            if error:
                future.set_exception(error)
            else:
                future.set_result(done.result()[number])
        self._go_on(min(len(batch) + len(self.waiting), self.most))

    def _go_on(self, under_way: int) -> None:
        """Hand over what came meanwhile, at once or when as many wait as were under way."""
        if not self.linger or len(self.waiting) >= under_way:
            self._hand_over()
        elif under_way > 1:
            self.hoped = under_way
            self.timer = asyncio.get_running_loop().call_later(self.linger, self._hand_over)
