"""Boundaries of the cities and counties, simplified so that neighbours still share their border."""

import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
TOLERANCE = 0.007
"""Largest distance in degrees, about 700 metres, between the border and its simplified line."""


def rings_of(feature: dict[str, dict[str, list[list[list[list[float]]]]]]) -> list[list[list[Point]]]:
    """The polygons of a feature as lists of open rings."""
    return [
        [[(point[0], point[1]) for point in ring[:-1]] for ring in polygon]
        for polygon in feature["geometry"]["coordinates"]
    ]


def junctions(rings: list[list[Point]]) -> set[Point]:
    """Points where borders meet: those with more than two different neighbours."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
            neighbours[before].add(point)
            neighbours[point].add(before)
    return {point for point, near in neighbours.items() if len(near) > 2}


def arcs(ring: list[Point], nodes: set[Point]) -> list[list[Point]]:
    """The ring cut at its nodes; a ring without a node is cut at its smallest point and the farthest from it."""
    cuts = [i for i, point in enumerate(ring) if point in nodes]
    if len(cuts) < 2:
        start = cuts[0] if cuts else ring.index(min(ring))
        far = max(range(len(ring)), key=lambda i: (distance(ring[i], ring[start]), ring[i]))
        cuts = sorted({start, far})
    turned = ring[cuts[0] :] + ring[: cuts[0]] + [ring[cuts[0]]]
    ends = [cut - cuts[0] for cut in cuts] + [len(ring)]
    return [turned[a : b + 1] for a, b in pairwise(ends)]


def distance(a: Point, b: Point) -> float:
    """The squared distance of two points, in square degrees."""
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2


def off_line(point: Point, a: Point, b: Point) -> float:
    """The squared distance of a point from the line between two others."""
    length = distance(a, b)
    if length == 0:
        return distance(point, a)
    along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length
    along = max(0.0, min(1.0, along))
    return distance(point, (a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])))


def simplify(arc: list[Point]) -> list[Point]:
    """Douglas and Peucker's line simplification, told the same way from either end."""
    if arc[0] > arc[-1]:
        return simplify(arc[::-1])[::-1]
    keep = {0, len(arc) - 1}
    open_spans = [(0, len(arc) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        spans = range(first + 1, last)
        if not spans:
            continue
        farthest = max(spans, key=lambda i: (off_line(arc[i], arc[first], arc[last]), arc[i]))
        if off_line(arc[farthest], arc[first], arc[last]) > TOLERANCE**2:
            keep.add(farthest)
            open_spans += [(first, farthest), (farthest, last)]
    return [arc[i] for i in sorted(keep)]


def drawn(ring: list[Point], nodes: set[Point]) -> list[list[float]]:
    """A closed ring of rounded points; empty when nothing is left of it."""
    points = [point for arc in arcs(ring, nodes) for point in simplify(arc)[:-1]]
    rounded = [[round(x, 3), round(y, 3)] for x, y in points]
    kept = [
        point for before, point in zip(rounded[-1:] + rounded[:-1], rounded, strict=True) if point != before
    ]
    return [*kept, kept[0]] if len(kept) > 2 else []


def convert_boundaries(raw: Path, into: Path) -> int:
    """Write ``boundaries.geojson`` with the nine cities and their counties; give its size in bytes."""
    source = json.loads((raw / "divisions/fujian_boundaries.geojson").read_text("utf-8"))
    kept = [f for f in source["features"] if f["properties"]["level"] != "province"]
    nodes = junctions([ring for f in kept for polygon in rings_of(f) for ring in polygon])
    features = []
    for feature in sorted(kept, key=lambda f: str(f["properties"]["adcode"])):
        polygons = [[drawn(ring, nodes) for ring in polygon] for polygon in rings_of(feature)]
        level = "city" if feature["properties"]["level"] == "city" else "county"
        code, name = feature["properties"]["adcode"], feature["properties"]["name"]
        features.append(
            {
                "type": "Feature",
                "properties": {"code": code, "name": name, "level": level},
                "geometry": {"type": "MultiPolygon", "coordinates": [p for p in polygons if p[0]]},
            }
        )
    text = json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
    )
    (into / "boundaries.geojson").write_text(text + "\n", "utf-8")
    return len(text.encode())
