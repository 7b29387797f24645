"""The law pack names the tests that show each norm, and those tests exist."""

import runpy
from pathlib import Path

from banyan.acts.coverage import mechanisms
from banyan.law.coverage import CoverageRow, coverage
from banyan.law.inforce import pack

ROOT = Path(__file__).parent.parent
IN_PART: dict[str, str] = {}
"""Norms under which an act stands while part of their mechanism is missing, and what: they count as not yet."""


def test_coverage_names_the_tests_of_today() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "coverage.py"))
    assert tool["FILE"].read_text("utf-8") == tool["text"](), "Run: python tools/coverage.py"


def _rows() -> list[CoverageRow]:
    return coverage(pack(), mechanisms(), {})


def test_an_act_alone_shows_no_norm() -> None:
    """The contract over all acts, states and offices proves no norm's own mechanism."""
    named = {test.partition("[")[0] for row in _rows() for test in row.tests}
    assert not [
        test
        for test in named
        if "state_and_office" in test or test.endswith("known_norms_offices_and_states")
    ]


def test_what_has_a_mechanism_has_a_test_of_it_or_says_what_is_missing() -> None:
    """An act under a norm needs a test marked with it, unless only part of the norm's mechanism is there."""
    untested = {row.id for row in _rows() if row.mechanisms and not row.tests}
    assert untested == set(IN_PART), "Mark a test with the norm, or say in IN_PART what is missing."
    assert all(row.state == "not yet" for row in _rows() if row.id in IN_PART)


def test_most_norms_work() -> None:
    assert sum(row.state == "works" for row in _rows()) >= 160
