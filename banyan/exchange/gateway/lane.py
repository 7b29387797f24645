"""A lane: one database connection in one thread, and calls gathered into batches on their way to it."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar

from banyan.exchange.gateway.store import Store

T = TypeVar("T")
Given = TypeVar("Given")
Made = TypeVar("Made")


class Lane:
    """A store of its own in a thread of its own (通道)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="gateway")

    async def run(self, work: Callable[[Store], T]) -> T:
        """Do some work with the store, in turn."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, work, self.store)

    async def close(self) -> None:
        await self.run(lambda store: store.close())
        self.thread.shutdown(wait=False)


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
        self.waiting: list[tuple[Given, asyncio.Future[Made]]] = []
        self.running: asyncio.Task[None] | None = None
        self.hoped = 0
        self.enough: asyncio.Event = asyncio.Event()

    async def __call__(self, given: Given) -> Made:
        """What the flush makes of this; raises what the flush of its batch raised."""
        future: asyncio.Future[Made] = asyncio.get_running_loop().create_future()
        self.waiting.append((given, future))
        if self.running is None:
            self.running = asyncio.create_task(self._run())
        elif len(self.waiting) >= self.hoped:
            self.enough.set()
        return await future

    async def _run(self) -> None:
        try:
            while self.waiting:
                batch, self.waiting = self.waiting[: self.most], self.waiting[self.most :]
                await self._flush(batch)
                await self._linger(len(batch) + len(self.waiting))
        finally:
            self.running = None

    async def _linger(self, under_way: int) -> None:
        if under_way == 1 or not self.linger:
            return
        self.hoped = min(under_way, self.most)
        self.enough.clear()
        if len(self.waiting) >= self.hoped:
            return
        timer = asyncio.get_running_loop().call_later(self.linger, self.enough.set)
        await self.enough.wait()
        timer.cancel()

    async def _flush(self, batch: list[tuple[Given, Any]]) -> None:
        try:
            made = await self.lane.run(lambda store: self.flush(store, [given for given, _ in batch]))
        except Exception as error:  # noqa: BLE001 - each caller of the batch learns what went wrong
            for _, future in batch:
                if not future.done():
                    future.set_exception(error)
            return
        for (_, future), one in zip(batch, made, strict=True):
            if not future.done():
                future.set_result(one)
