"""The order of a register, and the key by which a reader goes on after a row at the same cost everywhere."""

import base64
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, Expression, F, Field, Func, QuerySet, Value
from django.db.models.lookups import GreaterThan, LessThan
from django.utils import timezone

from banyan.acts.errors import Invalid
from banyan.kit.sentence import say

LARGEST = 2**63 - 1
NO_KEY = say("This key to go on from is not valid.")


@dataclass(frozen=True)
class Key:
    """The row after which a page begins: its value in the order, and its number."""

    value: Any
    pk: int


@dataclass(frozen=True)
class Order:
    """By which field, and which way; rows of equal value follow each other by number."""

    field: "Field[Any, Any]"
    down: bool

    @property
    def side(self) -> str:
        return "lt" if self.down else "gt"

    def mark(self, name: str) -> str:
        return f"-{name}" if self.down else name

    def beyond(self, rows: QuerySet[Any], key: Key | None) -> QuerySet[Any]:
        """The rows after the key, in order; an index on field and number finds the first of them at once."""
        if self.field.primary_key:
            rows = rows.filter(**{f"pk__{self.side}": key.pk}) if key else rows
            return rows.order_by(self.mark("pk"))
        if key:
            here = _row(F(self.field.name), F("pk"))
            there = _row(Value(key.value, output_field=self.field), Value(key.pk))
            rows = rows.filter(LessThan(here, there) if self.down else GreaterThan(here, there))
        return rows.order_by(self.mark(self.field.name), self.mark("pk"))

    def cursor(self, row: Any) -> str:
        """The key of this row as text."""
        value = None if self.field.primary_key else getattr(row, self.field.name)
        if isinstance(value, date | datetime):
            value = value.isoformat()
        told = json.dumps([value, row.pk], default=str)
        return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")

    def key(self, after: str) -> Key | None:
        """The key that a reader sent; Invalid when it is none of this order."""
        if not after:
            return None
        try:
            value, pk = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
            key = Key(None if self.field.primary_key else self._value(value), _number(pk))
        except (ValueError, TypeError, OverflowError, RecursionError, ValidationError):
            raise Invalid({"after": NO_KEY}) from None
        return key

    def _value(self, told: Any) -> Any:
        """A value that the field can hold; ValueError, TypeError or ValidationError otherwise."""
        if told is None and self.field.null:
            return None
        if not isinstance(told, str | int | float) or "\0" in str(told):
            raise TypeError(told)
        str(told).encode()
        value = self.field.to_python(told)
        if isinstance(value, datetime) and timezone.is_naive(value):
            value = timezone.make_aware(value)
        self.field.run_validators(value)
        return value


def _number(told: Any) -> int:
    """A number that a row can have; ValueError otherwise."""
    if type(told) is not int or not 0 <= told <= LARGEST:
        raise ValueError(told)
    return told


def _row(*parts: Expression | F) -> Func:
    """Values compared together, as one row."""
    return Func(*parts, template="(%(expressions)s)", output_field=BooleanField())
