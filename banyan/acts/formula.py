"""The score as a pure function of figures: what each loses, and what one more lawful act would change (36.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from banyan.acts.figure import Told

FULL = Decimal(100)
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Term:
    """How a figure counts (计分项): a rate loses ``weight`` at nothing; a count loses it for each, up to ``cap``."""

    figure: str
    weight: Decimal
    cap: Decimal | None = None
    grows: bool = False

    def lost(self, told: Told) -> Decimal:
        """The points that a figure loses; a rate of nothing loses none."""
        if told.whole is None:
            each = self.weight * told.part
            return each if self.cap is None else min(each, self.cap)
        if not told.whole:
            return Decimal(0)
        return self.weight * (told.whole - told.part) / told.whole

    def better(self, told: Told) -> Told:
        """The figure after one more lawful act."""
        if told.whole is None:
            return Told(max(told.part - 1, 0))
        if self.grows:
            return Told(told.part + 1, told.whole + 1)
        return Told(min(told.part + 1, told.whole), told.whole)


@dataclass(frozen=True)
class Line:
    """One line of a score (得分明细): what the figure costs, and what one more act would bring."""

    figure: str
    told: Told
    lost: Decimal
    gain: Decimal


@dataclass(frozen=True)
class Score:
    """The score of a body (评价得分), from 0 to 100, and its lines."""

    points: Decimal
    lines: tuple[Line, ...]


def score(told: Mapping[str, Told], terms: tuple[Term, ...]) -> Score:
    """The score of these figures; a figure that was not told loses nothing."""
    now = _points(told, terms)
    lines = tuple(
        Line(
            one.figure,
            told[one.figure],
            _rounded(one.lost(told[one.figure])),
            _points({**told, one.figure: one.better(told[one.figure])}, terms) - now,
        )
        for one in terms
        if one.figure in told
    )
    return Score(now, lines)


def _points(told: Mapping[str, Told], terms: tuple[Term, ...]) -> Decimal:
    lost = sum((one.lost(told[one.figure]) for one in terms if one.figure in told), Decimal(0))
    return _rounded(max(Decimal(0), FULL - lost))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(TENTH, ROUND_HALF_UP)
