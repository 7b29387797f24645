"""One fact of a noun, and one way to narrow its rows; what is left out, the model's field says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Field, Model, Q
from django.utils.functional import Promise

from banyan.acts.actor import Actor
from banyan.acts.fields import choices_of, field_at, kind_of, label_of, read

Words = str | Promise
"""A text in English, or one that reads in the language of whoever looks at it."""


@dataclass(frozen=True)
class Column:
    """One fact of a noun (列): ``path`` leads to it, ``kind`` says how it reads.

    Kinds: text, code, digest (for programs, shown on demand), region (the name behind a code), number, percent, date,
    month, moment, state, flag, record (a link), list. Label and kind are the field's own where none is given, and the
    path of a field with choices leads to the word of the choice. ``__str__`` is the object itself. ``opens``: leads to
    the page of the row, as the first column of a register does by itself.
    """

    path: str
    label: Words = ""
    kind: str = ""
    sort: bool = False
    help: Words = ""
    opens: bool = False

    def of(self, model: type[Model], *, linked: bool) -> "Column":
        """The column with what its field says; without ``linked`` another record is only named."""
        if self.path == "__str__":
            return replace(self, label=self.label or label_of(model), kind=self.kind or "record")
        *way, last = self.path.split(".")
        if chosen := last.startswith("get_") and last.endswith("_display"):
            last = last.removeprefix("get_").removesuffix("_display")
        field = field_at(model, ".".join([*way, last]))
        if field is None:
            if not self.label:
                raise TypeError(
                    f"{model._meta.label_lower} has no field “{self.path}”: give the column a label."
                )
            return replace(self, kind=self.kind or "text")
        path = ".".join([*way, f"get_{last}_display"]) if field.choices and not chosen else self.path
        kind = self.kind or kind_of(field)
        if kind == "record" and not linked and not self.kind:
            kind = "text"
        return replace(self, path=path, label=self.label or label_of(field), kind=kind)


def columns_of(
    model: type[Model] | None, columns: Iterable[Column], *, linked: bool = False
) -> tuple[Column, ...]:
    """The columns with what the fields of the model say, or of rows that are no model's."""
    if model is None:
        return tuple(one if one.kind else replace(one, kind="text") for one in columns)
    return tuple(one.of(model, linked=linked) for one in columns)


@dataclass(frozen=True)
class Filter:
    """One way to narrow a register (筛选): ``choices`` gives (value, word) pairs for the actor, None for free text.

    ``lookup`` is a path, or makes the condition from the value (ValueError when it is none). With ``words``, which
    say a value for people, only links set the filter: it has no field, but it shows and can be taken away. With a
    ``noun`` it has one: a record of this noun is searched and chosen. What is not given, the field of its name says.
    """

    name: str
    label: Words = ""
    lookup: str | Callable[[str], Q] = ""
    choices: Callable[[Actor], Sequence[tuple[str, str]]] | None = None
    words: Callable[[str], str] | None = None
    noun: str = ""
    field: "Field[Any, Any] | None" = None

    def of(self, model: type[Model]) -> "Filter":
        """The filter with what its field says: how a value reads, and label and choices where none are given."""
        if callable(self.lookup):
            return self
        field = field_at(model, (self.lookup or self.name).replace("__", "."))
        if self.lookup:
            return replace(self, field=field)
        if field is None:
            raise TypeError(f"{model._meta.label_lower} has no field “{self.name}” to filter by.")
        options = choices_of(field)
        choices = (lambda _actor: [(one, str(word)) for one, word in options]) if options else None
        label = self.label or label_of(field)
        return replace(self, label=label, lookup=self.name, choices=choices, field=field)

    def condition(self, value: str) -> Q:
        """What a row must meet for this value; ValueError or ValidationError when it is none."""
        if callable(self.lookup):
            return self.lookup(value)
        return Q(**{self.lookup: read(self.field, value) if self.field else value})
