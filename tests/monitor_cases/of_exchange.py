"""Cases of the monitors of sharing."""

from collections.abc import Iterator
from datetime import datetime

from banyan.exchange.expiry import expire_grants
from tests.monitor_cases.case import Case, a, in_days, let


def _refused_without_ground() -> Iterator[datetime]:
    a("exchange.sharerequest", state="refused", ground="personal_privacy")
    groundless = a("exchange.sharerequest", state="refused")
    yield in_days(0)
    let(groundless, ground="personal_privacy")
    yield in_days(0)


def _grant_outlived_its_day() -> Iterator[datetime]:
    a("exchange.grant", state="active", until=in_days(30).date())
    a("exchange.grant", state="active", until=in_days(-1).date())
    yield in_days(0)
    assert expire_grants() == 1
    yield in_days(0)


CASES: dict[str, Case] = {
    "exchange.refusal_has_no_ground": _refused_without_ground,
    "exchange.grant_has_ended": _grant_outlived_its_day,
}
