"""A register: what can be read of a noun — its list, its object page, its filters — declared once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Model, QuerySet

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.column import Column, Filter, Words, columns_of
from banyan.acts.governed import Governed
from banyan.acts.said import Said
from banyan.acts.scopes import has_states, of_owner

__all__ = [
    "Bar",
    "Chart",
    "Column",
    "Filter",
    "Find",
    "Group",
    "Hits",
    "Intake",
    "Place",
    "Register",
    "Related",
    "Way",
    "Words",
    "beside",
    "charts_of",
    "register",
    "related_of",
    "value_at",
    "ways_of",
]


@dataclass(frozen=True)
class Group:
    """Facts that stand together on an object's page."""

    title: Words
    facts: Said[Column] = Said(Column)  # noqa: RUF009  a descriptor


def plural(noun: str) -> str:
    """The plural of an English noun: access – accesses, body – bodies, survey – surveys; key points stay so."""
    if re.search("(ss|x|z|ch|sh)$", noun):
        return noun + "es"
    if noun.endswith("s"):
        return noun
    return noun[:-1] + "ies" if re.search("[^aeiou]y$", noun) else noun + "s"


@dataclass(frozen=True)
class Related:
    """A small table of other objects on an object's page.

    ``of`` is the noun of its rows, whose fields say what its columns leave out. Rows that are counted rather than
    stored come as a list; ``name`` is then what the API calls them. Where the actor may not see such a table at all,
    ``rows`` gives None. Of more than ``most`` the rest is told; ``whole`` is the query by which the register of ``of``
    lists them all, with what the object says in braces: ``edition={on.pk}``.
    """

    title: Words
    rows: Callable[[Any, Actor], QuerySet[Any] | Sequence[Any] | None]
    columns: Said[Column] = Said(Column)  # noqa: RUF009  a descriptor
    most: int = 20
    name: str = ""
    of: type[Model] | None = None
    whole: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", columns_of(self.of, self.columns))

    def named(self, rows: QuerySet[Any] | Sequence[Any]) -> str:
        """What the API calls these rows."""
        return self.name or (
            plural(str(rows.model._meta.model_name)) if isinstance(rows, QuerySet) else "rows"
        )


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

    The map and the picture of the province follow from it, and the filter by region goes by it.
    """

    region: str
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True)
class Way:
    """A page or file of an object beside its own page (去处): where it stands, when it is there and to whom it is open.

    ``place`` stands below the object's address or, with a slash before it, by itself; it may hold what the object
    says in braces: ``/accounts/{on.officer_id}/``. A way that stands ``before`` acts is the one by which whoever
    holds an office for one of them does it, and is offered first; ``key`` is its letter.
    """

    title: Words
    help: Words
    place: str
    is_there: Callable[[Any], bool] = lambda _thing: True
    open_to: Callable[[Any, Actor], bool] = lambda _thing, _actor: True
    before: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Intake:
    """How rows come in by file (成批录入): its page below the register's address, and to whom it stands open."""

    title: Words
    help: Words
    place: str
    open_to: Callable[[Actor], bool]


@dataclass(frozen=True)
class Hits:
    """One page of the numbers of the rows that words found, the best first (命中页), and the key to the next page."""

    numbers: Sequence[int]
    more: str


Find = Callable[[str, QuerySet[Any], int, str], Hits]
"""How an index finds words among the rows of a register: so many, and on from a key. Raises Invalid."""


@dataclass(frozen=True, kw_only=True)
class Register:
    """How one noun is listed and shown, to whom (登记簿).

    A plain string among columns, facts and filters is a path, of which the model's field says the rest. A noun with
    more than one state is listed and narrowed by it, and one whose ``owner`` is a body by body and region: such a
    column and such filters stand among the given ones only where they are to stand elsewhere.

    ``public``: anybody may read it without signing in; ``visible`` then answers for an actor without offices too.
    ``together`` fetches for all rows of a page at once what each row would otherwise ask for by itself.
    """

    model: type[Model]
    title: Words
    one: Words
    about: Words
    columns: Said[Column] = Said(Column)  # noqa: RUF009  a descriptor
    groups: tuple[Group, ...]
    visible: Callable[[Actor], QuerySet[Any]]
    filters: Said[Filter] = Said(Filter, ())  # noqa: RUF009  a descriptor
    related: tuple[Related, ...] = ()
    ways: tuple[Way, ...] = ()
    search: tuple[str, ...] = ()
    find: Find | None = None
    together: Callable[[Sequence[Any]], None] | None = None
    owner: str = ""
    code: str = ""
    menu: int = 100
    public: bool = False
    place: Place | None = None
    intake: Intake | None = None

    def __post_init__(self) -> None:
        groups = (replace(one, facts=columns_of(self.model, one.facts, linked=True)) for one in self.groups)
        object.__setattr__(self, "columns", columns_of(self.model, (*self.columns, *self._state_column())))
        object.__setattr__(self, "groups", tuple(groups))
        object.__setattr__(self, "filters", tuple(one.of(self.model) for one in self._filters()))

    def _state_column(self) -> tuple[Column, ...]:
        told = any(one.path == "state" for one in self.columns)
        return () if told or not has_states(self.model) else (Column("state"),)

    def _filters(self) -> tuple[Filter, ...]:
        """By state, as given, and by body and region; each name once."""
        given = {one.name for one in self.filters}
        before = [Filter("state")] if has_states(self.model) else []
        after = of_owner(self.model, self.owner, self.place.region if self.place else "")
        return (
            *(one for one in before if one.name not in given),
            *self.filters,
            *(one for one in after if one.name not in given),
        )

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
        return words if words.endswith("s") else plural(words)

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


def beside(model: type[Model], *made: Related | Chart | Way) -> None:
    """Show these on the page of a noun of a lower part, which cannot know them."""
    registry.beside.extend((model._meta.label_lower, one) for one in made)


def related_of(made: Register) -> tuple[Related, ...]:
    """The small tables on an object's page: the noun's own, then those of parts above."""
    above = (one for noun, one in registry.beside if noun == made.noun)
    return (*made.related, *(one for one in above if isinstance(one, Related)))


def charts_of(made: Register) -> tuple[Chart, ...]:
    """The charts on an object's page."""
    return tuple(one for noun, one in registry.beside if noun == made.noun and isinstance(one, Chart))


def ways_of(made: Register) -> tuple[Way, ...]:
    """The ways on from an object's page: the noun's own, then those of parts above."""
    above = (one for noun, one in registry.beside if noun == made.noun)
    return (*made.ways, *(one for one in above if isinstance(one, Way)))


def value_at(row: Any, path: str) -> Any:
    """The value that a dotted path leads to; None where it breaks off; methods without arguments are called."""
    value = row
    for step in path.split("."):
        value = getattr(value, step, None) if not isinstance(value, Mapping) else value.get(step)
        if value is None:
            return None
    return value() if callable(value) else value
