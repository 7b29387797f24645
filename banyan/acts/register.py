"""A register: what can be read of a noun — its list, its object page, its filters — declared once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.governed import Governed

Words = str | Promise
"""A text in English, or one that reads in the language of whoever looks at it."""


@dataclass(frozen=True)
class Column:
    """One fact of a noun (列): ``path`` leads to it, ``kind`` says how it reads.

    Kinds: text, code, number, date, moment, state, flag, record (a link), list.
    """

    path: str
    label: Words
    kind: str = "text"
    sort: bool = False
    help: Words = ""


@dataclass(frozen=True)
class Filter:
    """One way to narrow a register (筛选): ``choices`` gives (value, word) pairs for the actor, None for free text."""

    name: str
    label: Words
    lookup: str
    choices: Callable[[Actor], Sequence[tuple[str, str]]] | None = None


@dataclass(frozen=True)
class Group:
    """Facts that stand together on an object's page."""

    title: Words
    facts: tuple[Column, ...]


@dataclass(frozen=True)
class Related:
    """A small table of other objects on an object's page."""

    title: Words
    rows: Callable[[Any, Actor], QuerySet[Any]]
    columns: tuple[Column, ...]
    most: int = 20


@dataclass(frozen=True)
class Register:
    """How one noun is listed and shown, to whom (登记簿).

    ``public``: anybody may read it without signing in; ``visible`` then answers for an actor without offices too.
    ``together`` fetches for all rows of a page at once what each row would otherwise ask for by itself.
    """

    model: type[Model]
    title: Words
    one: Words
    about: Words
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    visible: Callable[[Actor], QuerySet[Any]]
    filters: tuple[Filter, ...] = ()
    related: tuple[Related, ...] = ()
    search: tuple[str, ...] = ()
    find: Callable[[str, Actor], Sequence[int]] | None = None
    together: Callable[[Sequence[Any]], None] | None = None
    owner: str = ""
    code: str = ""
    menu: int = 100
    public: bool = False

    @property
    def noun(self) -> str:
        return self.model._meta.label_lower

    @property
    def part(self) -> str:
        return self.model._meta.app_label

    @property
    def slug(self) -> str:
        """The noun as it stands in addresses, in the plural: ``share-requests``."""
        words = re.sub(r"(?<!^)(?=[A-Z])", "-", self.model.__name__).lower()
        if words.endswith("s"):
            return words
        return words[:-1] + "ies" if words.endswith("y") else words + "s"

    @property
    def path(self) -> str:
        return f"{self.part}/{self.slug}"

    @property
    def governed(self) -> bool:
        return issubclass(self.model, Governed)


def register(made: Register) -> Register:
    """Put a register into the registry under its noun."""
    registry.registers.add(made.noun, made)
    return made


def value_at(row: Any, path: str) -> Any:
    """The value that a dotted path leads to; None where it breaks off; methods without arguments are called."""
    value = row
    for step in path.split("."):
        value = getattr(value, step, None) if not isinstance(value, Mapping) else value.get(step)
        if value is None:
            return None
    return value() if callable(value) else value
