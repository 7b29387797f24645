"""A lane: one database connection in one thread, and calls gathered into batches on their way to it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

from banyan.exchange.gateway.store import Store

T = TypeVar("T")
Given = TypeVar("Given")
Made = TypeVar("Made")
Work = Callable[[Store], Any]
Done = Callable[[Any, BaseException | None], None]


class Lane:
    """A store of its own in a thread of its own (通道)."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.jobs: SimpleQueue[tuple[Work, Done, asyncio.AbstractEventLoop] | None] = SimpleQueue()
        self.thread: Thread | None = None

    def submit(self, work: Work, done: Done) -> None:
        """Do some work with the store, in turn, and tell the running loop what it made or raised."""
        if self.thread is None:
            self.thread = Thread(target=self._go, name="gateway", daemon=True)
            self.thread.start()
        self.jobs.put((work, done, asyncio.get_running_loop()))

    def run(self, work: Callable[[Store], T]) -> asyncio.Future[T]:
        """What some work with the store makes."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self.submit(work, partial(_fill, future))
        return future

    async def close(self) -> None:
        """Finish what was submitted, close the store and end the thread."""
        await self.run(lambda store: store.close())
        self.jobs.put(None)

    def _go(self) -> None:
        while (job := self.jobs.get()) is not None:
            work, done, loop = job
            made, error = None, None
            try:
                made = work(self.store)
            except BaseException as fault:  # noqa: BLE001 - whatever it is, its caller must learn it
                error = fault
            with suppress(RuntimeError):  # the loop is closed, and nobody waits any more
                loop.call_soon_threadsafe(done, made, error)


def _fill(future: asyncio.Future[Any], made: Any, error: BaseException | None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(made)
    else:
        future.set_exception(error)


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
        self.busy = False
        self.hoped = 1
        self.timer: asyncio.TimerHandle | None = None

    def __call__(self, given: Given) -> asyncio.Future[Made]:
        """What the flush makes of this, or what the flush of its batch raised."""
        future: asyncio.Future[Made] = asyncio.get_running_loop().create_future()
        self.waiting.append((given, future))
        if not self.busy and len(self.waiting) >= self.hoped:
            self._hand_over()
        return future

    def _hand_over(self) -> None:
        """Let the lane work on what waits, if anything does."""
        self.hoped = 1
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        if not self.waiting:
            return
        batch, self.waiting = self.waiting[: self.most], self.waiting[self.most :]
        self.busy = True
        futures = [future for _, future in batch]
        given = [one for one, _ in batch]
        self.lane.submit(lambda store: self.flush(store, given), partial(self._settle, futures))

    def _settle(
        self, batch: Sequence[asyncio.Future[Made]], made: Sequence[Made], error: BaseException | None
    ) -> None:
        """Give each caller of a batch what was made of his own, or what went wrong with all."""
        self.busy = False
        for number, future in enumerate(batch):
            _fill(future, None if error else made[number], error)
        self._go_on(min(len(batch) + len(self.waiting), self.most))

    def _go_on(self, under_way: int) -> None:
        """Hand over what came meanwhile, at once or when as many wait as were under way."""
        if not self.linger or len(self.waiting) >= under_way:
            self._hand_over()
        elif under_way > 1:
            self.hoped = under_way
            self.timer = asyncio.get_running_loop().call_later(self.linger, self._hand_over)
