"""The journeys of those who oversee, and of everybody: law, overview, registers, objects, entries, logs."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.journeys.demo import Demo
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
Enter = Callable[[str], Visitor]


def test_the_law_page_is_read_by_anybody_in_either_language(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("/law")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#art-16")).to_contain_text("art. 16")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("#art-16")).to_contain_text("第十六条")
    visitor.look()
    visitor.picture("law", show="#art-16")


def test_a_leader_sees_where_most_is_overdue_and_opens_it(sign_in: Enter) -> None:
    visitor = sign_in("zhanglihai")
    page = visitor.page
    visitor.open("/overview/")
    expect(page.locator("figure.map figcaption")).to_contain_text("逾期和违规：")
    visitor.look(everywhere=True)
    visitor.picture("overview", height=1080)
    visitor.picture("overview-phone", height=844, phone=True)
    page.get_by_role("link", name=re.compile("^福州市 ")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("问题")
    expect(page.locator("#results .chip", has_text="福州市")).to_be_visible()
    visitor.look()
    visitor.picture("findings", height=760)


def test_a_catalogue_officer_accepts_and_publishes(sign_in: Enter) -> None:
    visitor = sign_in("yeshixing")
    page = visitor.page
    visitor.look()
    visitor.picture("office-home", height=760)
    page.get_by_role("link", name="市县养老服务设施名录").click()
    page.get_by_role("link", name="审核通过").click()
    page.get_by_role("button", name="审核通过").click()
    expect(page.locator(".head .state")).to_contain_text("已审核")
    page.goto(f"{visitor.demo.desk}/catalogue/editions/begin-edition/")
    page.get_by_label("信息资源目录").check()
    page.get_by_role("button", name="编制目录版本").click()
    for verb in ("提交审核", "公布目录版本"):
        page.get_by_role("link", name=verb).click()
        page.get_by_role("button", name=verb).click()
    expect(page.locator(".head .state")).to_contain_text("已公布")
    visitor.look()
    visitor.picture("edition", height=760)


def test_a_register_is_searched_filtered_and_exported(sign_in: Enter) -> None:
    visitor = sign_in("sulizheng")
    page = visitor.page
    visitor.open("/catalogue/resources/?state=published")
    page.get_by_role("searchbox", name="在本登记簿中搜索").fill("人口基础信息")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    expect(page.locator("#results tbody tr").first).to_contain_text("人口基础信息")
    visitor.look()
    visitor.picture("register", height=640)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert "人口基础信息" in Path(download.value.path()).read_text(encoding="utf-8-sig")
    page.locator("#results tbody").get_by_role("link", name="人口基础信息", exact=True).first.click()
    expect(page.get_by_role("heading", name="历史")).to_be_visible()
    visitor.look()
    visitor.picture("resource")


def test_an_auditor_opens_an_entry_and_verifies_the_log_offline(
    sign_in: Enter, demo: Demo, tmp_path: Path
) -> None:
    visitor = sign_in("sulizheng")
    page = visitor.page
    visitor.open("/entries/")
    visitor.look()
    page.locator("#results tbody").get_by_role("link").first.click()
    expect(page.get_by_text("在账本中的位置")).to_be_visible()
    visitor.look()
    visitor.picture("entry", height=760)
    visitor.open("/logs/acts/")
    visitor.look()
    visitor.picture("acts-log", height=640)
    words = page.locator("#command").inner_text().split()
    for name in ("verify.py", "vkey"):
        link = page.get_by_role("link", name=name, exact=True).get_attribute("href")
        (tmp_path / name).write_bytes(httpx.get(str(link), trust_env=False).content)
    done = subprocess.run(
        [sys.executable, "-I", *words[1:]], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("Whole: ")
