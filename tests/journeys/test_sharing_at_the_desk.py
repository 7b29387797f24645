"""The journeys of a sharing: a designer at the gate, a data officer who decides, a consumer who reads, who read it."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.demo import Demo
from tests.journeys.visitor import WANTED, Visitor

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
FORM = ROOT / "banyan" / "demo" / "data" / "forms" / "elderly_allowance.xlsx"
STORY = ROOT / "docs" / "guide" / "story.md"
DESIGNER, PROVIDER = "chenyangwen", "huangshian"
Enter = Callable[[str], Visitor]


def test_signs_in_with_password_and_one_time_code(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("/")
    expect(page).to_have_title("登录 · 福建省")
    visitor.look()
    visitor.picture("sign-in", height=760)
    with page.expect_response(lambda answer: answer.request.method == "POST") as refused:
        visitor.fill_in("wangliheng", "not-the-password")
    assert refused.value.status == 401
    expect(page.get_by_text("不正确").first).to_be_visible()
    assert visitor.axe(page) == []
    visitor.fill_in("wangliheng")
    expect(page.get_by_role("heading", level=1)).to_have_text("应办")
    page.get_by_text("王例衡").first.click()
    page.get_by_role("button", name="退出").click()
    expect(page).to_have_url(f"{visitor.demo.desk}/sign-in")


def drafted(page: Page, desk: str) -> None:
    """Upload a real form as a draft."""
    page.goto(f"{desk}/catalogue/collection-forms/")
    page.get_by_role("link", name="起草采集表").first.click()
    page.get_by_label("名称", exact=True).fill("高龄老人津贴申请表")
    page.get_by_label("事项").fill("高龄津贴申领")
    page.get_by_label("自然人").check()
    page.get_by_label("采集频率").select_option("on_application")
    page.get_by_label("法律依据").fill("《中华人民共和国老年人权益保障法》第三十三条")
    page.get_by_label("采集表文件").set_input_files(FORM)


def rows(page: Page, verdict: str) -> int:
    return page.locator(".conditions tbody tr", has_text=verdict).count()


@pytest.mark.norm("16.2-b")
@pytest.mark.norm("16.2-c")
def test_the_gate_refuses_and_leads_to_requests_for_exactly_those_items(sign_in: Enter) -> None:
    visitor = sign_in(DESIGNER)
    page = visitor.page
    visitor.look()
    visitor.picture("designer-home")
    drafted(page, visitor.demo.desk)
    assert visitor.axe(page) == []
    visitor.picture_now("draft-form", height=1000)
    page.get_by_role("button", name="起草采集表").click()
    expect(page.get_by_text("起草了采集表")).not_to_have_count(0)
    page.get_by_role("link", name="查看采集表关口").click()
    page.wait_for_url("**/gate/")
    visitor.look(everywhere=True)
    visitor.picture("gate", height=1000)
    visitor.picture("gate-phone", height=844, phone=True)
    held = rows(page, "政府已有")
    assert held >= 8
    assert rows(page, "目录外") == 2
    expect(
        page.locator(".conditions tbody tr").first.get_by_role("link", name="第十六条第二款")
    ).to_be_visible()
    is_stopped(visitor)
    requests(page)
    visitor.look()
    visitor.picture("gate-requested", height=760)
    assert rows(page, "不再采集") == held
    page.get_by_role("link", name="删除字段").first.click()
    for name in ("宗教信仰", "子女收入"):
        page.get_by_label(name).check()
    assert visitor.axe(page) == []
    page.get_by_role("button", name="删除字段").click()
    page.get_by_role("link", name="登记采集表").click()
    page.get_by_role("button", name="登记采集表").click()
    expect(page.locator(".head .state")).to_contain_text("已登记")
    visitor.look()
    visitor.picture("registered", height=760)


def is_stopped(visitor: Visitor) -> None:
    """Registering stands under what the law stops, with each reason and the lawful way."""
    page = visitor.page
    page.get_by_text("为何不予").first.click()
    expect(page.get_by_text("在采集目录范围外：宗教信仰、子女收入。")).to_be_visible()
    assert visitor.axe(page) == []
    visitor.picture_now("why-not", height=900, show="text=现在可以办理")


def requests(page: Page) -> None:
    """Request what is picked: everything that government holds already."""
    page.get_by_label("高龄津贴审核系统").check()
    page.get_by_label("截止日期").fill(str(date.today() + timedelta(days=200)))
    page.get_by_label("陈样雯").check()
    page.get_by_role("button", name="申请所选信息项").click()
    page.wait_for_url("**/gate/?done=*")


@pytest.mark.norm("22.1-b")
@pytest.mark.norm("25.1-c")
def test_a_data_officer_decides_on_one_page(sign_in: Enter) -> None:
    visitor = sign_in(PROVIDER)
    page = visitor.page
    visitor.look()
    visitor.picture("provider-home", height=760)
    page.get_by_role("link", name="鼓楼区市场监管局 → 人口基础信息").first.click()
    page.get_by_role("link", name="作出决定").click()
    page.wait_for_url("**/decide/")
    expect(page.get_by_text("350102********").first).to_be_visible()
    visitor.look(everywhere=True)
    visitor.picture("decision", height=1300)
    page.get_by_label("其他法律法规规定").check()
    page.get_by_label("不予共享的法律条款").fill("系统升级")
    page.get_by_label("联系电话").first.uncheck()
    page.get_by_role("button", name="授权", exact=False).click()
    expect(page.get_by_role("dialog")).to_contain_text("2 个信息项")
    page.get_by_role("dialog").get_by_role("button", name="确认").click()
    page.wait_for_url("**?done=*")
    expect(page.locator(".head .state")).to_contain_text("部分授权")
    visitor.look()
    visitor.picture("granted", height=900)


@pytest.mark.norm("32.2-a")
def test_a_consumer_reads_and_the_provider_sees_who_read_what(
    sign_in: Enter, demo: Demo, tmp_path: Path
) -> None:
    told = tmp_path / "credentials.json"
    told.write_text(demo.run("credentials", "--json"))
    example = [sys.executable, str(ROOT / "examples" / "consumer.py"), str(told)]
    read = subprocess.run(example, capture_output=True, text=True, check=True).stdout
    assert read.startswith("200, ")
    assert "姓名" in read
    visitor = sign_in(PROVIDER)
    page = visitor.page
    visitor.open("/logs/")
    visitor.look()
    page.get_by_role("link", name="省公安厅数据使用记录").click()
    newest = page.locator("#results tbody tr").first
    expect(newest).to_contain_text("鼓楼区民政局")
    expect(newest).to_contain_text("已提供")
    expect(page.locator("#command")).to_contain_text("--token token.txt")
    visitor.look()
    visitor.picture("read-log", height=900)


def test_an_integrator_sees_the_system_and_its_key(sign_in: Enter) -> None:
    visitor = sign_in("wuliyuan")
    visitor.open("/exchange/consumer-systems/")
    visitor.page.get_by_role("link", name="高龄津贴审核系统").click()
    expect(visitor.page.get_by_role("link", name="更换公钥")).to_be_visible()
    visitor.look()
    visitor.picture("consumer-system", height=620)


def test_the_story_of_the_guide_is_what_the_demo_plays(demo: Demo) -> None:
    played = demo.run("story", LANG="C.UTF-8", COLUMNS="100")
    if WANTED:
        tell(played)
    told = STORY.read_text(encoding="utf-8")
    assert "steps, all hold." in told
    assert steps(played) == steps(told)


def test_the_story_is_the_same_when_played_again(demo: Demo) -> None:
    first, second = (demo.run("story", LANG="C.UTF-8", COLUMNS="100") for _ in range(2))
    assert without_numbers(first) == without_numbers(second)
    assert "银行" not in first, "a person's bank of deposit is no bank branch of another register"


def test_the_story_of_building_holds_when_played_again(demo: Demo) -> None:
    first, second = (demo.run("story", "--chapter", "build", LANG="C.UTF-8", COLUMNS="100") for _ in range(2))
    assert first.rstrip().endswith("steps, all hold.")
    assert len(steps(first)) == len(steps(second))


def without_numbers(told: str) -> list[str]:
    """Every line; times and places in the log differ from one playing to the next."""
    return ["".join(sign for sign in line if not sign.isdigit()) for line in told.splitlines()]


def steps(told: str) -> list[str]:
    """The steps without their numbers, which differ from one playing to the next."""
    return [line for line in without_numbers(told) if line.startswith("✓")]


def tell(played: str) -> None:
    """Put what was played into the guide."""
    before, fence, _ = STORY.read_text(encoding="utf-8").partition("```\n")
    lines = [line.rstrip() for line in played.rstrip().splitlines()]
    STORY.write_text(before + fence + "\n".join(lines) + "\n```\n", encoding="utf-8")


def test_the_credentials_are_told_as_json(demo: Demo) -> None:
    told = json.loads(demo.run("credentials", "--json"))
    assert {one["user_name"] for one in told["officers"]} >= {DESIGNER, PROVIDER}
    assert all(Path(one["private_key"]).exists() for one in told["consumers"])
