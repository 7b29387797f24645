"""What the amounts of a pack are counted in, and how sure its editor is of them."""

import math
from datetime import date
from decimal import Decimal
from enum import StrEnum

from banyan.kit.sentence import Sentence, say

Amount = int | Decimal | bool | str | date | tuple[str, ...]
"""What a dated parameter may hold; which of these it is follows from its unit."""


class Unit(StrEnum):
    """What an amount is counted in (计量单位)."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    YEARS = "years"
    COUNT = "count"
    RATIO = "ratio"
    PERCENT = "percent"
    YUAN = "yuan"
    DATE = "date"
    YES_NO = "yes_no"
    TEXT = "text"
    TEXTS = "texts"


class Certainty(StrEnum):
    """How sure the pack's editor is of a value (确信程度)."""

    VERIFIED = "V"
    """Read in the named source."""
    COMPUTED = "V-c"
    """Computed from the named source."""
    PARTLY = "P"
    """A secondary or local source agrees."""
    RECALLED = "R"
    """Recalled, not seen: confirm before calling it law."""
    ASSUMED = "A"
    """Chosen by the editor, because no rule that was read gives a number."""

    @property
    def settled(self) -> bool:
        """Whether the value was read in, or computed from, its source."""
        return self in (Certainty.VERIFIED, Certainty.COMPUTED)


_ONE = {
    Unit.SECONDS: say("1 second"),
    Unit.MINUTES: say("1 minute"),
    Unit.HOURS: say("1 hour"),
    Unit.WORKING_HOURS: say("1 working hour"),
    Unit.WORKING_DAYS: say("1 working day"),
    Unit.CALENDAR_DAYS: say("1 calendar day"),
    Unit.MONTHS: say("1 month"),
    Unit.YEARS: say("1 year"),
}
_MANY = {
    Unit.SECONDS: say("{amount} seconds"),
    Unit.MINUTES: say("{amount} minutes"),
    Unit.HOURS: say("{amount} hours"),
    Unit.WORKING_HOURS: say("{amount} working hours"),
    Unit.WORKING_DAYS: say("{amount} working days"),
    Unit.CALENDAR_DAYS: say("{amount} calendar days"),
    Unit.MONTHS: say("{amount} months"),
    Unit.YEARS: say("{amount} years"),
    Unit.PERCENT: say("{amount} %"),
    Unit.YUAN: say("{amount} yuan"),
}


def in_words(amount: Amount, unit: Unit) -> Sentence:
    """``amount`` as people say it, e.g. “10 working days”; text and dates as they stand."""
    if unit is Unit.YES_NO:
        return say("yes") if amount else say("no")
    if amount == 1 and unit in _ONE:
        return _ONE[unit]
    if unit in _MANY:
        return Sentence(_MANY[unit].msgid, {"amount": f"{amount:,}" if unit is Unit.YUAN else amount})
    return Sentence(", ".join(amount) if isinstance(amount, tuple) else str(amount))


_KINDS: dict[Unit, type] = {Unit.DATE: date, Unit.YES_NO: bool, Unit.TEXT: str, Unit.TEXTS: tuple}
_FRACTIONS = {Unit.HOURS, Unit.WORKING_HOURS, Unit.RATIO, Unit.PERCENT}
_LIMITS = {Unit.RATIO: 1, Unit.PERCENT: 100}
HIGHEST = 10**12


def fits(amount: object, unit: Unit) -> bool:
    """Whether ``amount`` is of the type that ``unit`` is counted in, not empty and not negative."""
    if unit is Unit.TEXTS:
        return isinstance(amount, tuple) and bool(amount) and all(fits(each, Unit.TEXT) for each in amount)
    if unit in _KINDS:
        return type(amount) is _KINDS[unit] and amount != ""
    if not isinstance(amount, (int, Decimal) if unit in _FRACTIONS else int) or isinstance(amount, bool):
        return False
    return math.isfinite(amount) and 0 <= amount <= _LIMITS.get(unit, HIGHEST)
