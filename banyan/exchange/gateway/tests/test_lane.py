"""Calls that are gathered into batches: each gets its own, in order, and an error stays with its batch."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, cast

import pytest

from banyan.exchange.gateway.lane import Gather, Lane
from banyan.exchange.gateway.store import Store


class Notes:
    """A store that only remembers in which batches it was asked."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    def double(self, given: Sequence[int]) -> list[int]:
        self.batches.append(list(given))
        if 13 in given:
            raise OSError("thirteen")
        return [2 * one for one in given]

    def close(self) -> None:
        pass


Scene = Callable[[Gather[int, int]], Awaitable[Any]]


def gathered(scene: Scene, *, linger: float = 0.002, most: int = 256) -> tuple[Any, list[list[int]]]:
    """What a scene gives, and the batches that it led to."""

    async def played() -> Any:
        lane = Lane(cast("Store", notes))
        gather: Gather[int, int] = Gather(
            lane, lambda _, given: notes.double(given), linger=linger, most=most
        )
        try:
            return await scene(gather)
        finally:
            await lane.close()

    notes = Notes()
    return asyncio.run(played()), notes.batches


@pytest.mark.parametrize("linger", [0, 0.002])
def test_all_that_came_meanwhile_is_one_batch(linger: float) -> None:
    async def crowd(gather: Gather[int, int]) -> list[int]:
        return await asyncio.gather(*(gather(number) for number in range(5)))

    assert gathered(crowd, linger=linger) == ([0, 2, 4, 6, 8], [[0], [1, 2, 3, 4]])


def test_a_batch_is_never_larger_than_allowed() -> None:
    async def crowd(gather: Gather[int, int]) -> list[int]:
        return await asyncio.gather(*(gather(number) for number in range(8)))

    made, batches = gathered(crowd, most=3)
    assert made == [2 * number for number in range(8)]
    assert batches == [[0], [1, 2, 3], [4, 5, 6], [7]]


def test_who_never_comes_again_is_not_waited_for_long() -> None:
    async def thinning(gather: Gather[int, int]) -> list[int]:
        await asyncio.gather(*(gather(number) for number in range(5)))
        return [await gather(20), await gather(21)]

    made, batches = gathered(thinning)
    assert made == [40, 42]
    assert batches[2:] == [[20], [21]]


def test_an_error_reaches_everybody_in_its_batch_and_nobody_else() -> None:
    async def crowd(gather: Gather[int, int]) -> list[Any]:
        first = await asyncio.gather(*(gather(number) for number in (1, 2, 13)), return_exceptions=True)
        return [*first, await gather(4)]

    made, _ = gathered(crowd)
    assert (made[0], made[3]) == (2, 8)
    assert [type(one) for one in made[1:3]] == [OSError, OSError]


def test_a_caller_that_goes_away_takes_nobody_along() -> None:
    async def leaving(gather: Gather[int, int]) -> int:
        calls = [gather(number) for number in range(3)]
        await asyncio.sleep(0)
        calls[1].cancel()
        return await calls[2]

    assert gathered(leaving)[0] == 4
