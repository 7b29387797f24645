"""The guide keeps its promises: every picture is there, every journey has one, every page is in both languages."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide"
PICTURES = GUIDE / "pictures"
NAMED = re.compile(r"!\[[^\]]+\]\((?:docs/guide/)?pictures/([\w.-]+)\)")
WITHOUT_A_PICTURE = {
    "test_the_story_of_building_holds_when_played_again",
    "test_the_story_is_the_same_when_played_again",
    "test_the_story_of_the_guide_is_what_the_demo_plays",
    "test_the_credentials_are_told_as_json",
    "test_every_kind_of_page_fits_and_is_accessible_light_and_dark",
    "test_no_link_of_the_pages_one_begins_from_is_closed",
    "test_an_officer_looks_after_the_own_account",
    "test_who_appoints_officers_looks_after_their_accounts",
    "test_the_pages_of_security_fit_and_are_accessible_light_and_dark",
    "test_an_assessor_finds_a_risk_not_addressed_by_keyboard",
    "test_bodies_are_called_to_a_drill_by_name_and_by_initials",
    "test_without_scripts_the_form_comes_back_with_what_was_found",
    "test_a_body_is_chosen_for_an_order_and_for_a_filter_on_the_phone",
    "test_on_the_phone_a_register_begins_with_twenty_short_cards",
}
MOST_BYTES = 5_000_000
"""Ten kinds of officers with some four pictures each, in two languages, at some 45 kB."""

PAGES = [*GUIDE.glob("*.md"), ROOT / "README.md", ROOT / "README.zh-CN.md"]


def named() -> set[str]:
    """The pictures that the pages show."""
    return {name for page in PAGES for name in NAMED.findall(page.read_text(encoding="utf-8"))}


def journeys() -> dict[str, set[str]]:
    """The names of the pictures that each journey makes."""
    found = {}
    for file in sorted((ROOT / "tests" / "journeys").glob("test_*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        functions = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
        for name, function in functions.items():
            if name.startswith("test_") and name not in WITHOUT_A_PICTURE:
                helpers = [functions[call] for call in _called(function) if call in functions]
                found[name] = {picture for one in (function, *helpers) for picture in _taken(one)}
    return found


def _called(function: ast.FunctionDef) -> set[str]:
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {one.id for one in calls if isinstance(one, ast.Name)}


def _taken(function: ast.FunctionDef) -> set[str]:
    return {
        str(node.args[0].value)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr.startswith("picture")
        and isinstance(node.args[0], ast.Constant)
    }


def test_every_picture_that_a_page_shows_is_there() -> None:
    assert {name for name in named() if not (PICTURES / name).is_file()} == set()


def test_every_journey_makes_a_picture_and_the_guide_shows_it() -> None:
    made = journeys()
    assert len(made) >= 10
    assert [name for name, pictures in made.items() if not pictures] == []
    shown = {name.partition(".")[0] for name in named()}
    assert {one for pictures in made.values() for one in pictures} - shown == set()


def test_no_picture_lies_there_unused_and_all_are_small() -> None:
    kept = {file.name for file in PICTURES.iterdir()}
    assert kept - named() == set()
    assert sum(file.stat().st_size for file in PICTURES.iterdir()) < MOST_BYTES


def test_every_page_of_the_guide_stands_in_both_languages() -> None:
    pages = {page.name for page in GUIDE.glob("*.md")} - {"README.md", "story.md"}
    english = {name for name in pages if not name.endswith(".zh-CN.md")}
    assert english
    assert {name.replace(".md", ".zh-CN.md") for name in english} == pages - english
    index = (GUIDE / "README.md").read_text(encoding="utf-8")
    assert [name for name in sorted(pages) if f"({name})" not in index] == []
