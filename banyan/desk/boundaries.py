"""The boundaries of the province's regions, from the GeoJSON file that an installation puts into BANYAN_HOME."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Literal

from django.conf import settings

from banyan.desk.outlines import Outline, outlines

WIDTH = 560
FILE = "boundaries.geojson"


@dataclass(frozen=True)
class Drawn:
    """The map of one level: its box, and each region's name and outline by code."""

    box: str
    regions: dict[str, tuple[str, Outline]]


@cache
def drawn(level: Literal["city", "county"]) -> Drawn | None:
    """The map of the cities or of the counties; None when no boundaries are installed."""
    path = settings.BANYAN_HOME / FILE
    if not path.exists():
        return None
    features = [
        one
        for one in json.loads(path.read_text(encoding="utf-8"))["features"]
        if one["properties"]["level"] == level
    ]
    names = {str(one["properties"]["code"]): str(one["properties"]["name"]) for one in features}
    shapes = {str(one["properties"]["code"]): _polygons(one["geometry"]) for one in features}
    box, paths = outlines(shapes, WIDTH)
    return Drawn(box, {code: (names[code], outline) for code, outline in paths.items()})


def _polygons(geometry: dict[str, list[list[list[list[float]]]]]) -> list[list[list[list[float]]]]:
    kind = str(geometry["type"])
    return [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]  # type: ignore[list-item]  # GeoJSON nests one level less
