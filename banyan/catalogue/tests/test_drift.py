"""Forms that left the catalogue: the sweep finds what the gate of each form would say, without asking form by form."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.models import Finding
from banyan.acts.sweep import sweep
from banyan.bodies.models import Body
from banyan.catalogue.acts import collection, forms
from banyan.catalogue.models import CollectionForm, CollectionItem
from banyan.catalogue.queries.drift import drifted_forms
from banyan.catalogue.queries.gate import gate
from tests import province

pytestmark = pytest.mark.django_db
DRIFT = registry.monitors["catalogue.form_has_drifted"]


def registered(designer: Actor, fields: str, name: str = "高龄津贴申请表") -> CollectionForm:
    given: dict[str, Any] = {
        "matter": "高龄津贴",
        "subject": "natural_person",
        "frequency": "on_application",
        "basis": "法",
    }
    form = perform(forms.draft_form, designer, name=name, fields=fields, **given).on
    perform(forms.register_form, designer, form)
    return CollectionForm.objects.get(pk=form)


def withdraw(unit: Body, item: CollectionItem) -> None:
    officer = province.officer(unit, "form_designer", "head", "data_officer")
    perform(collection.withdraw_item, officer, item.pk, reason="职能调整")


def unit_with_items() -> tuple[Body, Actor, list[CollectionItem]]:
    province.body("鼓楼区数字办", "350102", "managing_department")
    unit = province.body("鼓楼区民政局", "350102")
    items = [province.effective_item(unit, name) for name in ("开户银行", "银行账号")]
    return unit, province.officer(unit, "form_designer"), items


@pytest.mark.norm("16.2-b")
def test_a_form_drifts_when_its_item_goes_and_comes_back_with_it() -> None:
    unit, designer, items = unit_with_items()
    form = registered(designer, "开户银行\n银行账号")
    assert not sweep([DRIFT])[0].opened
    withdraw(unit, items[0])
    assert sweep([DRIFT])[0].opened == 1
    found = Finding.objects.get(monitor=DRIFT.name)
    assert (found.object_id, found.facts) == (form.pk, {"fields": ["开户银行"]})
    assert sweep([DRIFT])[0].opened == 0
    province.effective_item(unit, "开户银行")
    assert sweep([DRIFT])[0].closed == 1


@pytest.mark.norm("16.2-b")
def test_it_says_what_the_gate_of_each_form_says() -> None:
    unit, designer, items = unit_with_items()
    here = [
        registered(designer, text, f"表{n}")
        for n, text in enumerate(("开户银行", "银行账号", "开户银行\n银行账号"))
    ]
    withdraw(unit, items[1])
    province.published_resource(
        province.body("省人社厅"), name="社会保障卡信息", items="银行账号\tC\t30\tkey"
    )
    said = {form.pk: names for form, names in drifted_forms()}
    wanted = {form.pk: [row.name for row in gate(form) if row.verdict == "outside"] for form in here}
    assert said == {pk: names for pk, names in wanted.items() if names}
    assert said == {}


@pytest.mark.norm("16.2-b")
def test_what_none_permits_and_nobody_holds_is_outside() -> None:
    unit, designer, items = unit_with_items()
    here = [
        registered(designer, text, f"表{n}")
        for n, text in enumerate(("开户银行", "银行账号", "开户银行\n银行账号"))
    ]
    withdraw(unit, items[1])
    said = {form.pk: names for form, names in drifted_forms()}
    assert said == {here[1].pk: ["银行账号"], here[2].pk: ["银行账号"]}
    assert said == {
        form.pk: names
        for form in here
        if (names := [row.name for row in gate(form) if row.verdict == "outside"])
    }


def test_more_forms_of_a_kind_cost_no_more_queries() -> None:
    _unit, designer, _items = unit_with_items()
    registered(designer, "开户银行")
    list(drifted_forms())
    with CaptureQueriesContext(connection) as few:
        assert list(drifted_forms()) == []
    for _ in range(3):
        registered(designer, "开户银行")
    with CaptureQueriesContext(connection) as more:
        assert list(drifted_forms()) == []
    assert len(more) == len(few)
