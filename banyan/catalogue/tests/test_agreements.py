"""An agreement by which others build or run: what arises under it is the State's, and is handed back at its end."""

from datetime import date, timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.bodies.acts import appoint_officer, conclude_agreement, declare_no_resources, end_agreement
from banyan.bodies.models import Agreement, Body, Officer
from banyan.bodies.queries import actor_of
from banyan.catalogue.acts.resources import describe_resource, name_agreement
from banyan.catalogue.models import Resource
from tests import province

pytestmark = pytest.mark.django_db
CLAUSE = "所产生的信息资源归国家所有，由同级电子政务管理部门综合管理，期满返还全部数据。"


def concluded(unit: Body, mode: str = "partnership") -> Agreement:
    supplier = province.body("数字福建云公司", kind="technical_service_unit")
    made = perform(
        conclude_agreement,
        province.officer(unit, "head"),
        title="社会保障卡平台合作协议",
        mode=mode,
        supplier=supplier.pk,
        ownership_clause=CLAUSE,
        since=date(2026, 1, 1),
        until=date(2036, 1, 1),
    ).on
    return Agreement.objects.get(pk=made)


def described(unit: Body, **more: Any) -> Resource:
    given: dict[str, Any] = {
        "code": f"3/{Resource.objects.count()}",
        "name": "社会保障卡持卡信息",
        "resource_class": "3",
        "abstract": "平台运行中形成的持卡信息。",
        "media": "数据库",
        "sharing": "1",
        "opening": "closed",
        "cycle": "daily",
        "classification": "internal",
        "items": province.ITEMS,
    }
    made = perform(describe_resource, province.officer(unit, "data_officer"), **{**given, **more}).on
    return Resource.objects.get(pk=made)


@pytest.mark.norm("8.1-b")
@pytest.mark.parametrize("mode", ["franchise", "purchase", "partnership"])
def test_what_arises_under_an_agreement_is_the_states_and_is_managed_by_the_department(mode: str) -> None:
    unit = province.body("福建省人力资源和社会保障厅")
    managing = province.body("福建省数字办", kind="managing_department")
    agreement = concluded(unit, mode)
    resource = described(unit, agreement=agreement.pk)
    assert resource.agreement == agreement
    assert resource.owner == "国家"
    assert resource.managing == managing


@pytest.mark.norm("8.1-b")
def test_a_resource_cannot_be_booked_on_an_agreement_of_another_body() -> None:
    unit, other = province.body("福建省人力资源和社会保障厅"), province.body("福建省民政厅")
    agreement, resource = concluded(unit), described(other)
    of_both = province.officer(other, "data_officer", name="王示例")
    person = Officer.objects.get(pk=of_both.officer or 0)
    given: dict[str, Any] = {"name": person.name, "user_name": person.user_name, "kind": "auditor"}
    perform(appoint_officer, SYSTEM, unit, since=date(2020, 1, 1), **given)
    with pytest.raises(Refused) as refused:
        perform(name_agreement, actor_of(person), resource, agreement=agreement)
    assert [one.rule for one in refused.value.refusals] == ["catalogue.agreement_is_of_its_body"]
    with pytest.raises(Invalid, match="no record"):
        perform(name_agreement, province.officer(other, "data_officer"), resource, agreement=agreement)
    with pytest.raises(Invalid, match="no record"):
        described(other, name="另一资源", agreement=agreement.pk)


@pytest.mark.norm("8.1-b")
def test_a_body_says_why_nothing_arises_under_an_agreement() -> None:
    unit = province.body("福建省人力资源和社会保障厅")
    agreement = concluded(unit)
    perform(declare_no_resources, province.officer(unit, "head"), agreement, reason="只维护机房空调。")
    agreement.refresh_from_db()
    assert agreement.without_resources == "只维护机房空调。"


@pytest.mark.norm("8.1-d")
def test_an_agreement_ends_with_the_return_of_the_data() -> None:
    unit = province.body("福建省人力资源和社会保障厅")
    agreement, head = concluded(unit), province.officer(unit, "head")
    with pytest.raises(Invalid) as invalid:
        perform(end_agreement, head, agreement, reason="合作方退出")
    assert set(invalid.value.fields) == {"handed_back"}
    perform(end_agreement, head, agreement, reason="合作方退出", handed_back="移交单第3号，副本已销毁。")
    agreement.refresh_from_db()
    assert (agreement.state, agreement.until) == ("ended", clock.today())
    with pytest.raises(Refused):
        perform(declare_no_resources, head, agreement, reason="已经终止")


@pytest.mark.norm("8.1-d")
def test_the_end_of_an_agreement_that_has_run_out_moves_no_day() -> None:
    unit = province.body("福建省人力资源和社会保障厅")
    agreement = concluded(unit)
    with clock.at(clock.now() + timedelta(days=20 * 365)):
        given: dict[str, Any] = {"reason": "期满", "handed_back": "移交单第4号。"}
        perform(end_agreement, province.officer(unit, "head"), agreement, **given)
    agreement.refresh_from_db()
    assert agreement.until == date(2036, 1, 1)
