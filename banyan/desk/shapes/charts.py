"""Figures drawn as SVG on the server: a trend, bars by day, a strip of verdicts, a map of regions (图).

They need no script, follow the theme through CSS classes, print, and carry their numbers as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from banyan.desk.shapes.values import Tone

Point = tuple[float, float]
TREND = (120.0, 32.0)
BARS = (720.0, 120.0)
STRIP = 100.0
NAMES_AT_MOST = 16


@dataclass(frozen=True, kw_only=True)
class Trend:
    """A small line through equally spaced values, oldest first (走势); ``said`` tells the same in words."""

    values: tuple[float, ...]
    said: str
    target: float | None = None

    @property
    def line(self) -> str:
        """The points of an SVG polyline in a box of ``TREND`` units."""
        step = TREND[0] / max(len(self.values) - 1, 1)
        return " ".join(f"{n * step:.1f},{self._height(value):.1f}" for n, value in enumerate(self.values))

    @property
    def last(self) -> Point:
        return (TREND[0], round(self._height(self.values[-1]), 1))

    @property
    def aim(self) -> float | None:
        """How far down the box the target's line lies."""
        return None if self.target is None else round(self._height(self.target), 1)

    def _height(self, value: float) -> float:
        known = (*self.values, *(() if self.target is None else (self.target,)))
        low, high = min(known), max(known)
        share = (value - low) / (high - low) if high > low else 0.5
        return 2 + (1 - share) * (TREND[1] - 4)


@dataclass(frozen=True)
class Bar:
    """One day or other step of a bar chart (柱); ``text`` is its value in words."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Block:
    """Where a bar stands in its box (柱位)."""

    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Bars:
    """A bar per step, oldest first (柱状图); ``title`` says the point, ``steps`` and ``amounts`` name the columns."""

    title: str
    steps: str
    amounts: str
    bars: tuple[Bar, ...]

    @property
    def top(self) -> Bar:
        return max(self.bars, key=lambda bar: bar.value)

    @property
    def blocks(self) -> tuple[Block, ...]:
        slot = BARS[0] / max(len(self.bars), 1)
        unit = BARS[1] / (self.top.value or 1)
        return tuple(
            Block(
                x=round(n * slot, 1),
                y=round(BARS[1] - bar.value * unit, 1),
                width=round(slot * 0.72, 1),
                height=round(bar.value * unit, 1),
                text=f"{bar.label} {bar.text}",
            )
            for n, bar in enumerate(self.bars)
        )


@dataclass(frozen=True)
class Stretch:
    """Neighbouring verdicts of one tone in a strip (色段)."""

    tone: Tone
    x: float
    width: float


def strip(tones: Sequence[Tone]) -> tuple[Stretch, ...]:
    """Verdicts in order as stretches of a strip ``STRIP`` units wide."""
    unit = STRIP / max(len(tones), 1)
    stretches: list[Stretch] = []
    at = 0
    for tone, run in groupby(tones):
        length = len(list(run))
        stretches.append(Stretch(tone, round(at * unit, 2), round(length * unit, 2)))
        at += length
    return tuple(stretches)


@dataclass(frozen=True, kw_only=True)
class Region:
    """One region on a map (区划): its value in words, the step of the scale it falls in (0 is the least)."""

    code: str
    name: str
    text: str
    step: int
    url: str = ""
    outline: str = ""
    at: Point | None = None


@dataclass(frozen=True, kw_only=True)
class RegionMap:
    """A map of regions shaded by step (地图); ``title`` says the point, ``steps`` name the shades from the least."""

    title: str
    steps: tuple[str, ...]
    regions: tuple[Region, ...]
    box: str = ""

    def __post_init__(self) -> None:
        if any(not 0 <= region.step < len(self.steps) for region in self.regions):
            raise ValueError(f"“{self.title}” has {len(self.steps)} steps; a region lies outside them.")

    @property
    def named(self) -> tuple[Region, ...]:
        """The regions whose names stand on the map; none where names would cover each other."""
        if len(self.regions) > NAMES_AT_MOST:
            return ()
        return tuple(region for region in self.regions if region.at)

    @property
    def data(self) -> dict[str, object]:
        """The same figures for a script that draws the map itself."""
        return {
            "title": self.title,
            "steps": self.steps,
            "regions": [
                {"code": r.code, "name": r.name, "text": r.text, "step": r.step, "url": r.url}
                for r in self.regions
            ],
        }
