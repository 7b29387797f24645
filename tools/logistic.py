"""Logistic regression by Newton's steps, with a small ridge, on rows of which most values are nought."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

STEPS, RIDGE, LIMIT = 8, 1.0, 30.0


@dataclass(frozen=True, slots=True)
class Example:
    """What a pair shows, by the places of its signs, and whether it is right."""

    shows: tuple[tuple[int, float], ...]
    right: bool

    @classmethod
    def of(cls, values: Sequence[float], *, right: bool) -> "Example":
        """An example of which only the values that are not nought are kept."""
        return cls(tuple((place, value) for place, value in enumerate(values) if value), right)


def odds(example: Example, weights: Sequence[float]) -> float:
    """The log odds that an example is right."""
    return sum(weights[place] * value for place, value in example.shows)


def fit(examples: Sequence[Example], size: int) -> list[float]:
    """The weights under which the examples are likeliest."""
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [-RIDGE * weight for weight in weights]
        bend = [[RIDGE * (row == column) for column in range(size)] for row in range(size)]
        for example in examples:
            likely = 1 / (1 + exp(-max(-LIMIT, min(LIMIT, odds(example, weights)))))
            error, weight = example.right - likely, likely * (1 - likely)
            for row, value in example.shows:
                slope[row] += error * value
                line, share = bend[row], weight * value
                for column, other in example.shows:
                    line[column] += share * other
        weights = [old + step for old, step in zip(weights, _solved(bend, slope), strict=True)]
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place, pivot in enumerate(rows):
        scale = pivot[place]
        pivot[:] = [value / scale for value in pivot]
        for number, row in enumerate(rows):
            if number != place:
                factor = row[place]
                row[:] = [value - factor * by for value, by in zip(row, pivot, strict=True)]
    return [row[-1] for row in rows]
