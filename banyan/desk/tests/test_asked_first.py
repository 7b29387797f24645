"""A form asks first for what the choices of another question lie in, and then offers only those."""

import re

import pytest
from django.test import Client

from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from tests import province

pytestmark = pytest.mark.django_db
FORM = "/exchange/share-requests/submit-share-request/"


def test_a_share_request_asks_for_the_resource_and_then_for_its_items_alone(client: Client) -> None:
    province.body("省数字办", kind="managing_department")
    provider = province.body("省公安厅")
    wanted = province.published_resource(provider)
    province.published_resource(provider, name="户籍家庭成员信息")
    actor = province.officer(province.body("鼓楼区民政局", "350102"), "form_designer")
    officer = Officer.objects.get(pk=actor.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    first = client.get(FORM).content.decode()
    assert re.findall(r'<form class="act[^>]* method="(\w+)"', first) == ["get"]
    assert 'name="items"' not in first
    then = client.get(FORM, {"resource": wanted.pk}).content.decode()
    assert re.findall(r'<form class="act[^>]* method="(\w+)"', then) == ["post"]
    offered = {int(one) for one in re.findall(r'name="items" value="(\d+)"', then)}
    assert offered == set(wanted.items.values_list("pk", flat=True))
