"""Figures with their map, and the status of systems (总览)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.charts import Bars, RegionMap, Trend
from banyan.desk.shapes.frame import NavLink
from banyan.desk.shapes.tables import Table
from banyan.desk.shapes.values import Link, State


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure with its trend, target and article (指标); ``url`` opens the rows behind it."""

    label: str
    value: str
    url: str
    unit: str = ""
    target: str = ""
    state: State | None = None
    trend: Trend | None = None
    article: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Overview: few figures, a map, a ranked list; every number opens to its rows (总览)."""

    template: ClassVar[str] = "desk/overview.html"
    title: str
    figures: tuple[Figure, ...]
    said: str = ""
    as_of: str = ""
    map: RegionMap | None = None
    ranked: Table | None = None
    ranked_more: Link | None = None
    tables: tuple[Table, ...] = ()
    charts: tuple[Bars, ...] = ()
    scopes: tuple[NavLink, ...] = ()
    shown: tuple[NavLink, ...] = ()
    levels: tuple[NavLink, ...] = ()
    ways: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Status:
    """Status: which systems work, what is disturbed, what is maintained when; for anybody (运行状态)."""

    template: ClassVar[str] = "desk/status.html"
    title: str
    said: str
    as_of: str
    figures: tuple[Figure, ...]
    incidents: Table
    windows: Table
    systems: Table
    nothing: str
    search: str = ""
    next: str = ""
