"""How a clock reads before and after its last day."""

from datetime import datetime

import pytest
from django.utils.translation import override

from banyan.acts import clock
from banyan.desk.words import time_left
from banyan.kit.worktime import BEIJING

DUE = datetime(2026, 11, 25, 18, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("now", "left", "day"),
    [
        (datetime(2026, 11, 20, 10, tzinfo=BEIJING), "3 working days left", "until Wed 25 Nov 2026"),
        (datetime(2026, 11, 30, 19, tzinfo=BEIJING), "3 working days late", "due Wed 25 Nov 2026"),
    ],
)
def test_a_day_that_is_past_was_due(now: datetime, left: str, day: str) -> None:
    with clock.at(now), override("en"):
        told = time_left(DUE)
    assert (told.left, told.until) == (left, day)
