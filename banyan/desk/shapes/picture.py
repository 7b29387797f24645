"""The picture of the province: what stands where, as a drawing of who hangs on whom, as a map and as lists (分布图)."""

from dataclasses import dataclass
from math import cos, pi, sin
from typing import ClassVar

from banyan.desk.shapes.charts import RegionMap
from banyan.desk.shapes.frame import NavLink
from banyan.desk.shapes.tables import Table
from banyan.desk.shapes.values import State, Tone

WIDTH, HEIGHT = 1000, 960
RING = (376.0, 380.0)
FAN = (104.0, 56.0)
SPREAD = 1.1


@dataclass(frozen=True, kw_only=True)
class Dot:
    """One county in the drawing (县点)."""

    x: float
    y: float
    tone: Tone
    said: str


@dataclass(frozen=True, kw_only=True)
class Node:
    """A region in the drawing (节点): its name, its figures in words, where it stands, and what hangs on it."""

    name: str
    text: str
    tone: Tone
    url: str = ""
    x: float = WIDTH / 2
    y: float = HEIGHT / 2
    dots: tuple[Dot, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Topology:
    """The province in the middle, its cities around it, their counties around them (拓扑图)."""

    title: str
    hub: Node
    nodes: tuple[Node, ...]
    box: str = f"0 0 {WIDTH} {HEIGHT}"


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One region and everything below it, in figures (分支); ``anchor`` is where the drawing leads."""

    anchor: str
    name: str
    state: State
    table: Table
    is_open: bool = False


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What stands where, and what is not settled: drawing, map, lists; every number opens to its rows (分布)."""

    template: ClassVar[str] = "desk/picture.html"
    title: str
    topology: Topology
    branches: tuple[Branch, ...]
    said: str = ""
    as_of: str = ""
    map: RegionMap | None = None
    scopes: tuple[NavLink, ...] = ()
    levels: tuple[NavLink, ...] = ()


def around(number: int, of: int) -> tuple[float, float, float]:
    """Where the city of this number stands on the ring, and in which direction from the middle."""
    angle = 2 * pi * number / max(of, 1) - pi / 2
    x = WIDTH / 2 + RING[0] * cos(angle)
    y = HEIGHT / 2 + RING[1] * sin(angle)
    return round(x, 1), round(y, 1), angle


def fanned(x: float, y: float, angle: float, number: int, of: int) -> tuple[float, float]:
    """Where the county of this number stands: in a fan around its city, away from the middle."""
    turn = SPREAD * pi * (number / (of - 1) - 0.5) if of > 1 else 0.0
    return round(x + FAN[0] * cos(angle + turn), 1), round(y + FAN[1] * sin(angle + turn), 1)
