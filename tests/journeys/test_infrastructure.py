"""The journeys through infrastructure: where everything stands, and a row of an inventory put right."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
Enter = Callable[[str], Visitor]


def test_a_planning_officer_sees_where_everything_stands_and_opens_what_is_to_be_integrated(
    sign_in: Enter,
) -> None:
    visitor = sign_in("gaoyanggui")
    page = visitor.page
    visitor.open("/picture/")
    expect(page.locator("figure.topology figcaption")).to_contain_text("全部")
    visitor.look(everywhere=True)
    visitor.picture("picture", height=1000)
    page.get_by_role("link", name="泉州市 4项，3项待处理").click()
    details = page.locator("#r350500 details")
    expect(details).to_have_attribute("open", "")
    details.get_by_role("link", name="1项，1项待处理").first.click()
    expect(page.locator("#results")).to_contain_text("泉州公安机房")
    page.locator("#results").get_by_role("link", name="泉州公安机房").click()
    expect(page.locator(".head .state")).to_contain_text("待整合")
    visitor.look()
