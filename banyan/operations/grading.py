"""Pure: what the readings of a month come to, and the grade of the service (服务质量等级), article 33.1."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

HUNDRED = Decimal(100)
GRADES = ("excellent", "good", "fair", "poor")


@dataclass(frozen=True)
class Measured:
    """The readings of a system in one month, those in announced maintenance left out."""

    month: date
    taken: int
    up: int
    slow: int
    planned: int
    total_ms: int

    @property
    def availability(self) -> Decimal | None:
        """Of a hundred calls, how many were answered; None where nothing was measured."""
        return _percent(self.up, self.taken)

    @property
    def in_time(self) -> Decimal | None:
        """Of a hundred answers, how many came within the agreed time."""
        return _percent(self.up - self.slow, self.up)

    @property
    def mean_ms(self) -> int | None:
        return round(self.total_ms / self.up) if self.up else None


@dataclass(frozen=True)
class Agreed:
    """What is agreed of a system: availability in percent, response in milliseconds."""

    availability: Decimal
    response_ms: int


@dataclass(frozen=True)
class Scale:
    """The law pack's scale: up to which shortfall, in percentage points, a grade is given; how many must be in time."""

    good: Decimal
    fair: Decimal
    in_time: Decimal


def shortfall(measured: Measured, agreed: Agreed) -> Decimal:
    """By how many percentage points the availability missed what was agreed."""
    if measured.availability is None:
        return Decimal(0)
    return max(Decimal(0), agreed.availability - measured.availability)


def is_slow(measured: Measured, scale: Scale) -> bool:
    """Whether too few answers came within the agreed time."""
    return measured.in_time is not None and measured.in_time < scale.in_time


def grade(measured: Measured, agreed: Agreed, late_replies: int, scale: Scale) -> str:
    """The grade of a month: by availability, a step lower when answers or replies came late; empty when unmeasured."""
    if measured.availability is None:
        return ""
    missed = shortfall(measured, agreed)
    step = 0 if not missed else 1 if missed <= scale.good else 2 if missed <= scale.fair else 3
    if is_slow(measured, scale) or late_replies:
        step += 1
    return GRADES[min(step, 3)]


def _percent(part: int, whole: int) -> Decimal | None:
    if not whole:
        return None
    return (HUNDRED * part / whole).quantize(Decimal("0.001"), ROUND_HALF_UP)
