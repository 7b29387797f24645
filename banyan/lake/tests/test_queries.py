"""What others may read of loads: pages of rows, masked samples, and each body only what it may look into."""

from pathlib import Path

import pytest

from banyan.acts import registry
from banyan.acts.actor import ANYONE
from banyan.acts.reading import Query, read_page
from banyan.acts.register import value_at
from banyan.lake.loading import load_file
from banyan.lake.models import Load
from banyan.lake.queries import loads, quarantine, rows
from banyan.lake.tests.factories import Province, person


@pytest.fixture
def load(province: Province, tmp_path: Path) -> Load:
    rows = [person(number) for number in range(20)]
    bad = person(50, 联系电话="13812345678转一")
    load_file(province.officer, province.resource, province.file(tmp_path, [*rows, bad]))
    return Load.objects.get()


def test_rows_come_page_by_page(load: Load) -> None:
    seen: list[str] = []
    while page := rows.rows(load, seen[-1] if seen else "", limit=7):
        assert len(page) <= 7
        seen += [row.key for row in page]
    assert len(seen) == 20
    assert set(seen) == {person(number)[0] for number in range(20)}


def test_a_page_has_its_bounds(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_ROWS_OF_A_PAGE", 5)
    assert len(rows.rows(load, limit=10_000)) == 5


def test_there_is_no_row_of_an_unknown_key(load: Load) -> None:
    assert rows.row(load, "0") is None


def test_samples_show_nobody(province: Province, load: Load) -> None:
    shown = rows.samples(province.resource, ["公民身份号码", "姓名", "性别", "联系电话"], most=2)
    assert len(shown["公民身份号码"]) == 2
    assert all(value[6:14] == "********" for value in shown["公民身份号码"])
    assert all(value.startswith("张*") for value in shown["姓名"])
    assert all(value[3:7] == "****" for value in shown["联系电话"])
    assert set(shown["性别"]) <= {"1", "2"}


def test_there_are_no_samples_before_the_first_version(province: Province) -> None:
    assert rows.samples(province.resource, ["姓名"]) == {}


def test_the_register_shows_loads_to_their_body_and_its_managing_department(
    province: Province, load: Load
) -> None:
    register = registry.registers["lake.load"]
    for actor, seen in ((province.officer, 1), (province.cataloguer, 1), (province.stranger, 0), (ANYONE, 0)):
        assert len(read_page(register, actor, Query()).rows) == seen
    for column in (*register.columns, *(fact for group in register.groups for fact in group.facts)):
        value_at(load, column.path)


def test_values_in_quarantine_are_shown_in_full_to_their_body_alone(province: Province, load: Load) -> None:
    own = quarantine.shown_quarantine(load, province.officer).get()
    other = quarantine.shown_quarantine(load, province.cataloguer).get()
    assert "13812345678转一" in own.fault_words
    assert "13812345678" not in other.fault_words
    assert not own.is_corrected


def test_a_body_chooses_among_its_own(province: Province, load: Load) -> None:
    assert list(loads.resources_to_load(None, province.officer)) == [province.resource]
    assert not loads.resources_to_load(None, province.stranger).exists()
    assert not quarantine.loads_to_replay(None, province.officer).exists()
