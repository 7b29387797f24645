"""The law pack names the tests that show each norm, and those tests exist."""

import runpy
from pathlib import Path

from banyan.acts.coverage import mechanisms
from banyan.law.coverage import coverage, missing_tests
from banyan.law.inforce import pack

ROOT = Path(__file__).parent.parent


def test_coverage_names_the_tests_of_today() -> None:
    tool = runpy.run_path(str(ROOT / "tools" / "coverage.py"))
    assert tool["FILE"].read_text("utf-8") == tool["text"](), "Run: python tools/coverage.py"


def test_every_named_test_exists() -> None:
    assert missing_tests(pack(), ROOT) == []


def test_no_norm_has_a_mechanism_without_a_test() -> None:
    rows = coverage(pack(), mechanisms(), {})
    assert [row.id for row in rows if row.mechanism and not row.tests] == []
    assert sum(row.state == "works" for row in rows) >= 30
