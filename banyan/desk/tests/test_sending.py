"""Sending the form of an act: where it leads, and what happens when it is sent again."""

import re
from typing import Any

import pytest
from django.test import Client

from banyan.acts.models import Entry
from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.desk.words import asking
from tests import province

pytestmark = pytest.mark.django_db
FORM = "/catalogue/collection-forms/draft-form/"
GIVEN = {
    "name": "高龄津贴申请表",
    "matter": "高龄津贴",
    "subject": "natural_person",
    "frequency": "once",
    "basis": "法",
}


@pytest.fixture
def designer(client: Client) -> Client:
    who: Any = province.officer(province.body("民政局", "350102"), "form_designer")
    officer = Officer.objects.get(pk=who.officer)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    return client


def key_in(page: str) -> str:
    found = re.search(r'name="act-key" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("back", "led"),
    [
        (
            "/catalogue/collection-forms/?state=draft&q=a%26b",
            "/catalogue/collection-forms/?state=draft&q=a%26b&done=",
        ),
        ("/catalogue/collection-forms/?done=1", "/catalogue/collection-forms/?done="),
    ],
)
def test_one_goes_back_to_where_the_act_was_asked_from(designer: Client, back: str, led: str) -> None:
    answer = designer.post(FORM, {**GIVEN, "back": back})
    assert answer["Location"] == f"{led}{Entry.objects.latest('pk').pk}"


@pytest.mark.parametrize(
    "back",
    ["/\\evil.example", "//evil.example", "/\t/evil.example", "https://evil.example/", "///evil.example"],
)
def test_nobody_is_led_to_another_site(designer: Client, back: str) -> None:
    answer = designer.post(FORM, {**GIVEN, "back": back})
    entry = Entry.objects.latest("pk")
    assert answer["Location"] == f"/catalogue/collection-forms/{entry.object_id}/?done={entry.pk}"
    form = designer.get("/sign-in", {"next": back}).content.decode()
    assert 'name="next" value="/"' in form


def test_a_form_sent_again_with_other_answers_is_asked_again_under_a_new_key(designer: Client) -> None:
    key = key_in(designer.get(FORM).content.decode())
    assert designer.post(FORM, {**GIVEN, "act-key": key}).status_code == 302
    again = designer.post(FORM, {**GIVEN, "name": "另一张表", "act-key": key}, HTTP_ACCEPT_LANGUAGE="en")
    page = again.content.decode()
    assert again.status_code == 422
    assert "This form was sent before with other answers" in page
    assert 'value="另一张表"' in page
    fresh = key_in(page)
    assert fresh != key
    assert designer.post(FORM, {**GIVEN, "name": "另一张表", "act-key": fresh}).status_code == 302
    assert Entry.objects.filter(act="catalogue.draft_form", outcome="done").count() == 2


@pytest.mark.parametrize("key", ["k" * 101, "k\0"])
def test_a_key_that_the_ledger_cannot_keep_is_refused(designer: Client, key: str) -> None:
    answer = designer.post(FORM, {**GIVEN, "act-key": key}, HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == 422
    assert "An idempotency key has at most 100 characters." in answer.content.decode()


def test_what_a_form_begins_with_stands_whole_in_its_address() -> None:
    assert asking("/x/?q=1", {"purpose": "a&b=c d#x"}) == "/x/?q=1&purpose=a%26b%3Dc+d%23x"
    assert asking("/x/", {}) == "/x/"
