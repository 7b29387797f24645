"""Rules of use and service standards are made by province and cities and read by everyone (article 33)."""

from datetime import timedelta

import pytest
from django.test import Client

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.operations.acts import levels
from banyan.operations.models import ServiceRule
from banyan.operations.tests.scene import DAY, Scene
from tests import province

pytestmark = pytest.mark.django_db


def draft(actor: Actor, title: str = "电子政务资源使用管理办法", **more: object) -> ServiceRule:
    made = perform(
        levels.draft_service_rule,
        actor,
        kind="use",
        title=title,
        text="第一条 为规范使用，制定本办法。\n第二条 共享资源限于履行职责。",
        replaces=more.get("replaces"),
    ).on
    return ServiceRule.objects.get(pk=made)


@pytest.mark.norm("33.1-a", "33.1-b")
def test_a_published_rule_is_read_by_everyone_and_replaces_the_former(client: Client) -> None:
    scene = Scene()
    first = draft(scene.office)
    assert client.get(f"/operations/service-rules/{first.pk}/").status_code == 404
    perform(levels.publish_service_rule, scene.office, first, number="闽数〔2026〕1号", in_force_from=DAY)
    page = client.get(f"/operations/service-rules/{first.pk}/").content.decode()
    assert "共享资源限于履行职责。" in page
    second = draft(scene.office, "电子政务资源使用管理办法（修订）", replaces=first.pk)
    later = DAY + timedelta(days=30)
    perform(levels.publish_service_rule, scene.office, second, number="闽数〔2026〕9号", in_force_from=later)
    first.refresh_from_db()
    assert (first.state, first.in_force_until) == ("replaced", later)
    perform(levels.repeal_service_rule, scene.office, second.pk, reason="并入新办法")


@pytest.mark.norm("33.1-a")
def test_a_rule_binds_from_its_publication_on_and_counties_make_none() -> None:
    scene = Scene()
    made = draft(scene.office)
    with pytest.raises(Refused) as refused:
        perform(
            levels.publish_service_rule,
            scene.office,
            made,
            number="1",
            in_force_from=DAY - timedelta(days=1),
        )
    assert [one.rule for one in refused.value.refusals] == ["operations.rule_binds_from_its_publication_on"]
    county = province.body("鼓楼区大数据局", region="350102", kind="managing_department")
    with pytest.raises(Refused) as refused:
        draft(province.officer(county, "head"))
    assert [one.rule for one in refused.value.refusals] == ["acts.office_may"]
