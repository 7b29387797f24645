"""Identifiers of our own records: random, and sorted by the time they were made."""

import os
import threading
import time


class _Ticks:
    """Time since 1970 in 1/4096 of a millisecond, never the same twice and never backwards."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        with self._lock:
            self._last = max((time.time_ns() << 12) // 1_000_000, self._last + 1)
            return self._last


_ticks = _Ticks()


def new_id() -> str:
    """A new record identifier (记录标识): a UUID version 7 (RFC 9562, 5.7) as 32 small hexadecimal digits.

    The 12 bits after the milliseconds are the fraction of the millisecond (RFC 9562, 6.2, method 3). Within
    one process each identifier sorts after the one before, even when the machine's clock steps back.
    """
    tick = _ticks.next()
    milliseconds, fraction = tick >> 12, tick & 0xFFF
    chance = int.from_bytes(os.urandom(8)) >> 2
    return f"{milliseconds << 16 | 0x7 << 12 | fraction:016x}{0b10 << 62 | chance:016x}"
