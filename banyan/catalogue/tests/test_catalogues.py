"""The catalogues by acts: what may be collected, whose the resources are, which services are on offer."""

from typing import Any

import pytest
from django.utils import translation

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.models import Duty
from banyan.bodies.models import Body
from banyan.catalogue.acts import collection, editions, forms, offers, resources
from banyan.catalogue.models import CollectionItem, Edition, ServiceEntry
from banyan.catalogue.queries.differences import changes
from tests import province

pytestmark = pytest.mark.django_db


def asked(unit: Body, field: str) -> set[str]:
    """The rules that refuse a form of the unit that asks this field."""
    designer = province.officer(unit, "form_designer")
    made = perform(
        forms.draft_form,
        designer,
        name="高龄津贴申请表",
        matter="高龄津贴",
        subject="natural_person",
        frequency="on_application",
        basis="老年人权益保障法第三十三条",
        fields=field,
    ).on
    try:
        perform(forms.register_form, designer, made)
    except Refused as refused:
        return {one.rule for one in refused.refusals}
    return set()


@pytest.mark.norm("16.1-a", "16.1-b")
def test_a_fact_may_be_asked_once_unit_and_managing_department_have_both_put_it_into_the_catalogue() -> None:
    unit = province.body("鼓楼区民政局", "350102")
    managing = province.body("鼓楼区数据局", "350102", "managing_department")
    designer = province.officer(unit, "form_designer")
    reviewer = province.officer(managing, "catalogue_officer")
    item = perform(
        collection.propose_item,
        designer,
        matter="高龄津贴",
        name="银行账号",
        subject="natural_person",
        frequency="on_application",
        basis="老年人权益保障法第三十三条",
    ).on
    outside = {"catalogue.every_field_is_catalogued"}
    assert asked(unit, "银行账号") == outside
    with pytest.raises(Refused):
        perform(collection.review_item, designer, [item])
    perform(collection.review_item, reviewer, [item])
    assert asked(unit, "银行账号") == outside
    with pytest.raises(Refused):
        perform(collection.confirm_item, reviewer, [item])
    perform(collection.confirm_item, designer, [item])
    assert CollectionItem.objects.get().state == "effective"
    assert asked(unit, "银行账号") == set()


@pytest.mark.norm("8.1-a")
@pytest.mark.parametrize(("region", "level"), [("350000", "province"), ("350102", "county")])
def test_every_resource_belongs_to_the_state_and_its_governments_department_manages_it(
    region: str, level: str
) -> None:
    unit = province.body("公安部门", region)
    resource = province.published_resource(unit)
    assert resource.owner == "国家"
    assert resource.managing is not None
    assert (resource.managing.kind, resource.managing.level) == ("managing_department", level)
    with pytest.raises(Invalid) as invalid:
        province.published_resource(Body.objects.get(pk=unit.pk), name="另一资源", owner="某公司")
    assert "owner" in invalid.value.fields


@pytest.mark.norm("22.2-a")
def test_services_stand_in_the_catalogue_from_their_edition_on() -> None:
    managing = province.body("电子政务管理部门", kind="managing_department")
    officer = province.officer(managing, "catalogue_officer")
    row = {"body": managing.code, "code": "F01", "name": "电子政务外网接入", "kind": "network"}
    perform(offers.load_services, SYSTEM, number=1, rows={"services": [row]})
    assert ServiceEntry.objects.get().state == "accepted"
    edition = perform(editions.begin_edition, officer, kind=Edition.Kind.SERVICES).on
    perform(editions.review_edition, officer, edition)
    perform(editions.publish_edition, officer, edition)
    assert ServiceEntry.objects.get().state == "published"
    assert Edition.objects.get().lines.count() == 1


@pytest.mark.norm("22.2-b")
def test_an_edition_in_review_tells_what_it_would_change_and_keeps_telling_it_once_published() -> None:
    managing = province.body("电子政务管理部门", kind="managing_department")
    officer = province.officer(managing, "catalogue_officer")
    unit = province.body("福建省公安厅")
    kept = province.published_resource(unit, name="人口基础信息")
    gone = province.published_resource(unit, name="居住证信息")
    data = province.officer(unit, "data_officer")
    perform(resources.change_sharing, data, kept, sharing="1")
    perform(resources.withdraw_resource, officer, gone, reason="并入人口基础信息")
    edition = perform(editions.begin_edition, officer, kind=Edition.Kind.RESOURCES).on
    perform(editions.review_edition, officer, edition)
    with translation.override("en"):
        in_review = changes(Edition.objects.get(pk=edition), officer)
        perform(editions.publish_edition, officer, edition)
        assert in_review == changes(Edition.objects.get(pk=edition), officer)
    assert [(one.title, one.how) for one in in_review or []] == [
        (
            "人口基础信息",
            "changed: sharing type shared on conditions → shared unconditionally; sharing condition",
        ),
        ("居住证信息", "left out"),
    ]
    assert changes(Edition.objects.get(number=1), officer) is None


def test_the_review_of_a_resource_is_owed_by_its_own_clock() -> None:
    unit = province.body("福建省公安厅")
    province.body("电子政务管理部门", kind="managing_department")
    data = province.officer(unit, "data_officer")
    given: dict[str, Any] = {**province.RESOURCE, "code": "1/01/001/900"}
    made = perform(resources.describe_resource, data, **given).on
    perform(resources.submit_resource, data, made)
    assert Duty.objects.get(noun="catalogue.resource", object_id=made).parameter == "resource.review"
