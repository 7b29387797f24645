"""Governed nouns: tables that change only inside an act."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

LISTED = 200
"""So many objects changed at once stand in the ledger by name; of more only the number."""
Change = tuple[int, str | None, str | None]
"""An object by its number, its state before and its state after; None where it was not or is no more."""
M_co = TypeVar("M_co", bound=models.Model, covariant=True)


@dataclass
class UnderWay:
    """The act under way on this thread, and every governed object that it has touched."""

    act: str
    creates: type[models.Model] | None = None
    to: str = ""
    touched: dict[tuple[str, int], tuple[str | None, str | None]] = field(default_factory=dict)
    bulk: dict[str, int] = field(default_factory=dict)

    def touch(self, thing: "Governed", before: str | None, after: str | None) -> None:
        """Note that the act changed this object; the first state before and the last after are kept."""
        key = (thing._meta.label_lower, thing.pk)
        first = self.touched.get(key, (before, None))[0]
        self.touched[key] = (first, after)

    def touch_many(self, model: type[models.Model], number: int, changes: Iterable[Change]) -> None:
        """Note that the act changed rows of a table at once: each by name if they are few, else their number."""
        label = model._meta.label_lower
        if number > LISTED:
            self.bulk[label] = self.bulk.get(label, 0) + number
            return
        for key, before, after in changes:
            first = self.touched.get((label, key), (before, None))[0]
            self.touched[label, key] = (first, after)


_under_way: ContextVar[UnderWay | None] = ContextVar("under_way", default=None)


class WriteOutsideAct(RuntimeError):
    """Governed data was about to change outside an act."""


def current() -> UnderWay | None:
    """The act under way on this thread, or None."""
    return _under_way.get()


def required(model: type[models.Model]) -> UnderWay:
    """The act under way; WriteOutsideAct naming the model when there is none."""
    act = _under_way.get()
    if act is None:
        raise WriteOutsideAct(f"{model._meta.label} is governed: change it through an act.")
    return act


def fill(thing: models.Model, **given: Any) -> None:
    """Set what was given (补充填报) on the thing: what was left empty, None or an empty list, stays as it is.

    Records of a many-to-many field are replaced by those given.
    """
    for name, value in given.items():
        if value is None or value == []:
            continue
        if thing._meta.get_field(name).many_to_many:
            getattr(thing, name).set(value)
        else:
            setattr(thing, name, value)


@contextmanager
def under_way(act: UnderWay) -> Iterator[UnderWay]:
    """Let governed data change in here, in the name of this act."""
    token = _under_way.set(act)
    try:
        yield act
    finally:
        _under_way.reset(token)


class GovernedQuerySet(models.QuerySet[M_co]):
    """A query set whose writes belong to the act under way."""

    def update(self, **values: Any) -> int:
        act = required(self.model)
        rows = self._states()
        number = super().update(**values)
        act.touch_many(self.model, number, [(key, state, values.get("state", state)) for key, state in rows])
        return number

    def delete(self) -> tuple[int, dict[str, int]]:
        act = required(self.model)
        rows = self._states()
        number, each = super().delete()
        act.touch_many(
            self.model, each.get(self.model._meta.label, 0), [(key, state, None) for key, state in rows]
        )
        return number, each

    def bulk_create(self, objs: Iterable[M_co], *args: Any, **kwargs: Any) -> list[M_co]:
        act = required(self.model)
        rows = list(objs)
        for row in rows:
            row.begin()  # type: ignore[attr-defined]  # every row here is Governed
        made = super().bulk_create(rows, *args, **kwargs)
        act.touch_many(self.model, len(made), [(row.pk, None, row.state) for row in made])  # type: ignore[attr-defined]  # Governed
        return made

    def _states(self) -> list[tuple[int, str]]:
        """The first rows and their states, one more than are listed."""
        return list(self.order_by().values_list("pk", "state")[: LISTED + 1])


class Governed(models.Model):
    """A noun whose every change is an act (受治理的记录).

    A subclass names its states in a nested ``State`` enumeration; the first is where it begins.
    """

    State: ClassVar[type[models.TextChoices]]
    tones: ClassVar[dict[str, str]] = {}

    state = models.CharField(_("state"), max_length=24, db_index=True, editable=False)

    objects = GovernedQuerySet.as_manager()

    class Meta:
        abstract = True

    def begin(self) -> None:
        """Give a new row its state: the one its act leads to, or the first of its noun."""
        if self.state:
            return
        act = required(type(self))
        self.state = act.to if act.creates is type(self) and act.to else self.State.values[0]

    @property
    def state_word(self) -> str:
        """The state in a word, in the reader's language."""
        return str(self.State(self.state).label)

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        row = super().from_db(*args, **kwargs)
        row.__dict__["state_before"] = row.__dict__.get("state")
        return row

    def save_base(self, *args: Any, **kwargs: Any) -> None:
        act = required(type(self))
        before = None if self._state.adding else self.__dict__.get("state_before", self.state)
        self.begin()
        super().save_base(*args, **kwargs)
        act.touch(self, before, self.state)
        self.__dict__["state_before"] = self.state

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        act = required(type(self))
        act.touch(self, self.state, None)
        return super().delete(*args, **kwargs)
