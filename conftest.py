"""What every test may use: the database mark, and pages in Chromium that tell what is wrong with them."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

from banyan.acts import defence
from banyan.acts.log import acts_log
from banyan.ledger.triggers import create_triggers, drop_triggers

ROOT = Path(__file__).parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
CHROMIUM_OPTIONS = [
    "--no-sandbox",  # the only pages are our own, and as root Chromium has no sandbox
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
WATCH_POLICY = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
"""


_empty = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]  # noqa: SLF001  Django has no public one


def _empty_without_triggers(case: TransactionTestCase) -> None:
    """Empty the database after a test that committed: what guards its tables is taken away for that moment."""
    defence.remove(connection)
    drop_triggers(connection)
    _empty(case)
    create_triggers(connection)
    defence.install(connection)
    acts_log.cache_clear()


TransactionTestCase._fixture_teardown = _empty_without_triggers  # type: ignore[attr-defined]  # noqa: SLF001  as above


@pytest.fixture(autouse=True)
def _log_of_this_test() -> Iterator[None]:
    """No test sees the acts' log that another one opened."""
    acts_log.cache_clear()
    yield
    acts_log.cache_clear()


@pytest.fixture(autouse=True)
def _language_of_this_test() -> Iterator[None]:
    """No test speaks the language in which another one asked for a page."""
    yield
    translation.activate(settings.LANGUAGE_CODE)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what touches the database, leave out what this database cannot do, and let pages come last.

    Playwright keeps an event loop in the thread of the tests, beside which nothing else can run one.
    """
    for item in items:
        fixtures: list[str] = getattr(item, "fixturenames", [])
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(fixtures):
            item.add_marker("database")
    if connection.vendor != "postgresql":
        left_out = [item for item in items if item.get_closest_marker("postgres")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", []))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, found on the PATH; `tools/install-test-tools` installs it."""
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("Chromium is not on the PATH: run tools/install-test-tools.")
    # Django would refuse its own synchronous calls beside Playwright's loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()


def _is_fault(message: ConsoleMessage) -> bool:
    """What a script complains of; that an act was refused with 409 is no fault of the page."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")


def _is_missing(answer: Response) -> bool:
    return answer.status >= 400 and answer.request.resource_type in {"font", "image", "script", "stylesheet"}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page; the test fails in the end on script errors, missing files and breaches of the security policy."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
    context.set_default_timeout(10_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if _is_fault(message) else None)
    page.on("response", lambda answer: faults.append(answer.url) if _is_missing(answer) else None)
    page.add_init_script(WATCH_POLICY)
    yield page
    faults += page.evaluate("window.violations ?? []")
    context.close()
    if faults:
        pytest.fail("\n".join(["The page has faults.", *faults]))


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Ask axe what is wrong with a page (WCAG 2.2 A and AA): one line a finding, rule and place."""

    def findings(page: Page) -> list[str]:
        page.evaluate(AXE.read_text())
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        result = page.evaluate("tags => axe.run({ runOnly: tags })", tags)
        return [
            f"{finding['id']}: {node['target']}"
            for finding in result["violations"]
            for node in finding["nodes"]
        ]

    return findings
