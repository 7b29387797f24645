"""Who sees what of operation: anybody the status page, a bureau its systems, the unit that runs them its work."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.norm("33.2-a", "33.2-b")
def test_anybody_reads_the_status_of_systems(visitor: Visitor) -> None:
    visitor.open("/status/")
    page = visitor.page
    expect(page.locator("#incidents")).to_contain_text("部分用户查询缓慢，正在处理。")
    expect(page.locator("#incidents")).not_to_contain_text("数据库连接数")
    expect(page.locator("#windows")).to_contain_text("升级数据库补丁")
    expect(page.locator("#systems tbody tr").first).to_contain_text("养老服务信息查询系统")
    expect(page.locator("#systems")).to_contain_text("%")
    visitor.look(everywhere=True)
    visitor.picture("status", height=760)


@pytest.mark.norm("33.1-a", "33.1-b")
def test_anybody_reads_the_rules_of_use(visitor: Visitor) -> None:
    visitor.open("/operations/service-rules/")
    visitor.page.get_by_role("link", name="福建省电子政务资源使用管理办法（示例）").click()
    expect(visitor.page.locator("main")).to_contain_text("服务请求在一个工作日内答复")
    visitor.look()
    visitor.picture("rules-of-use", height=620)


@pytest.mark.norm("33.1-c")
def test_a_bureau_sees_what_was_measured_of_its_system(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("lailiqi")
    visitor.open("/infrastructure/systems/?q=MZ-002")
    visitor.page.locator("tbody a").first.click()
    main = visitor.page.locator("main")
    expect(main).to_contain_text("99.5%")
    expect(main.locator("figure.bars")).to_be_visible()
    visitor.look(everywhere=True)
    visitor.picture("measured", height=900, show="figure.bars")


@pytest.mark.norm("35.1-a")
def test_a_bureau_rates_the_unit_that_works_for_it(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("lailiqi")
    page = visitor.page
    visitor.open("/operations/commissions/")
    page.get_by_role("link", name="民政业务系统运行维护").first.click()
    page.get_by_role("link", name="评价服务").click()
    page.locator("[name=score]").fill("4")
    page.locator("[name=remark]").fill("响应及时，切换演练用时偏长。")
    page.get_by_role("button", name="评价服务").click()
    expect(page.locator("main table")).to_contain_text(["响应及时，切换演练用时偏长。"])
    visitor.look()
    visitor.picture("rating", height=760)


@pytest.mark.norm("7.1-c", "33.2-b")
def test_the_unit_that_runs_the_systems_finds_its_work_on_its_desk(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("liuliwang")
    main = visitor.page.locator("main")
    expect(main).to_contain_text("报送本季度巡检记录")
    expect(main).to_contain_text("增开养老机构查询账号十个")
    visitor.picture("unit-home", height=760)
    visitor.open("/operations/incidents/")
    expect(main).to_contain_text("查询超时")
    visitor.look()
