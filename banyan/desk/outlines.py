"""Outlines of regions as SVG paths, projected once from boundaries in longitude and latitude (区划轮廓)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

Position = Sequence[float]
Ring = Sequence[Position]
Pixel = tuple[int, int]
MARGIN = 8
SMALLEST = 3


@dataclass(frozen=True)
class Outline:
    """One region's path and where its name stands, both in units of the map's box (轮廓)."""

    path: str
    at: tuple[float, float]


@dataclass(frozen=True)
class Projection:
    """Longitude and latitude onto a plane, true to scale at the middle of the province (投影)."""

    west: float
    north: float
    scale: float
    squeeze: float

    def pixel(self, position: Position) -> Pixel:
        x = (position[0] - self.west) * self.squeeze * self.scale + MARGIN
        y = (self.north - position[1]) * self.scale + MARGIN
        return round(x), round(y)


def outlines(
    boundaries: Mapping[str, Sequence[Sequence[Ring]]], width: int
) -> tuple[str, dict[str, Outline]]:
    """The map's box and each region's outline; ``boundaries`` are MultiPolygon coordinates by region code.

    Points of one unit fall together, the same way from either side of a border; islands smaller than ``SMALLEST``
    units are left out.
    """
    spots = [spot for shape in boundaries.values() for polygon in shape for ring in polygon for spot in ring]
    west, east = min(s[0] for s in spots), max(s[0] for s in spots)
    south, north = min(s[1] for s in spots), max(s[1] for s in spots)
    squeeze = cos(radians((south + north) / 2))
    scale = (width - 2 * MARGIN) / ((east - west) * squeeze)
    projection = Projection(west, north, scale, squeeze)
    height = round((north - south) * scale) + 2 * MARGIN
    drawn = {code: _outline(shape, projection) for code, shape in boundaries.items()}
    return f"0 0 {width} {height}", drawn


def _outline(shape: Sequence[Sequence[Ring]], projection: Projection) -> Outline:
    rings = [_thinned(projection.pixel(spot) for spot in polygon[0]) for polygon in shape]
    largest = max(rings, key=_extent)
    kept = [ring for ring in rings if _extent(ring) >= SMALLEST] or [largest]
    return Outline("".join(_path(ring) for ring in kept), _middle(largest))


def _thinned(pixels: Iterable[Pixel]) -> list[Pixel]:
    kept: list[Pixel] = []
    for pixel in pixels:
        if not kept or pixel != kept[-1]:
            kept.append(pixel)
    return kept


def _extent(ring: Sequence[Pixel]) -> int:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _path(ring: Sequence[Pixel]) -> str:
    steps = (f"{x - px} {y - py}" for (px, py), (x, y) in pairwise(ring))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z"


def _middle(ring: Sequence[Pixel]) -> tuple[float, float]:
    """The centre of area of a ring, or of its points where it has no area."""
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    crosses = [x * ny - nx * y for (x, y), (nx, ny) in pairs]
    area = sum(crosses)
    if not area:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    cx = sum((x + nx) * c for ((x, _), (nx, _)), c in zip(pairs, crosses, strict=True)) / (3 * area)
    cy = sum((y + ny) * c for ((_, y), (_, ny)), c in zip(pairs, crosses, strict=True)) / (3 * area)
    return round(cx, 1), round(cy, 1)
