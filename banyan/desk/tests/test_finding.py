"""The search field of every page: whatever is typed or altered in the address gets an answer."""

import re
from typing import Any

import pytest
from django.test import Client

from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.catalogue.indexing import index_all
from tests import province

pytestmark = pytest.mark.django_db


def _sign_in(client: Client) -> None:
    who: Any = province.officer(province.body("民政局", "350102"), "form_designer")
    officer = Officer.objects.get(pk=who.officer)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ("q=²", 200, "Nothing matches these words."),
        (f"q={10**30}", 200, "Nothing matches these words."),
        (f"q={'户' * 1000}", 422, "Search for at most"),
        ("q=户籍&after=page-2", 422, "This continuation is not one of this search"),
        ("q=", 200, "Type at least one character to search for."),
        ("", 200, "Type at least one character to search for."),
        ("q=户籍&kind=zz", 422, "“zz” is no value of this filter."),
    ],
)
def test_words_that_nothing_can_match_are_told(client: Client, asked: str, status: int, says: str) -> None:
    _sign_in(client)
    answer = client.get(f"/find?{asked}", HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == status
    assert says in answer.content.decode()


@pytest.mark.parametrize(("asked", "found"), [("/law/", "/law"), ("/law/compare/?a=x", "/law/compare?a=x")])
def test_a_stroke_too_many_leads_to_the_page(client: Client, asked: str, found: str) -> None:
    assert client.get(asked)["Location"] == found
    assert client.get("/nothing-here/").status_code == 404


def test_what_is_found_can_be_narrowed_to_one_kind(client: Client) -> None:
    _sign_in(client)
    province.published_resource(province.body("福建省公安厅"), name="公安人口信息")
    index_all()
    both = client.get("/find?q=公安").content.decode()
    assert "/catalogue/resources/" in both
    assert 'href="/bodies/bodies/' in both
    bodies = client.get("/find?q=公安&kind=body").content.decode()
    assert re.search(r'<main.*href="/bodies/bodies/\d+/"', bodies, re.DOTALL)
    assert not re.search(r'href="/catalogue/resources/\d+/"', bodies)
    assert 'class="chip" href="?q=%E5%85%AC%E5%AE%89"' in bodies
