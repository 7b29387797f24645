"""The search follows the catalogue: put, replaced, dropped, indexed anew."""

from dataclasses import replace

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from banyan.catalogue.search import Entry, Unsearchable, create_index, drop, find, put, rebuild, remove_index
from banyan.catalogue.search.tests.entries import ALL, LEGAL_PERSONS, POPULATION, TITLES, only, titles

pytestmark = pytest.mark.django_db


def test_tells_how_many_are_new_or_changed() -> None:
    only()
    assert put(ALL) == len(ALL)
    assert put(ALL) == 0
    assert put([POPULATION, replace(LEGAL_PERSONS, quality=61)]) == 1
    assert put([]) == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=TITLES, new=TITLES, quality=st.integers(0, 1_000))
def test_an_entry_put_again_replaces_the_old_one(old: str, new: str, quality: int) -> None:
    only(Entry(kind="item", object_id=1, title=f"旧龘{old}"))
    put([Entry(kind="item", object_id=1, title=f"新靐{new}", quality=quality)])
    assert titles("龘") == titles("旧龘") == []
    assert titles("新靐") == titles("") == [f"新靐{new}"]


def test_the_last_of_two_entries_of_one_object_counts() -> None:
    only()
    assert put([POPULATION, replace(POPULATION, title="常住人口")]) == 1
    assert titles("") == ["常住人口"]


def test_a_dropped_entry_is_found_no_more() -> None:
    only(*ALL)
    drop("resource", [1, 77])
    assert titles("福州") == []
    assert titles("基础信息") == ["法人基础信息", "人口基础信息"]
    drop("resource", [])
    assert put([POPULATION]) == 1
    assert titles("福州") == ["福州市人口基础信息"]


def test_goes_back_with_the_transaction_of_the_caller() -> None:
    only(POPULATION)
    with transaction.atomic():
        put([LEGAL_PERSONS, replace(POPULATION, title="常住人口")])
        assert titles("法人") == ["法人基础信息"]
        transaction.set_rollback(True)
    assert titles("") == titles("福州") == ["福州市人口基础信息"]
    assert titles("法人") == titles("常住") == []


def test_an_index_made_anew_answers_as_before() -> None:
    only(*ALL)
    drop("resource", [2])
    put([replace(POPULATION, title="厦门市人口基础信息", quality=5)])
    asked = ["人口", "rkjc", "福州", "1/01", "", "信息 身份"]
    before = [find(query, limit=1) for query in asked]
    told: list[tuple[int, int]] = []
    rebuild(lambda done, of: told.append((done, of)))
    assert [find(query, limit=1) for query in asked] == before
    assert told == [(4, 4)]
    put([LEGAL_PERSONS])
    assert titles("法人") == ["法人基础信息"]


def test_the_tables_can_be_taken_away_and_made_again() -> None:
    remove_index(connection)
    create_index(connection)
    assert titles("") == []
    put(ALL)
    assert titles("公安厅") == ["福建省公安厅"]


@pytest.mark.parametrize("quality", [-1, 1_001])
def test_refuses_a_quality_out_of_range(quality: int) -> None:
    with pytest.raises(Unsearchable, match="The quality of an entry must be from 0 to 1000"):
        Entry(kind="item", object_id=1, title="人口", quality=quality)


def test_indexes_long_and_strange_texts() -> None:
    only(
        Entry(
            kind="item", object_id=1, title="人口" * 400, text="".join(map(chr, range(0x4E00, 0x9FA5))) * 2
        ),
        Entry(kind="item", object_id=2, title="", text="'\"\\&|!()<>:*%_ \u0301\u3000\U00020000", code="'\\"),
        Entry(kind="item", object_id=3, title="𠀀𠀁", facets={"cycle": "值" * 900, "名'": "\\'\"% "}),
    )
    assert [hit.object_id for hit in find("人口人口").entries] == [1]
    assert [hit.object_id for hit in find("𠀀𠀁").entries] == [3]
    assert [hit.object_id for hit in find("", facets={"名'": ["\\'\"% "]}).entries] == [3]


@pytest.mark.postgres
def test_a_search_leaves_the_settings_of_the_connection() -> None:
    with connection.cursor() as cursor:
        only(*ALL)
        find("人口")
        cursor.execute("SHOW enable_seqscan")
        assert cursor.fetchall() == [("on",)]
