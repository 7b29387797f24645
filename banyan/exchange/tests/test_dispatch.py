"""Article 5: the provincial office orders a resource to be supplied to a unit; the order ends by itself."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Finding
from banyan.acts.sweep import sweep
from banyan.bodies.models import Body
from banyan.exchange.acts import dispatch
from banyan.exchange.expiry import end_orders, expire_grants
from banyan.exchange.gateway.grants import read_grants
from banyan.exchange.gateway.leaf import leaf_bytes
from banyan.exchange.models import DispatchOrder, Grant
from banyan.exchange.tests.factories import make_system
from tests import province
from tests.monitor_cases.case import let

pytestmark = pytest.mark.django_db


@dataclass
class Typhoon:
    """A resource that nobody shares, and a city's unit that needs it at once."""

    office: Actor
    provider: Actor
    given: dict[str, Any]

    def order(self, **more: Any) -> DispatchOrder:
        made = perform(dispatch.order_supply, self.office, **{**self.given, **more}).on
        return DispatchOrder.objects.get(pk=made)

    def refused(self, **more: Any) -> set[str]:
        with pytest.raises(Refused) as refused:
            self.order(**more)
        assert all(str(one.instead) for one in refused.value.refusals)
        return {one.rule for one in refused.value.refusals}


@pytest.fixture
def typhoon() -> Typhoon:
    police = province.body("福建省公安厅")
    resource = province.published_resource(
        police, sharing="3", ground="personal_privacy", ground_basis="个人信息保护法第二十八条"
    )
    managing = Body.objects.get(kind="managing_department", region__code="350000")
    relief = province.body("福州市应急管理局", "350100")
    system, _key = make_system(province.officer(relief, "integrator"), "fz-yingji")
    given = {
        "resource": resource,
        "items": "姓名\n联系电话",
        "system": system,
        "ground": "超强台风群众转移安置",
        "legal_basis": "突发事件应对法第五十二条",
        "daily_volume": 5000,
        "until": clock.today() + timedelta(days=20),
    }
    return Typhoon(
        province.officer(managing, "catalogue_officer"), province.officer(police, "data_officer"), given
    )


@pytest.mark.norm("5.1-f")
def test_an_order_is_owed_by_the_provider_and_carried_out_by_a_grant_of_its_scope(typhoon: Typhoon) -> None:
    order = typhoon.order()
    duty = Duty.objects.get(parameter="dispatch_order.supply", closed_at=None)
    assert (duty.body, duty.norm) == (order.resource.body_id, "5.1-f")
    perform(dispatch.supply_ordered, typhoon.provider, order)
    grant = Grant.objects.get(order=order)
    (held,) = read_grants().values()
    assert held.items == ("姓名", "联系电话")
    assert (held.scope, held.obstacle(clock.today())) == ("3501", "no_version")
    said = json.loads(leaf_bytes(held.leaf))
    assert (said["order"], said["purpose"]) == (order.pk, order.ground)
    assert "request" not in said
    assert (grant.until, grant.request) == (order.until, None)
    assert not Duty.objects.filter(parameter="dispatch_order.supply", closed_at=None).exists()


@pytest.mark.norm("5.1-f")
def test_an_order_that_is_not_carried_out_becomes_a_finding_against_the_provider(typhoon: Typhoon) -> None:
    order = typhoon.order()
    with clock.at(clock.now() + timedelta(days=15)):
        sweep()
    finding = Finding.objects.get(noun="exchange.dispatchorder")
    assert (finding.norm, finding.body) == ("5.1-f", order.resource.body_id)


@pytest.mark.norm("5.1-f")
def test_an_order_ends_by_itself_with_its_grant(typhoon: Typhoon) -> None:
    order = typhoon.order()
    perform(dispatch.supply_ordered, typhoon.provider, order)
    assert (expire_grants(), end_orders()) == (0, 0)
    with clock.at(clock.now() + timedelta(days=21)):
        assert (expire_grants(), end_orders()) == (1, 1)
    order.refresh_from_db()
    assert (order.state, Grant.objects.get().state) == ("ended", "expired")


@pytest.mark.norm("5.1-f")
def test_an_order_is_recalled_and_reads_stop(typhoon: Typhoon) -> None:
    order = typhoon.order()
    perform(dispatch.supply_ordered, typhoon.provider, order)
    perform(dispatch.recall_order, typhoon.office, order, reason="应急响应终止")
    (held,) = read_grants().values()
    assert held.obstacle(clock.today()) == "grant_revoked"


@pytest.mark.norm("5.1-f")
def test_only_the_provincial_office_dispatches(typhoon: Typhoon) -> None:
    city = province.body("福州市数字办", "350100", "managing_department")
    typhoon.office = province.officer(city, "catalogue_officer")
    assert typhoon.refused() == {"acts.office_may"}


@pytest.mark.norm("5.1-f")
def test_an_order_has_a_lawful_scope_and_end(typhoon: Typhoon) -> None:
    resource = typhoon.given["resource"]
    late: date = clock.today() + timedelta(days=91)
    own, _key = make_system(province.officer(resource.body, "integrator"), "gat")
    assert typhoon.refused(until=late) == {"exchange.order_ends_within_its_longest_term"}
    assert typhoon.refused(items="姓名\n车牌号") == {"exchange.dispatched_items_are_of_the_resource"}
    assert typhoon.refused(system=own) == {"exchange.order_supplies_another_body"}
    let(resource, required_protection=5)
    assert typhoon.refused() == {"exchange.consumer_is_protected_enough"}
    let(resource, state="withdrawn", required_protection=1)
    assert typhoon.refused() == {"exchange.dispatched_resource_is_catalogued"}


def test_a_grant_answers_a_request_or_an_order_and_never_both_or_none(typhoon: Typhoon) -> None:
    perform(dispatch.supply_ordered, typhoon.provider, typhoon.order())
    with pytest.raises(IntegrityError), transaction.atomic():
        let(Grant.objects.get(), order=None)
