"""The pages about the parts name every command, module and address that there is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cyclopts import App
from django.views.generic import RedirectView

from banyan.desk.urls import urlpatterns
from banyan.site.cli.main import app

ROOT = Path(__file__).parent.parent
PARTS = ROOT / "docs" / "parts"
NAMES = {"pk": "id", "slug": "act"}


def code_of(page: str) -> set[str]:
    """Whatever a page sets between backticks."""
    return set(re.findall(r"`([^`\n]+)`", (PARTS / page).read_text(encoding="utf-8")))


def commands(group: App, before: str = "") -> Iterator[str]:
    """Every command that does something, with the words that lead to it."""
    for name in group:
        if not name.startswith("-"):
            if group[name].default_command:
                yield before + name
            yield from commands(group[name], f"{before}{name} ")


def addresses() -> set[str]:
    """Every address of the desk that is no redirection, a number or a name in braces."""
    own = [one for one in urlpatterns if getattr(one.callback, "view_class", None) is not RedirectView]
    return {"/" + re.sub(r"<\w+:(\w+)>", _named, str(one.pattern)) for one in own}


def _named(found: re.Match[str]) -> str:
    return f"{{{NAMES.get(found[1], found[1])}}}"


def modules() -> set[str]:
    """The modules of the part `site`."""
    return {one.stem for one in (ROOT / "banyan" / "site").glob("*.py")} - {"__init__"}


def test_the_page_about_the_site_names_every_command() -> None:
    known = set(commands(app))
    assert known - code_of("site.md") == set()


def test_the_page_about_the_site_names_every_module() -> None:
    assert modules() - code_of("site.md") == set()


def test_the_page_about_the_desk_names_every_address() -> None:
    assert addresses() - code_of("desk.md") == set()


@pytest.mark.parametrize("page", sorted(one.name for one in PARTS.glob("*.md")))
def test_a_page_names_only_commands_that_there_are(page: str) -> None:
    first = {word.split()[0] for word in commands(app)} | {"--version", "COMMAND"}
    told = {words.split()[1] for words in code_of(page) if re.match(r"banyan [a-zA-Z-]", words)}
    assert told - first == set()
