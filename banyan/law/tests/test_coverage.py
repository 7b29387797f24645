"""A norm works when something carries it out and a test proves it."""

import json
from pathlib import Path

import pytest

from banyan.law.coverage import Mechanism, MechanismKind, coverage
from banyan.law.norms import Article, Norm
from banyan.law.pack import Pack, load_pack
from banyan.law.problems import LawError
from banyan.law.tests.trial_packs import write_overlay

RULE = Mechanism(MechanismKind.RULE, "catalogue.every_field_is_catalogued")
ACT = Mechanism(MechanismKind.ACT, "catalogue.publish_form")
OUTSIDE, AGAIN, SCOPE = Norm("16.2-b"), Norm("16.2-c"), Norm("16.2-a")


def pack_with_tests(folder: Path, lines: str) -> Pack:
    return load_pack(write_overlay(folder, coverage__csv=f"key,tests\n{lines}"))


def test_a_norm_with_a_mechanism_and_a_test_works(tmp_path: Path) -> None:
    pack = pack_with_tests(tmp_path, "16.2-b,a.py::test_a; a.py::test_b\n")
    rows = {
        row.id: row
        for row in coverage(pack, {OUTSIDE: [RULE, ACT, RULE]}, {RULE.name: 3, ACT.name: 4, "other": 9})
    }
    row = rows["16.2-b"]
    assert (row.state, row.article, row.count) == ("works", Article("16.2"), 7)
    assert row.mechanisms == (ACT, RULE)
    assert row.mechanism == ("act catalogue.publish_form", "rule catalogue.every_field_is_catalogued")
    assert row.tests == ("a.py::test_a", "a.py::test_b")
    assert json.loads(json.dumps(row.plain())) == row.plain()


def test_a_norm_with_only_one_of_both_does_not_work_yet(tmp_path: Path) -> None:
    pack = pack_with_tests(tmp_path, "16.2-b,\n16.2-c,a.py::test_a\n")
    rows = {row.id: row for row in coverage(pack, {OUTSIDE: [RULE], SCOPE: []}, {})}
    assert {rows[key].state for key in ("16.2-a", "16.2-b", "16.2-c")} == {"not yet"}
    assert rows["16.2-b"].count == 0


def test_every_norm_has_a_row_in_the_order_of_the_articles() -> None:
    rows = coverage(load_pack("fujian-draft"), {}, {})
    assert len(rows) == 198
    assert [row.article.number for row in rows] == sorted(row.article.number for row in rows)


def test_a_mistyped_norm_in_the_software_is_said() -> None:
    with pytest.raises(LawError, match=r"does not know: 16\.2-z, 99\.1-a"):
        coverage(load_pack("fujian-draft"), {Norm("99.1-a"): [RULE], Norm("16.2-z"): [], AGAIN: [ACT]}, {})
