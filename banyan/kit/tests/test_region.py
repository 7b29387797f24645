"""Region codes of GB/T 2260 and GB/T 10114."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.kit.identifiers import IdentifierError, region
from banyan.kit.identifiers.region import Level

regions = st.integers(1, 5).flatmap(
    lambda levels: st.builds(
        region.make,
        st.just(35),
        *[st.integers(1, last) for last in (99, 99, 599, 599)[: levels - 1]],
    )
)


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        ("35", "35", Level.PROVINCE),
        ("350000", "35", Level.PROVINCE),
        ("3501", "3501", Level.CITY),
        ("350100", "3501", Level.CITY),
        ("350102", "350102", Level.COUNTY),
        ("350102000", "350102", Level.COUNTY),
        ("350102001", "350102001", Level.TOWNSHIP),
        ("350102001000", "350102001", Level.TOWNSHIP),
        ("350102001001", "350102001001", Level.VILLAGE),
        (" ３５０１ ", "3501", Level.CITY),
    ],
)
def test_reads_every_length_with_and_without_filling_zeros(text: str, code: str, level: Level) -> None:
    found = region.parse(text)
    assert (found.code, found.level) == (code, level)


def test_climbs_from_village_to_province() -> None:
    steps = [region.parse("350102001001")]
    while parent := steps[-1].parent:
        steps.append(parent)
    assert [str(step) for step in steps] == ["350102001001", "350102001", "350102", "3501", "35"]


def test_a_township_of_a_city_without_counties_belongs_to_the_city() -> None:
    township = region.parse("441900003")
    assert township.level == Level.TOWNSHIP
    assert township.parent == region.parse("441900")


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("", "2, 4, 6, 9 or 12 digits"),
        ("351", "2, 4, 6, 9 or 12 digits"),
        ("35010A", "2, 4, 6, 9 or 12 digits"),
        ("990100", "99 is none"),
        ("000000", "00 is none"),
        ("350001", "skips a level"),
        ("350102000001", "skips a level"),
    ],
)
def test_refuses_with_what_to_type(text: str, tells: str) -> None:
    with pytest.raises(IdentifierError, match=tells):
        region.parse(text)
    assert not region.is_valid(text)


def test_fills_with_zeros_and_never_cuts() -> None:
    assert region.parse("3501").filled(6) == "350100"
    assert region.parse("350102001").filled(12) == "350102001000"
    with pytest.raises(ValueError, match="more than 6"):
        region.parse("350102001").filled(6)


@given(regions)
def test_what_is_made_reads_back_in_every_length(made: region.Region) -> None:
    assert region.parse(made.code) == made
    assert region.parse(made.filled(12)) == made


@given(regions)
def test_a_region_lies_in_its_parent_and_one_level_lower(made: region.Region) -> None:
    parent = made.parent
    assert (parent is None) == (made.level == Level.PROVINCE)
    if parent:
        assert made.code.startswith(parent.code)
        assert parent.level == made.level - 1
