"""Choosing by votes (计票): what many features point to."""

from collections.abc import Mapping
from heapq import nlargest


def most_voted(votes: Mapping[int, float], most: int) -> list[int]:
    """Up to ``most`` numbers, the most voted first and equals in the order of numbers; few of many are sorted."""
    least = nlargest(most, votes.values())[-1] if len(votes) > most else 0.0
    chosen = sorted(number for number, vote in votes.items() if vote >= least)
    return sorted(chosen, key=votes.__getitem__, reverse=True)[:most]
