"""Writes which tests show which norm into a law pack's coverage.csv, from the marks that the tests carry.

A test shows a norm by ``@pytest.mark.norm("16.2-b")``, the refusing case of a rule shows the norm of the rule, and the
case of a monitor, which opens and closes a finding, shows the norm of the monitor. That an act stands under a norm
shows nothing by itself.
``python tools/coverage.py`` writes the file, a test fails when it is stale.
"""

import ast
import csv
import io
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "banyan" / "law" / "packs" / "fujian-draft" / "coverage.csv"
OF_RULES = "tests/test_contract.py::test_every_rule_refuses_and_lets_pass"
OF_MONITORS = "tests/test_monitors.py::test_every_monitor_opens_a_finding_once_and_closes_it"


def marked() -> Iterator[tuple[str, str]]:
    """Every norm that a test is marked with, and the test."""
    for path in sorted([*ROOT.glob("tests/test_*.py"), *ROOT.glob("banyan/**/tests/test_*.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{path.relative_to(ROOT).as_posix()}::{node.name}"
                yield from ((norm, name) for norm in _norms(node.decorator_list))


def _norms(decorators: list[ast.expr]) -> Iterator[str]:
    for one in decorators:
        if isinstance(one, ast.Call) and ast.unparse(one.func) == "pytest.mark.norm":
            yield from (str(arg.value) for arg in one.args if isinstance(arg, ast.Constant))


def declared() -> Iterator[tuple[str, str]]:
    """The norms of every rule and of every monitor, with the contract that tests it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
    django.setup()
    from banyan.acts import registry  # noqa: PLC0415  full only after django.setup()

    for act in registry.acts:
        for rule in act.rules:
            yield rule.norm.key, f"{OF_RULES}[{rule.name}]"
    for monitor in registry.monitors:
        yield monitor.norm.key, f"{OF_MONITORS}[{monitor.name}]"


def text() -> str:
    """The whole file: every norm of the pack with its tests."""
    shown: dict[str, set[str]] = defaultdict(set)
    for norm, test in (*marked(), *declared()):
        shown[norm].add(test)
    with FILE.open(encoding="utf-8") as file:
        norms = [row["key"] for row in csv.DictReader(file)]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["key", "tests"])
    writer.writerows([norm, ";".join(sorted(shown[norm]))] for norm in norms)
    return buffer.getvalue()


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
