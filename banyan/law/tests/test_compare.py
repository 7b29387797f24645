"""Two packs beside each other: every norm once, what differs marked on its own side."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.law.compare import Compared, Difference, compare, marked
from banyan.law.norms import Norm
from banyan.law.pack import load_pack
from banyan.law.shelf import on_shelf
from banyan.law.tests.trial_packs import TINY, write_overlay

TODAY = date(2026, 11, 29)


def rows(here: str, there: str, on: date = TODAY) -> dict[str, Compared]:
    return {row.norm.key: row for row in compare(on_shelf(here), on_shelf(there), on)}


@given(st.text("甲乙丙丁", max_size=30), st.text("甲乙丙丁", max_size=30))
def test_the_pieces_are_the_texts_and_what_is_unmarked_is_common(here: str, there: str) -> None:
    left, right = marked(here, there)
    assert "".join(one.text for one in left) == here
    assert "".join(one.text for one in right) == there
    common = ["".join(one.text for one in side if not one.differs) for side in (left, right)]
    assert common[0] == common[1]


def test_a_pack_does_not_differ_from_itself() -> None:
    assert not any(row.differences for row in rows("fujian-draft", "fujian-draft").values())


def test_every_norm_of_either_pack_has_one_row() -> None:
    found = compare(on_shelf("fujian-draft"), on_shelf("fujian-2015"), TODAY)
    assert len(found) == len({row.norm for row in found}) == 206
    turned = compare(on_shelf("fujian-2015"), on_shelf("fujian-draft"), TODAY)
    assert {row.norm for row in turned} == {row.norm for row in found}


def test_article_words_and_office_differ_where_they_do() -> None:
    row = rows("fujian-draft", "fujian-2015")["5.1-g"]
    assert row.differences == {Difference.ARTICLE, Difference.WORDS, Difference.ROLES}
    assert row.here is not None
    assert row.there is not None
    assert (row.here.article.zh, row.there.article.zh) == ("第五条第一款", "第六条第二款")
    assert [one.text for one in row.there.words if one.differs] == ["汇聚共享和"]
    assert not any(one.differs for one in row.here.words)


def test_what_is_missing_on_a_side_is_said() -> None:
    found = rows("fujian-draft", "fujian-2015")
    assert found["1.1-d"].differences == {Difference.HERE}
    assert found["1.1-d"].there is None
    assert found["42.2-a"].differences == {Difference.THERE}
    assert found["42.2-a"].plain()["a"] is None


@pytest.mark.parametrize(("day", "differs"), [(date(2025, 7, 31), False), (date(2025, 8, 1), True)])
def test_clocks_are_those_of_the_day(day: date, *, differs: bool) -> None:
    row = rows("fujian-draft", "state-2025-sharing", day)["16.1-b"]
    assert row.here is not None
    assert row.there is not None
    here, there = (
        next(one.value for one in side.clocks if one.parameter.name == "collection_catalogue.review")
        for side in (row.here, row.there)
    )
    assert here is not None
    assert there is not None
    assert here.amount == 10
    assert (there.amount != 10) is differs
    assert (Difference.CLOCKS in row.differences) is differs


def test_a_clock_without_a_value_on_the_day_is_told_as_none(tmp_path: Path) -> None:
    late = write_overlay(
        tmp_path,
        parameters__toml="[grant.longest]\n"
        'values = [{ value = 1, from = 2030-01-01, source = "editor", certainty = "A" }]',
    )
    row = next(
        row for row in compare(on_shelf("fujian-draft"), load_pack(late), TODAY) if row.norm == Norm("22.3-a")
    )
    assert Difference.CLOCKS in row.differences
    assert row.there is not None
    assert [one.value for one in row.there.clocks if one.parameter.name == "grant.longest"] == [None]


def test_a_shorter_law_is_held_beside_a_longer_one() -> None:
    found = compare(on_shelf("fujian-draft"), load_pack(TINY), TODAY)
    gone = [row for row in found if Difference.HERE in row.differences]
    assert len(gone) == 163
    assert [row.norm.key for row in found if Difference.THERE in row.differences] == ["40.1-a"]


def test_the_plain_row_carries_sources_and_certainty() -> None:
    row = rows("fujian-draft", "state-2025-sharing")["25.1-c"].plain()
    clocks = {one["parameter"]: one["value"] for one in row["b"]["clocks"]}
    reply = clocks["share_request.unconditional_reply"]
    assert (reply["amount"], reply["unit"], reply["certainty"]) == ("1", "working_days", "R")
    assert reply["from"] == "2025-08-01"
    assert "政务数据共享条例" in reply["source"]["zh"]
