"""Record identifiers: RFC 9562 version 7, in order of time."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from banyan.kit.ids import new_id


def test_is_a_uuid_of_version_7_and_variant_10() -> None:
    read = uuid.UUID(hex=new_id())
    assert read.version == 7
    assert read.variant == uuid.RFC_4122


def test_carries_the_time_of_its_making() -> None:
    before = time.time_ns() // 1_000_000
    milliseconds = int(new_id()[:12], 16)
    assert before <= milliseconds <= time.time_ns() // 1_000_000 + 1


def test_sorts_in_the_order_of_making() -> None:
    made = [new_id() for _ in range(10_000)]
    assert all(earlier < later for earlier, later in pairwise(made))


def test_keeps_the_order_when_the_machine_clock_steps_back(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert new_id() > first


def test_is_unique_across_threads() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: new_id(), range(4_000)))
    assert len(set(made)) == len(made)
