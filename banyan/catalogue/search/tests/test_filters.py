"""A filter lets in only what it names."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from banyan.catalogue.search import Entry, Hit, find
from banyan.catalogue.search.tests.entries import ALL, only, titles
from banyan.catalogue.search.tokens import of_facet, plain

pytestmark = pytest.mark.django_db

VALUES = st.text(
    st.sampled_from(["a", "A", "每", "天", " ", "\u3000", "_", "=", "'", '"', "\\", "&", "é", "É"]),
    max_size=3,
)
REGIONS = st.sampled_from(["", "3", "35", "3501", "350102", "350100", "350203", "36", "350102001"])
ENTRIES = st.lists(
    st.builds(
        Entry,
        kind=st.sampled_from(["resource", "Resource", "resource_item", "service"]),
        object_id=st.integers(1, 40),
        title=st.sampled_from(["户籍登记", "户籍", "登记户籍信息"]),
        text=st.sampled_from(["", "户籍 resource 35 每天"]),
        body=st.none() | st.integers(0, 12),
        region=REGIONS,
        facets=st.dictionaries(st.sampled_from(["cycle", "Cycle", "sharing"]), VALUES, max_size=2),
        quality=st.integers(0, 1_000),
    ),
    max_size=12,
)


def identity(entry: Entry | Hit) -> tuple[str, int]:
    return entry.kind, entry.object_id


FILTERS = st.fixed_dictionaries(
    {
        "kinds": st.lists(st.sampled_from(["resource", "Resource", "service", "resource item"]), max_size=2),
        "region_prefix": REGIONS,
        "body": st.none() | st.integers(0, 12),
        "facets": st.dictionaries(st.sampled_from(["cycle", "sharing"]), st.lists(VALUES, max_size=2)),
    }
)


def passes(entry: Entry, query: str, filters: dict[str, Any]) -> bool:
    return (
        (not filters["kinds"] or entry.kind in filters["kinds"])
        and entry.region.startswith(filters["region_prefix"])
        and filters["body"] in {None, entry.body}
        and all(entry.facets.get(name) in values for name, values in filters["facets"].items() if values)
        and query in entry.title + entry.text
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=ENTRIES, query=st.sampled_from(["", "户籍", "登记"]), filters=FILTERS)
def test_lets_through_exactly_what_passes_every_filter(
    entries: list[Entry], query: str, filters: dict[str, Any]
) -> None:
    only(*entries)
    found = find(query, limit=200, **filters)
    latest = {identity(entry): entry for entry in entries}
    expected = {key for key, entry in latest.items() if passes(entry, query, filters)}
    assert {identity(hit) for hit in found.entries} == expected


@given(one=st.text(max_size=130), other=st.text(max_size=130))
def test_different_values_never_share_an_index_word(one: str, other: str) -> None:
    assert (plain(one) == plain(other)) == (one == other)
    assert (of_facet("a", one) == of_facet("a=", other)) is False


def test_filters_by_kind_region_body_and_facets_together() -> None:
    only(*ALL)
    assert titles("基础信息", kinds=["service"]) == ["人口基础信息"]
    assert titles("基础信息", region_prefix="3502") == ["法人基础信息"]
    assert titles("基础信息", region_prefix="35", body=7) == ["福州市人口基础信息"]
    assert titles("基础信息", facets={"cycle": ["每天", "每月"], "sharing": ["unconditional"]}) == [
        "法人基础信息"
    ]
    assert titles("", kinds=["body", "service"]) == ["人口基础信息", "福建省公安厅", "Library API 接口"]
    assert titles("", facets={"cycle": ["每年"]}) == []
