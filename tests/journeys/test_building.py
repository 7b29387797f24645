"""The journeys of building: a project before its gate, money under a hold, look-alike software, an order to correct."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
Enter = Callable[[str], Visitor]
PROJECT, HELD = "养老机构智能感知设备整合", "小流域水雨情感知整合"


@pytest.mark.norm("36.2-b", "6.1-c")
def test_a_project_is_led_through_its_gate_and_approved(sign_in: Enter) -> None:
    visitor = sign_in("lailiqi")
    page = visitor.page
    visitor.open("/planning/projects/")
    page.locator("#results").get_by_role("link", name=PROJECT).click()
    visitor.look()
    page.get_by_role("link", name="查看关口：批准项目").click()
    expect(page.locator(".tally-count")).to_have_text("8 / 10")
    visitor.look(everywhere=True)
    visitor.picture("project-gate", height=900)
    page.get_by_role("link", name="补充项目材料").first.click()
    page.get_by_label("GB/T 21063.3-2007").check()
    page.locator("[name=protection]").fill("3")
    visitor.look_now()
    page.get_by_role("button", name="补充项目材料").click()
    page.get_by_role("link", name="查看关口：批准项目").click()
    expect(page.locator(".tally-count")).to_have_text("10 / 10")

    sign_in("tangyangshen")
    gates = page.get_by_role("region", name="待过关口")
    expect(gates).to_contain_text(PROJECT)
    visitor.look(everywhere=True)
    visitor.picture("approval-home", height=620)
    gates.get_by_role("link", name="批准项目").first.click()
    expect(page.locator(".tally-count")).to_have_text("10 / 10")
    page.get_by_label("批准文号").fill("闽发改高技〔2026〕88号")
    page.get_by_role("button", name="批准项目").click()
    expect(page.locator(".head .state")).to_contain_text("已批准")
    visitor.look()
    visitor.picture("project-approved", height=760)


@pytest.mark.norm("24.1-b")
def test_a_planning_officer_decides_on_look_alike_software(sign_in: Enter) -> None:
    visitor = sign_in("gaoyanggui")
    page = visitor.page
    visitor.look(everywhere=True)
    visitor.picture("planning-home", height=760)
    page.get_by_role("region", name="待过关口").get_by_role("link", name="编入工作要点").first.click()
    expect(page.locator(".conditions")).to_contain_text("功能相似")
    visitor.look(everywhere=True)
    page.get_by_role("navigation", name="当前位置").get_by_role("link").last.click()
    expect(page.get_by_role("table", name="其他软件已有的功能")).to_contain_text("业务对象相同")
    visitor.look(everywhere=True)
    visitor.picture("look-alike", height=1000)
    page.get_by_role("link", name="认定相似性").click()
    expect(page.get_by_label("河长制巡河管理系统")).to_be_attached()


@pytest.mark.norm("36.2-d")
def test_a_finance_officer_cannot_pay_under_a_hold(sign_in: Enter) -> None:
    visitor = sign_in("hongyangjing")
    page = visitor.page
    gates = page.get_by_role("region", name="待过关口")
    visitor.look(everywhere=True)
    visitor.picture("finance-home", height=620)
    gates.get_by_role("link", name="拨付", exact=True).click()
    expect(page.locator(".tally-count")).to_have_text("4 / 5")
    expect(page.locator(".conditions tbody tr").first).to_contain_text("暂缓拨付建设资金")
    expect(page.get_by_role("button", name="拨付", exact=True)).to_have_count(0)
    visitor.look(everywhere=True)
    visitor.picture("payment-held", height=620)


@pytest.mark.norm("36.1-a")
def test_money_is_arranged_after_the_opinion_with_the_score(sign_in: Enter) -> None:
    visitor = sign_in("gaoyanggui")
    page = visitor.page
    visitor.open("/planning/budget-lines/?state=proposed")
    page.locator("#results").get_by_role("link", name=HELD).first.click()
    page.get_by_role("link", name="出具意见").click()
    page.locator("[name=opinion]").fill("同意安排运行维护经费。")
    page.locator("[name=weighed]").fill("得分良好，一项问题在办，按需安排。")
    page.get_by_role("button", name="出具意见").click()
    visitor = sign_in("hongyangjing")
    page.get_by_role("region", name="待过关口").get_by_role("link", name="安排资金").click()
    expect(page.locator(".conditions")).to_contain_text("得分")
    visitor.look()
    visitor.picture("arrange-gate", height=620)


@pytest.mark.norm("34.1-c")
def test_an_inspector_orders_correction_from_a_finding(sign_in: Enter) -> None:
    visitor = sign_in("heshicha")
    page = visitor.page
    visitor.look()
    visitor.picture("inspector-home", height=620)
    visitor.open("/acts/findings/?q=小流域基本信息")
    page.locator("#results tbody").get_by_role("link").first.click()
    visitor.look(everywhere=True)
    visitor.picture("finding", height=700)
    page.get_by_role("link", name="责令整改").click()
    expect(page.get_by_role("combobox", name="单位")).to_have_value("省水利厅")
    expect(page.get_by_label("小流域基本信息")).to_be_checked()
    page.locator("[name=demands]").fill("十五个工作日内更新小流域基本信息，并报送更新计划。")
    page.get_by_role("button", name="责令整改").click()
    expect(page.locator(".head .state").first).to_contain_text("已下达")
    visitor.look()
    visitor.picture("order", height=760)


@pytest.mark.norm("34.1-a")
def test_an_inspector_goes_through_the_checklist_of_an_inspection(sign_in: Enter) -> None:
    visitor = sign_in("heshicha")
    page = visitor.page
    visitor.open("/supervision/inspections/?state=running")
    page.locator("#results tbody").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("检查事项")
    visitor.look(everywhere=True)
    visitor.picture("inspection", height=900)
