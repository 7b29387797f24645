"""Choosing among two thousand bodies: with and without scripts, by keyboard, at the desk and on the phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
DRILL = "/operations/drills/plan-drill/"


def test_bodies_are_called_to_a_drill_by_name_and_by_initials(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("heshicha")
    page = visitor.page
    visitor.open(DRILL)
    visitor.look(everywhere=True)
    page.get_by_label("名称", exact=True).fill("政务外网应急演练")
    page.get_by_label("演练情景").fill("核心交换机故障")
    page.get_by_label("计划日期").fill("2027-03-01")
    words = page.get_by_role("searchbox", name="参演单位")
    words.fill("gulouqu 民政")
    expect(page.get_by_role("status")).to_contain_text("没有")
    words.fill("鼓楼区 民政")
    page.get_by_label("鼓楼区民政局").check()
    words.fill("tjqmzj")
    page.get_by_label("台江区民政局").check()
    expect(page.get_by_label("鼓楼区民政局")).to_be_checked()
    visitor.look_now()
    page.locator("form.act .send button").click()
    expect(page.locator("main")).to_contain_text("政务外网应急演练")
    expect(page.locator("main")).to_contain_text("鼓楼区民政局")
    expect(page.locator("main")).to_contain_text("台江区民政局")


def test_without_scripts_the_form_comes_back_with_what_was_found(
    sign_in: Callable[[str], Visitor],
) -> None:
    visitor = sign_in("heshicha")
    browser = visitor.page.context.browser
    assert browser
    plain = browser.new_context(
        java_script_enabled=False, storage_state=visitor.page.context.storage_state(), locale="zh-CN"
    ).new_page()
    plain.goto(visitor.demo.desk + DRILL)
    plain.get_by_label("名称", exact=True).fill("机房断电演练")
    plain.get_by_label("演练情景").fill("双路市电中断")
    words = plain.get_by_role("searchbox", name="参演单位")
    words.fill("台江区民政")
    plain.get_by_role("button", name="搜索 参演单位").click()
    plain.get_by_label("台江区民政局").check()
    words.fill("鼓楼区民政")
    plain.get_by_role("button", name="搜索 参演单位").click()
    expect(plain.get_by_label("台江区民政局")).to_be_checked()
    expect(plain.get_by_label("鼓楼区民政局")).to_be_visible()
    expect(plain.get_by_label("名称", exact=True)).to_have_value("机房断电演练")
    expect(plain.get_by_label("演练情景")).to_have_value("双路市电中断")
    plain.context.close()


def test_a_body_is_chosen_for_an_order_and_for_a_filter_on_the_phone(
    sign_in: Callable[[str], Visitor],
) -> None:
    visitor = sign_in("heshicha")
    page = visitor.page
    visitor.open("/supervision/orders/order-correction/")
    body = page.get_by_role("combobox", name="单位")
    body.fill("fzsmzj")
    expect(page.get_by_role("option")).to_have_count(1)
    visitor.look_now()
    body.press("ArrowDown")
    body.press("Enter")
    expect(body).to_have_value("福州市民政局")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    visitor.open("/catalogue/resources/")
    page.locator("summary", has_text="筛选").click()
    body = page.get_by_role("combobox", name="单位")
    body.fill("省公安厅")
    page.get_by_role("option", name="省公安厅").first.click()
    assert visitor.axe(page) == []
    page.locator("form.drop .send button").first.click()
    expect(page.get_by_role("list", name="正在使用的筛选").or_(page.locator(".chips"))).to_contain_text(
        "省公安厅"
    )


def test_on_the_phone_a_register_begins_with_twenty_short_cards(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("heshicha")
    page = visitor.page
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    visitor.open("/catalogue/resources/")
    cards = page.locator("table.rows tbody tr:visible")
    expect(cards).to_have_count(20)
    assert page.evaluate("document.documentElement.scrollHeight") < 5_000
    hidden = cards.first.locator("td.more").first
    expect(hidden).to_be_hidden()
    cards.first.get_by_text("更多").click()
    expect(hidden).to_be_visible()
    assert visitor.axe(page) == []
    page.get_by_text("本页另有30条").click()
    expect(cards).to_have_count(50)
