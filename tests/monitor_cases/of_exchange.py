"""Cases of the monitors of sharing."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.door import perform
from banyan.catalogue.models import ResourceItem
from banyan.exchange.acts import effects
from banyan.exchange.expiry import expire_grants
from banyan.exchange.models import Grant, Use
from tests import province
from tests.monitor_cases.case import Case, a, in_days, let, on_day


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


def _used(day: int, *, sensitive: bool) -> Grant:
    """A grant on an item that was used on a day."""
    grant: Grant = a("exchange.grant", state="active", until=on_day(300))
    item = ResourceItem(resource=grant.resource, position=1, name="联系电话", data_type="C")
    let(item, is_sensitive=sensitive)
    grant.items.set([item])
    Use.objects.create(grant=grant, day=on_day(day), reads=5)
    return grant


def _log_was_not_handed_over() -> Iterator[datetime]:
    _used(-60, sensitive=False)
    _used(-31, sensitive=True)
    grant = _used(-60, sensitive=True)
    yield in_days(0)
    a("exchange.audithandover", grant=grant, since=on_day(-70), until=on_day(-50))
    yield in_days(0)


def _spared_although_the_share_ended() -> Iterator[datetime]:
    a("exchange.servicematerial", state="spared", grant=a("exchange.grant", state="active"))
    ended = a("exchange.grant", state="revoked")
    withdrawn = a("exchange.serviceitem", state="withdrawn")
    a("exchange.servicematerial", state="spared", grant=ended, item=withdrawn)
    material = a("exchange.servicematerial", state="spared", grant=ended)
    yield in_days(0)
    officer = province.officer(material.item.body, "data_officer")
    perform(effects.ask_material_again, officer, material.pk, reason="共享已终止")
    yield in_days(0)


CASES: dict[str, Case] = {
    "exchange.refusal_has_no_ground": _refused_without_ground,
    "exchange.grant_has_ended": _grant_outlived_its_day,
    "exchange.audit_log_is_missing": _log_was_not_handed_over,
    "exchange.material_is_spared_without_share": _spared_although_the_share_ended,
}
