"""Tables in and out of files, and draws from a seed, so that the same input always gives the same bytes."""

import csv
import gzip
import io
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

TABLES = Path(__file__).parent / "tables"


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a UTF-8 CSV file with a header, gzip or plain; a leading byte order mark is dropped."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def hand_written(name: str) -> list[dict[str, str]]:
    """The rows of one hand-written table that the makers read."""
    return read_table(TABLES / f"{name}.csv")


def write_table(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], encoding: str = "utf-8"
) -> None:
    """Write a CSV file; a name ending in ``.gz`` is compressed with an empty name and time zero."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    data = text.getvalue().encode(encoding)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


class Draw:
    """Draws that only use ``random()``, the one method whose sequence Python promises to keep."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def chance(self, share: float) -> bool:
        """True with the probability ``share``."""
        return self._random.random() < share

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, all equally likely."""
        return choices[self.whole(0, len(choices) - 1)]
