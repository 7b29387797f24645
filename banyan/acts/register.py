"""A register: what can be read of a noun — its list, its object page, its filters — declared once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.governed import Governed

Words = str | Promise
"""A text in English, or one that reads in the language of whoever looks at it."""


@dataclass(frozen=True)
class Column:
    """One fact of a noun (列): ``path`` leads to it, ``kind`` says how it reads.

    Kinds: text, code, digest (for programs, shown on demand), region (the name behind a code), number, percent, date,
    month, moment, state, flag, record (a link), list.
    """

    path: str
    label: Words
    kind: str = "text"
    sort: bool = False
    help: Words = ""


@dataclass(frozen=True)
class Filter:
    """One way to narrow a register (筛选): ``choices`` gives (value, word) pairs for the actor, None for free text.

    ``lookup`` is a path, or makes the condition from the value (ValueError when it is none). With ``words``, which
    say a value for people, only links set the filter: it has no field, but it shows and can be taken away. With a
    ``noun`` it has one: a record of this noun is searched and chosen.
    """

    name: str
    label: Words
    lookup: str | Callable[[str], Q]
    choices: Callable[[Actor], Sequence[tuple[str, str]]] | None = None
    words: Callable[[str], str] | None = None
    noun: str = ""

    def condition(self, value: str) -> Q:
        """What a row must meet for this value."""
        return Q(**{self.lookup: value}) if isinstance(self.lookup, str) else self.lookup(value)


@dataclass(frozen=True)
class Group:
    """Facts that stand together on an object's page."""

    title: Words
    facts: tuple[Column, ...]


@dataclass(frozen=True)
class Related:
    """A small table of other objects on an object's page.

    Rows that are counted rather than stored come as a list; ``name`` is then what the API calls them. Where the
    actor may not see such a table at all, ``rows`` gives None.
    """

    title: Words
    rows: Callable[[Any, Actor], QuerySet[Any] | Sequence[Any] | None]
    columns: tuple[Column, ...]
    most: int = 20
    name: str = ""

    def named(self, rows: QuerySet[Any] | Sequence[Any]) -> str:
        """What the API calls these rows."""
        return self.name or (f"{rows.model._meta.model_name}s" if isinstance(rows, QuerySet) else "rows")


@dataclass(frozen=True)
class Bar:
    """One step of a chart: its name, its height, and its value in words."""

    label: str
    value: float
    text: str


@dataclass(frozen=True)
class Chart:
    """A bar per step on an object's page, oldest first; ``steps`` and ``amounts`` name its two columns in numbers."""

    title: Words
    steps: Words
    amounts: Words
    bars: Callable[[Any], Sequence[Bar]]


@dataclass(frozen=True)
class Place:
    """Where the things of a noun stand (所在地): the way to their region's code, and the states not settled yet.

    The map and the picture of the province follow from it, and so does a filter by region.
    """

    region: str
    unsettled: tuple[str, ...] = ()

    @property
    def filter(self) -> Filter:
        return Filter("region", _("Region code"), f"{self.region}__startswith")


@dataclass(frozen=True)
class Document:
    """A paper or file of an object beside its page: where it stands below the page's address, when there is one."""

    title: Words
    help: Words
    place: str
    is_there: Callable[[Any], bool] = lambda _thing: True


@dataclass(frozen=True)
class Intake:
    """How rows come in by file (成批录入): its page below the register's address, and to whom it stands open."""

    title: Words
    help: Words
    place: str
    open_to: Callable[[Actor], bool]


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
    documents: tuple[Document, ...] = ()
    search: tuple[str, ...] = ()
    find: Callable[[str, Actor], Sequence[int]] | None = None
    together: Callable[[Sequence[Any]], None] | None = None
    owner: str = ""
    code: str = ""
    menu: int = 100
    public: bool = False
    place: Place | None = None
    intake: Intake | None = None

    def __post_init__(self) -> None:
        if self.place and not any(one.name == "region" for one in self.filters):
            object.__setattr__(self, "filters", (*self.filters, self.place.filter))

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
    """Put a register into the registry under its noun and its address."""
    registry.registers.add(made.noun, made)
    registry.places.add(made.path, made)
    return made


def beside(model: type[Model], *made: Related | Chart) -> None:
    """Show these on the page of a noun of a lower part, which cannot know them."""
    registry.beside.extend((model._meta.label_lower, one) for one in made)


def related_of(made: Register) -> tuple[Related, ...]:
    """The small tables on an object's page: the noun's own, then those of parts above."""
    above = (one for noun, one in registry.beside if noun == made.noun)
    return (*made.related, *(one for one in above if isinstance(one, Related)))


def charts_of(made: Register) -> tuple[Chart, ...]:
    """The charts on an object's page."""
    return tuple(one for noun, one in registry.beside if noun == made.noun and isinstance(one, Chart))


def value_at(row: Any, path: str) -> Any:
    """The value that a dotted path leads to; None where it breaks off; methods without arguments are called."""
    value = row
    for step in path.split("."):
        value = getattr(value, step, None) if not isinstance(value, Mapping) else value.get(step)
        if value is None:
            return None
    return value() if callable(value) else value
