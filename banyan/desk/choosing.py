"""Records to choose from: few as a list, many by their name or code; the same for forms and for filters."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.choosing import Choice, choice, is_spelt
from banyan.acts.register import value_at
from banyan.desk.shapes import Finder, Option
from banyan.kit.numbers import whole

READ_AT_A_GLANCE = 12
"""More records than these are searched for."""
SHOWN = 50
"""So many of them stand in a list at once."""
SEARCH = "search"
"""The button that searches, without scripts; its value is the name of the question."""


def name_of(question: str) -> str:
    """The field of a form that holds the words by which a record is searched."""
    return f"{question}.words"


def words_in(sent: QueryDict, questions: Iterable[str]) -> dict[str, str]:
    """By question, the words that a form was sent with."""
    return {one: words for one in questions if (words := str(sent.get(name_of(one), "")).strip())}


def records(
    name: str, rows: QuerySet[Any], actor: Actor, *, chosen: set[str], words: str, url: str
) -> tuple[tuple[Option, ...], Finder | None]:
    """The options of a question, the chosen ones first, and how the others are found where they are many."""
    found = choice(rows, words, actor, SHOWN)
    shown = [*_beyond(rows, chosen - {str(row.pk) for row in found.rows}), *found.rows]
    options = tuple(sorted(options_of(shown, chosen), key=lambda one: not one.chosen))
    if not words and found.number <= READ_AT_A_GLANCE:
        return options, None
    return options, finder_of(name, rows.model, url, words=words, told=told_of(found, words))


def finder_of(name: str, model: type[Model], url: str, *, words: str = "", told: str = "") -> Finder:
    """How records of a noun are searched for a question."""
    spelt = _("Name, code or pinyin initials") if is_spelt(model) else _("Name or code")
    return Finder(url=url, name=name_of(name), hint=spelt, words=words, told=told)


def _beyond(rows: QuerySet[Any], chosen: set[str]) -> list[Any]:
    """Chosen records that are not among those found: what is chosen stays."""
    keys = [number for key in chosen if (number := whole(key)) is not None]
    return list(rows.filter(pk__in=keys)) if keys else []


def options_of(rows: Sequence[Any], chosen: Iterable[str] = ()) -> tuple[Option, ...]:
    """Records as options, with what their names ask for fetched for all at once."""
    register = registry.registers.get(rows[0]._meta.label_lower) if rows else None
    if register and register.together:
        register.together(rows)
    code = register.code if register else ""
    return tuple(
        Option(
            value=str(row.pk),
            label=_called(row),
            code=str(value_at(row, code) or "") if code else "",
            chosen=str(row.pk) in chosen,
        )
        for row in rows
    )


def _called(row: Model) -> str:
    """The name of a record, as it is told apart from others where its name alone does not do."""
    return str(getattr(row, "told_apart", row))


def told_of(found: Choice, words: str) -> str:
    """How much was found, and how to find less."""
    if found.more:
        told = _("More than {m} are spelt so; {n} are listed. Type more letters to find others.")
        return told.format(n=len(found.rows), m=found.number)
    if not found.number:
        return _("Nothing is called “{words}”.").format(words=words) if words else ""
    if found.number > len(found.rows):
        told = _("{n} of {m} are listed. Type more of a name or code to find others.")
        return told.format(n=len(found.rows), m=found.number)
    return ngettext("%(n)d is found.", "%(n)d are found.", found.number) % {"n": found.number}
