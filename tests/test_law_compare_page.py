"""The page that holds two packs beside each other, as readers see it."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

PAGE = "/law/compare"
ADOPTED = {"a": "fujian-draft", "b": "fujian-2015"}


def told(client: Client, language: str = "zh-hans", **query: str) -> str:
    answer = client.get(PAGE, query, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.django_db
def test_everybody_may_compare_and_the_law_page_leads_there(client: Client) -> None:
    assert f'href="{PAGE}?a=fujian-draft"' in client.get("/law").content.decode()
    assert 'value="fujian-2015" checked' in told(client, a="fujian-draft")


@pytest.mark.django_db
def test_difference_is_marked_on_its_own_side(client: Client) -> None:
    page = told(client, **ADOPTED, show="words")
    assert "<mark>汇聚共享和</mark>" in page
    assert "部分见到" in page
    assert "fujian-2015@" in page


@pytest.mark.django_db
def test_what_is_missing_on_either_side_is_said(client: Client) -> None:
    page = told(client, **ADOPTED, show="only_there")
    assert page.count("此规则包没有") == 8
    assert "加强信息化培训" in page
    assert "Governments strengthen training" in told(client, "en", **ADOPTED, show="only_there")
    assert told(client, **ADOPTED, show="only_here").count("此规则包没有") == 1


@pytest.mark.django_db
def test_doubt_has_a_word_and_an_icon_in_both_languages(client: Client) -> None:
    asked = {"a": "fujian-draft", "b": "state-2025-sharing", "show": "clocks"}
    for language, word in (("zh-hans", "凭记忆，待核对"), ("en", "recalled, to be confirmed")):
        page = told(client, language, **asked)
        assert re.search(rf'<use href="#i-alert"/></svg><span>{word}</span>', page)
    assert "10 working days" in told(client, "en", **asked)


@pytest.mark.django_db
def test_the_day_of_the_clocks_is_part_of_the_address(client: Client) -> None:
    asked = {"a": "fujian-draft", "b": "state-2025-sharing", "show": "clocks"}
    assert "16.1-b" in told(client, **asked, on="2025-08-01")
    assert "16.1-b" not in told(client, **asked, on="2025-07-31")


@pytest.mark.django_db
def test_pages_turn_and_keep_the_choice(client: Client) -> None:
    first = told(client, **ADOPTED, show="all")
    (after,) = re.findall(r'rel="next" href="([^"]+)"', first)
    assert "b=fujian-2015" in after
    assert "page=2" in after
    last = told(client, **ADOPTED, show="all", page="999")
    assert 'rel="next"' not in last
    assert "42.2-b" in last


@pytest.mark.django_db
@pytest.mark.parametrize("query", [{"a": "atlantis"}, {"b": "/etc"}, {"on": "soon"}])
def test_an_address_that_cannot_be_read_is_said(client: Client, query: dict[str, str]) -> None:
    assert client.get(PAGE, query).status_code == 422


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_the_page_is_sound_on_a_phone_and_on_a_desk(
    live_server: "object", page: Page, axe: Callable[[Page], list[str]], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server}{PAGE}?a=fujian-draft&b=fujian-2015&show=words")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []
    row = page.locator(".results tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == ("flex" if width < 720 else "table-row")
    page.goto(f"{live_server}/law")
    assert axe(page) == []


@pytest.mark.browser
def test_two_packs_are_chosen_without_scripts(live_server: "object", browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{live_server}{PAGE}")
    page.get_by_role("group", name="Pack B").get_by_label("state-2025-sharing").check()
    page.get_by_role("button", name="Compare").click()
    expect(page).to_have_url(re.compile("b=state-2025-sharing"))
    expect(page.get_by_role("columnheader", name="Clocks in B")).to_be_visible()
    context.close()
