"""The demo of this test process, and whoever visits it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.demo import Demo, copied, loaded
from tests.journeys.visitor import Visitor

expect.set_options(timeout=20_000)  # the demo shares the machine with whatever else is tested


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Demo]:
    """The demo province, served; loaded once however many processes test."""
    base = tmp_path_factory.getbasetemp()
    home = loaded(base if worker_id == "master" else base.parent)
    with copied(home, tmp_path_factory.mktemp("demo") / "home").serving() as demo:
        yield demo


@pytest.fixture(scope="session")
def sessions() -> dict[str, str]:
    """The sessions of those who have signed in already."""
    return {}


@pytest.fixture
def visitor(demo: Demo, page: Page, axe: Callable[[Page], list[str]]) -> Visitor:
    """Somebody who has not signed in."""
    return Visitor(demo, page, axe)


@pytest.fixture
def sign_in(visitor: Visitor, sessions: dict[str, str]) -> Callable[[str], Visitor]:
    """Sign in as an officer of the demo: ``sign_in("huangshian")``."""

    def enter(user: str) -> Visitor:
        visitor.sign_in(user, sessions)
        return visitor

    return enter
