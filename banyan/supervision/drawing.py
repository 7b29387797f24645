"""The draw of an inspection plan (随机抽取): who is inspected, repeated by anybody from what is published.

Pure and of the standard library alone: ``python3 drawing.py list.json`` draws again from a plan's published list.

- The seed is SHA-256 over «banyan inspection plan», the number of the plan, the size and the root of the ledger.
- Every body has a ticket ``SHA-256(seed:random:code)``; those with the lowest tickets are drawn at random.
- Of the others, a body of weight w has w tickets ``SHA-256(seed:risk:code:1)`` to ``…:w`` and counts by its lowest:
  its chance grows with its weight, and nothing is rounded.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FOR_A_FINDING, FOR_A_MONTH, MONTH, MOST = 2, 1, 30, 60
"""What an open finding and a month without inspection add to a weight of one, and the heaviest weight."""


@dataclass(frozen=True)
class Candidate:
    """A body in the list to draw from: its credit code and its weight."""

    code: str
    weight: int


@dataclass(frozen=True)
class Pick:
    """A body that was drawn: at random, or by risk."""

    code: str
    how: str
    weight: int


def weight_of(findings: int, days: int) -> int:
    """The weight of a body with so many open findings, last inspected so many days ago."""
    return min(MOST, 1 + FOR_A_FINDING * findings + FOR_A_MONTH * (days // MONTH))


def seed_of(number: str, size: int, root: str) -> str:
    """The seed of a plan from the ledger's checkpoint."""
    return _hash(f"banyan inspection plan\n{number}\n{size}\n{root}")


def draw(seed: str, listed: Iterable[Candidate], *, at_random: int, by_risk: int) -> tuple[Pick, ...]:
    """The bodies drawn from the list, first those at random; the order of the list does not matter."""
    everybody = sorted(listed, key=lambda one: one.code)
    first = _lowest(everybody, at_random, lambda one: _hash(f"{seed}:random:{one.code}"))
    rest = [one for one in everybody if one not in first]
    second = _lowest(rest, by_risk, lambda one: _ticket(seed, one))
    return tuple(
        [Pick(one.code, "random", one.weight) for one in first]
        + [Pick(one.code, "risk", one.weight) for one in second]
    )


def _lowest(listed: Sequence[Candidate], number: int, ticket: Callable[[Candidate], str]) -> list[Candidate]:
    return sorted(listed, key=ticket)[:number]


def _ticket(seed: str, one: Candidate) -> str:
    return min(_hash(f"{seed}:risk:{one.code}:{n}") for n in range(1, max(1, one.weight) + 1))


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def drawn_again(text: str) -> tuple[Pick, ...]:
    """The draw from a plan's published list as JSON."""
    told = json.loads(text)
    seed = seed_of(told["number"], told["size"], told["root"])
    listed = [Candidate(code, weight) for code, weight in told["list"]]
    return draw(seed, listed, at_random=told["at_random"], by_risk=told["by_risk"])


def main(arguments: Sequence[str]) -> int:
    """Print the draw from a file: code, way and weight of each."""
    for one in drawn_again(Path(arguments[0]).read_text(encoding="utf-8")):
        sys.stdout.write(f"{one.code}\t{one.how}\t{one.weight}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
