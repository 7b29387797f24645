"""Counting figures: for one body, and for all bodies of a region at the same cost in queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from banyan.acts import clock, registry
from banyan.acts.directory import BodyName, directory
from banyan.acts.figure import Figure, Rows, Told
from banyan.acts.formula import Score, Term, score
from banyan.law.inforce import pack


@dataclass(frozen=True)
class Standing:
    """The figures and the score of one body (评价)."""

    body: int
    name: BodyName
    told: Mapping[str, Told]
    score: Score


def told_of(scope: Mapping[str, str], names: Iterable[str] | None = None) -> dict[str, Told]:
    """Every figure, or the named ones, within a scope: ``{"body": …}``, ``{"region": …}``, or of the province."""
    return {
        one.name: Told(one.part.count(scope), one.whole.count(scope) if one.whole else None)
        for one in _chosen(names)
    }


def _chosen(names: Iterable[str] | None) -> list[Figure]:
    wanted = None if names is None else set(names)
    return [one for one in registry.figures if wanted is None or one.name in wanted]


def counted(rows: Rows, scope: Mapping[str, str]) -> dict[int, int]:
    """The number of each body's rows, in one query."""
    path = rows.body_path
    found = rows.within(scope).order_by().values_list(path).annotate(n=rows.number)
    return {body: number for body, number in found if body is not None}


def told_by_body(region: str = "", names: Iterable[str] | None = None) -> dict[int, dict[str, Told]]:
    """Every figure, or the named ones, of every body that has rows: two queries a figure, however many bodies."""
    scope = {"region": region} if region else {}
    told: dict[int, dict[str, Told]] = {}
    for one in _chosen(names):
        parts = counted(one.part, scope)
        wholes = counted(one.whole, scope) if one.whole else {}
        for body in {*parts, *wholes}:
            whole = wholes.get(body, 0) if one.whole else None
            told.setdefault(body, {})[one.name] = Told(parts.get(body, 0), whole)
    return told


def summed(told: Iterable[Mapping[str, Told]]) -> dict[str, Told]:
    """The figures of many bodies as those of all of them."""
    parts = dict.fromkeys((one.name for one in registry.figures), 0)
    wholes = dict.fromkeys((one.name for one in registry.figures if one.is_rate), 0)
    for each in told:
        for name, one in each.items():
            parts[name] += one.part
            if one.whole is not None:
                wholes[name] += one.whole
    return {name: Told(number, wholes.get(name)) for name, number in parts.items()}


def terms(day: date | None = None) -> tuple[Term, ...]:
    """How the figures count on a day, by the parameters ``score.FIGURE.weight`` and ``score.FIGURE.cap``."""
    on = day or clock.today()
    known = pack().parameters
    return tuple(
        Term(
            one.name,
            pack().parameter(f"score.{one.name}.weight", on=on).of(Decimal),
            pack().parameter(f"score.{one.name}.cap", on=on).of(Decimal)
            if f"score.{one.name}.cap" in known
            else None,
            one.grows,
        )
        for one in registry.figures
        if f"score.{one.name}.weight" in known
    )


def scored() -> set[str]:
    """The names of the figures that count in the score today."""
    return {one.figure for one in terms()}


def score_of(body: int, told: Mapping[str, Told] | None = None) -> Score:
    """The score of a body from live counts (article 36.1); ``told`` are its figures, if counted already."""
    return score(told_of({"body": str(body)}, scored()) if told is None else told, terms())


def standings(region: str = "", told: Mapping[int, Mapping[str, Told]] | None = None) -> list[Standing]:
    """Every active body of a region with its score, the lowest first; bodies without rows have lost nothing.

    ``told`` are the figures of every body, where they were counted already.
    """
    told, by = told_by_body(region) if told is None else told, terms()
    blank = {one.name: Told(0, 0 if one.is_rate else None) for one in registry.figures}
    found = [
        Standing(body, name, full, score(full, by))
        for body, name in directory().standing(region).items()
        if (full := {**blank, **told.get(body, {})})
    ]
    return sorted(found, key=lambda one: (one.score.points, one.name.region, one.body))
