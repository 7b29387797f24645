"""What sharing spares people is recorded act by act and counted from there (articles 1 and 25.2)."""

from typing import Any

import pytest

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.figure import Told
from banyan.acts.figures import told_of
from banyan.acts.register import related_of
from banyan.acts.registry import registers
from banyan.acts.sweep import sweep
from banyan.bodies.models import Body
from banyan.exchange.acts import effects, sharing
from banyan.exchange.models import Grant, ServiceItem, ServiceMaterial
from banyan.exchange.monitors import material_is_spared_without_share
from tests import province
from tests.monitor_cases.case import a

pytestmark = pytest.mark.django_db
MATERIALS = "身份证复印件\n\n户口簿复印件\n银行卡复印件"


class Window:
    """A bureau with a service item, and a grant in force to it."""

    def __init__(self) -> None:
        self.unit: Body = province.body("鼓楼区民政局", "350102")
        self.officer = province.officer(self.unit, "data_officer")
        self.grant: Grant = a("exchange.grant", consumer=self.unit, state="active")
        self.item = self.registered()

    def registered(self, **more: Any) -> ServiceItem:
        given: dict[str, Any] = {
            "code": "350102-MZ-001",
            "name": "高龄津贴申领",
            "subject": "natural_person",
            "statutory_days": 20,
            "promised_days": 15,
            "visits": 2,
            "materials": MATERIALS,
            **more,
        }
        made = perform(effects.register_service_item, self.officer, **given).on
        return ServiceItem.objects.get(pk=made)

    def material(self, name: str) -> ServiceMaterial:
        return self.item.materials.get(name=name)

    def told(self, figure: str) -> Told:
        return told_of({"body": str(self.unit.pk)})[figure]


def refused_by(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.rule for one in refused.value.refusals}


@pytest.mark.norm("25.2-b", "1.1-d")
def test_a_material_that_a_share_supplies_is_asked_no_more_and_counted() -> None:
    it = Window()
    assert {one.name for one in it.item.materials.all()} == {"身份证复印件", "户口簿复印件", "银行卡复印件"}
    assert it.told("materials") == Told(0, 3)
    perform(effects.spare_material, it.officer, it.material("户口簿复印件").pk, grant=it.grant.pk)
    spared = it.material("户口簿复印件")
    assert (spared.state, spared.grant) == ("spared", it.grant)
    assert it.told("materials") == Told(1, 3)
    perform(effects.ask_material_again, it.officer, spared.pk, reason="共享数据不全")
    assert it.material("户口簿复印件").grant is None
    assert it.told("materials") == Told(0, 3)


@pytest.mark.norm("25.2-b")
@pytest.mark.parametrize("how", ["ended", "of another body"])
def test_nothing_is_spared_without_a_share_in_force_to_the_body(how: str) -> None:
    it = Window()
    consumer = it.unit if how == "ended" else province.body("台江区民政局", "350103")
    other = a("exchange.grant", consumer=consumer, state="revoked" if how == "ended" else "active")
    material = it.material("身份证复印件")
    given: list[tuple[Any, int, dict[str, Any]]] = [
        (effects.spare_material, material.pk, {}),
        (effects.shorten_promise, it.item.pk, {"days": 5, "visits": 1}),
    ]
    for act, on, more in given:
        if how == "ended":
            with pytest.raises(Refused) as refused:
                perform(act, it.officer, on, grant=other, **more)
            assert refused_by(refused) == {"exchange.saving_rests_on_a_share_in_force"}
        else:
            with pytest.raises(Invalid, match="no record"):
                perform(act, it.officer, on, grant=other, **more)
    assert it.told("materials").part == it.told("days").part == 0


@pytest.mark.norm("1.1-d", "25.2-b")
def test_days_and_visits_add_up_over_promises_and_go_back_when_they_are_taken_back() -> None:
    it = Window()
    other = it.registered(code="350102-MZ-002", name="临时救助")
    for item, days, visits in ((it.item, 10, 1), (it.item, 8, 1), (other, 12, 2)):
        perform(effects.shorten_promise, it.officer, item.pk, days=days, visits=visits, grant=it.grant.pk)
    it.item.refresh_from_db()
    assert (it.item.promised_days, it.item.days_saved, it.item.visits, it.item.visits_saved) == (8, 7, 1, 1)
    assert (it.told("days"), it.told("visits")) == (Told(10), Told(1))
    with pytest.raises(Refused) as refused:
        perform(effects.shorten_promise, it.officer, it.item.pk, days=8, visits=1, grant=it.grant.pk)
    assert refused_by(refused) == {"exchange.something_is_saved"}
    with pytest.raises(Refused) as refused:
        perform(effects.lengthen_promise, it.officer, it.item.pk, days=16, visits=1, reason="人手不足")
    assert refused_by(refused) == {"exchange.promise_returns_no_further_than_it_began"}
    perform(effects.lengthen_promise, it.officer, it.item.pk, days=15, visits=2, reason="共享已终止")
    assert (it.told("days"), it.told("visits")) == (Told(3), Told(0))
    perform(effects.withdraw_service_item, it.officer, other.pk, reason="事项取消")
    assert it.told("days") == Told(0)


def test_a_promise_keeps_the_time_of_the_law_and_a_code_is_used_once() -> None:
    it = Window()
    with pytest.raises(Refused) as refused:
        it.registered(statutory_days=10)
    assert refused_by(refused) == {
        "exchange.promise_keeps_the_time_of_the_law",
        "exchange.service_code_is_new",
    }


@pytest.mark.norm("25.2-b")
def test_a_share_that_ends_leaves_a_finding_until_the_paper_is_asked_again() -> None:
    it = Window()
    provider: Actor = province.officer(it.grant.provider, "head")
    material = it.material("身份证复印件")
    perform(effects.spare_material, it.officer, material.pk, grant=it.grant.pk)
    beside = [one.rows(it.grant, it.officer) for one in related_of(registers["exchange.grant"])]
    assert [material] in [list(rows) for rows in beside if rows is not None]
    (before,) = sweep([material_is_spared_without_share])
    perform(sharing.revoke_grant, provider, it.grant.pk, reason="用途变更")
    (after,) = sweep([material_is_spared_without_share])
    assert (before.lapses, after.opened) == (0, 1)
    perform(effects.ask_material_again, it.officer, material.pk, reason="共享已终止")
    (last,) = sweep([material_is_spared_without_share])
    assert last.closed == 1
