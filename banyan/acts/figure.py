"""A figure: a count of rows of registers, or the share that some rows have in others; every number is its rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal
from urllib.parse import urlencode

from django.db.models import Count, QuerySet, Sum
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from banyan.acts import registry
from banyan.acts.reading import filtered
from banyan.acts.register import Register
from banyan.kit.sentence import Sentence
from banyan.law.norms import Norm

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Rows:
    """The rows of a register that pass its filters (明细): what is counted, and what the number opens to.

    With ``adds``, the number is not how many rows there are but the sum of that field, which the rows show.
    """

    noun: str
    filters: Mapping[str, str] = field(default_factory=dict)
    adds: str = ""

    @property
    def register(self) -> Register:
        found: Register = registry.registers[self.noun]
        return found

    @property
    def body_path(self) -> str:
        """The path from a row to the body that answers for it, as the register's own filter follows it."""
        path = next(one.lookup for one in self.register.filters if one.name == "body")
        if not isinstance(path, str):
            raise TypeError(f"The filter “body” of {self.noun} is no path.")
        return path

    def within(self, more: Mapping[str, str] = NOTHING) -> QuerySet[Any]:
        """The rows, narrowed by more filters."""
        model = self.register.model
        return filtered(self.register, model._default_manager.all(), {**self.filters, **more})

    @property
    def number(self) -> Combinable:
        """What counts a group of the rows, or adds them up."""
        return Coalesce(Sum(self.adds), 0) if self.adds else Count("pk")

    def count(self, more: Mapping[str, str] = NOTHING) -> int:
        """The number of the rows, narrowed by more filters."""
        return int(self.within(more).aggregate(n=self.number)["n"])

    def address(self, more: Mapping[str, str] = NOTHING) -> str:
        """The page of the register that shows exactly these rows."""
        return f"/{self.register.path}/?{urlencode({**self.filters, **more})}"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of a body or a region (指标): ``part``, or the share of ``part`` in ``whole``.

    ``wanting`` are rows that lawful acts would move, ``done_by`` names those acts where the rows do not tell. With
    ``grows``, such an act adds to the whole as well as to the part. A ``headline`` stands on the overview.
    """

    name: str
    norm: Norm
    title: str
    says: Sentence
    part: Rows
    whole: Rows | None = None
    wanting: Rows | None = None
    done_by: tuple[str, ...] = ()
    grows: bool = False
    good: Literal["more", "less"] = "more"
    headline: bool = False

    @property
    def is_rate(self) -> bool:
        return self.whole is not None


@dataclass(frozen=True)
class Told:
    """A figure as counted (计数): the part, and the whole where it is a rate."""

    part: int
    whole: int | None = None

    @property
    def share(self) -> float | None:
        """The part in the whole; None for a count, or where there is no whole."""
        return self.part / self.whole if self.whole else None


def figure(made: Figure) -> Figure:
    """Put a figure into the registry under its name."""
    registry.figures.add(made.name, made)
    registry.carries("figure", made.name, str(made.norm))
    return made
