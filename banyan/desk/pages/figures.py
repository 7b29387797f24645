"""Figures as cards and cells: the number, what it says, its article, and the address of its rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.errors import NotThere
from banyan.acts.figure import Figure, Told
from banyan.acts.scopes import prefix_of
from banyan.desk import shapes
from banyan.desk.shapes import Cell, State, Trend
from banyan.desk.words import article, said, value
from banyan.desk.words import day as day_words

GOVERNING = {"managing_department", "government", "supervision"}
WIDEST = ("province", "city", "county")

Days = Iterable[tuple[date, Told]]


def region_of(actor: Actor) -> str:
    """The region that the actor's department watches, the widest first; empty for those who watch none."""
    held = [one for one in actor.offices if one.body_kind in GOVERNING and one.level in WIDEST]
    held.sort(key=lambda one: WIDEST.index(one.level))
    return held[0].region if held else ""


def chosen_region(actor: Actor, asked: str) -> str:
    """The region asked for, within the one that the actor watches; NotThere where it lies outside."""
    own = region_of(actor)
    if not own or (asked and not asked.startswith(prefix_of(own))):
        raise NotThere
    if asked and not directory().region_name(asked):
        raise NotThere
    return asked or own


def scope_of(region: str) -> dict[str, str]:
    """The filter for a region; none for the whole province."""
    return {} if region.endswith("0000") else {"region": region}


def number(of: Figure, told: Told) -> str:
    """The figure as a number: a count, or a share in percent."""
    if not of.is_rate:
        return value(told.part, "number")
    return percent(told.share)


def percent(share: float | None) -> str:
    return "—" if share is None else f"{100 * share:.0f}"


def unit(of: Figure, told: Told) -> str:
    return "%" if told.share is not None else ""


def card(of: Figure, told: Told, scope: Mapping[str, str], days: Days = (), lost: str = "") -> shapes.Figure:
    """One figure with its trend; the number opens to its rows."""
    words = f"{said(of.says)} {_counts(told) if of.is_rate else ''} {lost}"
    return shapes.Figure(
        label=_(of.title),
        value=number(of, told),
        unit=unit(of, told),
        url=_address(of, told, scope),
        target=" ".join(words.split()),
        trend=trend(is_rate=of.is_rate, days=days),
        state=_state(of, told),
        article=article(of.norm),
    )


def _counts(told: Told) -> str:
    if not told.whole:
        return _("There is none of it.")
    return _("{a} of {b}").format(a=value(told.part, "number"), b=value(told.whole, "number"))


def _state(of: Figure, told: Told) -> State | None:
    if of.is_rate or of.good == "more":
        return None
    return State(_("to put right"), "bad") if told.part else State(_("none"), "good")


def trend(*, is_rate: bool, days: Days) -> Trend | None:
    """The measured days as a line; none while fewer than two days were measured."""
    known = [(day, worth) for day, told in days if (worth := _worth(told, is_rate=is_rate)) is not None]
    if len(known) < 2:
        return None
    (first, before), (last, now) = known[0], known[-1]
    mark = "%" if is_rate else ""
    words = _("{n} measured days: {a} on {first}, {b} on {last}").format(
        n=len(known),
        a=f"{before:.0f}{mark}",
        first=day_words(first),
        b=f"{now:.0f}{mark}",
        last=day_words(last),
    )
    return Trend(values=tuple(number for _day, number in known), said=words)


def _worth(told: Told, *, is_rate: bool) -> float | None:
    """The height of the line: a share in percent, or a count."""
    if not is_rate:
        return float(told.part)
    return None if told.share is None else 100 * told.share


def cell(of: Figure, told: Told, scope: Mapping[str, str]) -> Cell:
    """The figure in a table, leading to its rows."""
    return Cell(number(of, told) + unit(of, told), _address(of, told, scope))


def _address(of: Figure, told: Told, scope: Mapping[str, str]) -> str:
    """Where the rows of a figure are; a share of nothing has none."""
    return "" if of.is_rate and told.share is None else of.part.address(scope)


def points(score: Decimal) -> str:
    return f"{score:.1f}".removesuffix(".0")


def figure(name: str) -> Figure:
    """The figure of this name; NotThere when there is none."""
    found: Figure | None = registry.figures.get(name)
    if found is None:
        raise NotThere
    return found
