"""Accounts, and the security of systems (article 32): each page fits, is accessible, and answers bad input in place."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
SECURITY = {
    "weishian": (
        "/operations/risk-assessments/",
        "/operations/risk-assessments/1/",
        "/operations/risk-assessments/commission-assessment/",
        "/operations/bulletins/",
        "/operations/bulletins/1/",
        "/operations/bulletins/issue-bulletin/",
        "/supervision/security-mechanisms/1/",
    ),
    "lailiqi": (
        "/operations/protection-checks/",
        "/operations/protection-checks/1/",
        "/operations/protection-controls/1/record-control-lacking/",
        "/operations/bulletin-replies/1/",
        "/operations/risks/1/address-risk/",
    ),
}
"""The pages of article 32 by who looks at them: the security department, and a bureau with its systems."""
STEPS = 40


def reach(page: Page, wanted: Locator) -> None:
    """Go to an element as who has no mouse does: over the skip link of a new page, then from stop to stop."""
    wanted.wait_for()
    for _step in range(STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('skip')"):
            page.keyboard.press("Enter")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"{wanted} is not reached within {STEPS} steps of the keyboard")


def told_at(page: Page, label: str, words: str) -> None:
    """What is wrong is said beside the field, and a screen reader hears it there."""
    field = page.get_by_label(label, exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(words)


def test_an_officer_looks_after_the_own_account(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("lailiqi")
    page = visitor.page
    known = visitor.demo.credentials()["lailiqi"]["password"]
    for path in ("/account/", "/account/password", "/account/codes"):
        visitor.open(path)
        visitor.look_in_both_themes()
    visitor.open("/account/")
    reach(page, page.get_by_role("link", name="修改密码"))
    page.keyboard.press("Enter")
    present = page.get_by_label("当前密码", exact=True)
    reach(page, present)
    page.keyboard.type(known)
    page.get_by_label("新密码", exact=True).fill("太短")
    page.get_by_label("再次输入新密码", exact=True).fill("不一样")
    page.keyboard.press("Enter")
    told_at(page, "再次输入新密码", "两次输入的新密码不一致。")
    expect(page.get_by_label("新密码", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(present).to_have_value("")
    visitor.look_now()
    visitor.open("/account/codes")
    page.get_by_label("当前密码", exact=True).fill(known)
    page.get_by_label("新密钥的动态码", exact=True).fill("12 34")
    page.keyboard.press("Enter")
    expect(page.get_by_label("新密钥的动态码", exact=True)).to_have_attribute("aria-invalid", "true")
    visitor.look_now()


def test_who_appoints_officers_looks_after_their_accounts(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("linyangke")
    page = visitor.page
    visitor.open("/accounts/")
    expect(page).to_have_url(f"{visitor.demo.desk}/bodies/terms/")
    visitor.look_in_both_themes()
    visitor.open("/bodies/terms/?q=赖例启")
    page.locator("tbody a").first.click()
    account = page.get_by_role("link", name="账号", exact=True)
    reach(page, account)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("赖例启")
    visitor.look_in_both_themes()
    reach(page, page.get_by_role("button", name="重新发放初始密码"))


@pytest.mark.norm("32.1-c", "32.3-a", "32.3-b", "32.3-d")
@pytest.mark.parametrize("user", sorted(SECURITY))
def test_the_pages_of_security_fit_and_are_accessible_light_and_dark(
    user: str, sign_in: Callable[[str], Visitor]
) -> None:
    visitor = sign_in(user)
    for path in SECURITY[user]:
        visitor.open(path)
        visitor.look_in_both_themes()


@pytest.mark.norm("32.3-b")
def test_an_assessor_finds_a_risk_not_addressed_by_keyboard(sign_in: Callable[[str], Visitor]) -> None:
    visitor = sign_in("cheliping")
    page = visitor.page
    visitor.open("/operations/risk-assessments/?state=reported")
    page.locator("tbody a").first.click()
    page.get_by_role("link", name="老旧加密套件未停用").click()
    reach(page, page.get_by_role("link", name="认定未处置"))
    page.keyboard.press("Enter")
    reason = page.get_by_label("理由", exact=True)
    reach(page, reason)
    page.keyboard.type(" ")
    page.locator("[name=remedy_by]").fill("1800-01-01")
    send = page.locator("form.act .send button")
    send.focus()
    page.keyboard.press("Enter")
    told_at(page, "理由", "请填写此项。")
    expect(page.locator("[name=remedy_by]")).to_have_attribute("aria-invalid", "true")
    visitor.look_now()
    reason.fill("复测仍可用旧套件连接。")
    page.locator("[name=remedy_by]").fill("")
    send.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("认定风险")
    expect(page.locator("main")).to_contain_text("复测仍可用旧套件连接。")
