"""What is found, in which order, and what is said about the rest."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from banyan.catalogue.search import CAP, Entry, Found, Hit, Unsearchable, find, put
from banyan.catalogue.search.question import Rank
from banyan.catalogue.search.tests.entries import ALL, LETTERS, LIBRARY, POPULATION, TITLES, only, titles
from banyan.catalogue.search.tokens import words

pytestmark = pytest.mark.django_db

a_few = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def catalogue() -> None:
    only(*ALL)


def pages(query: str, limit: int, **given: object) -> Iterator[Found]:
    after = None
    while True:
        page = find(query, limit=limit, after=after, **given)  # type: ignore[arg-type]  # any filter of find
        yield page
        if not page.more:
            return
        assert page.next != after
        after = page.next


@a_few
@given(title=TITLES, at=st.integers(0, 20))
def test_finds_an_entry_by_any_two_characters_of_its_title(title: str, at: int) -> None:
    asked = title[at % (len(title) - 1) :][:2]
    assume(words(asked))
    only(Entry(kind="resource", object_id=1, title=title), Entry(kind="resource", object_id=2, title="龘"))
    assert title in titles(asked)


@a_few
@given(title=TITLES, start=st.integers(0, 11), size=st.integers(1, 12))
def test_finds_an_entry_by_any_piece_of_its_title(title: str, start: int, size: int) -> None:
    asked = title[start % len(title) :][:size]
    assume(words(asked))
    only(Entry(kind="resource", object_id=1, title=title))
    assert titles(asked) == [title]


@a_few
@given(
    code=st.text("0123456789ABCXYZ/-", min_size=2, max_size=30),
    size=st.integers(2, 30),
    other=st.text("0189AB/"),
)
def test_finds_by_the_beginning_of_a_code_and_by_no_other_beginning(code: str, size: int, other: str) -> None:
    def spelt(text: str) -> str:
        return "".join(words(text))

    assume(len(spelt(code[:size])) > 1 and len(spelt(other)) > 1)
    only(Entry(kind="resource", object_id=1, title="目录", code=code))
    assert titles(code[:size]) == ["目录"]
    assert bool(titles(other)) == spelt(code).startswith(spelt(other))


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("人口", ["人口基础信息", "福州市人口基础信息", "法人基础信息"]),
        ("厅", ["福建省公安厅"]),
        ("福州人口", ["福州市人口基础信息"]),
        ("人口身份姓名", ["福州市人口基础信息"]),
        ("福州市的人口", []),
        ("人口基础", ["人口基础信息", "福州市人口基础信息"]),
        ("福州 人口", ["福州市人口基础信息"]),
        ("福 姓名", ["福州市人口基础信息"]),
        ("市人口基础信", ["福州市人口基础信息"]),
        ("公民身份号码", ["福州市人口基础信息"]),
        ("rkjc", ["福州市人口基础信息", "人口基础信息"]),
        ("RKJC", ["福州市人口基础信息", "人口基础信息"]),
        ("福州jcxx", ["福州市人口基础信息"]),
        ("1/01/001/3501", ["福州市人口基础信息"]),
        ("1/01", ["福州市人口基础信息"]),
        ("1010013501", ["福州市人口基础信息"]),
        ("11350000m", ["福建省公安厅"]),
        ("11350000MB0012345X", ["福建省公安厅"]),
        ("regist", ["福州市人口基础信息"]),
        ("library api", ["Library API 接口"]),
        ("ｌｉｂｒａｒｙ", ["Library API 接口"]),
        ("公安局", []),
        ("！？", []),
        ("'\" AND OR NOT * ^ ( ) : & | <-> \\ %", []),
    ],
)
def test_finds_words_initials_and_codes(query: str, found: list[str]) -> None:
    assert titles(query) == found


@pytest.mark.usefixtures("catalogue")
def test_shows_the_exact_title_before_the_prefix_before_the_title_before_the_text() -> None:
    exact = Entry(kind="item", object_id=1, title="人 口", quality=0)
    put([exact])
    found = find("人口").entries
    assert [hit.title for hit in found] == ["人 口", "人口基础信息", "福州市人口基础信息", "法人基础信息"]
    assert [hit.score // 1_001 for hit in found] == [Rank.EXACT, Rank.PREFIX, Rank.TITLE, Rank.TEXT]


@a_few
@given(qualities=st.lists(st.integers(0, 1_000), min_size=1, max_size=12))
def test_shows_equal_matches_by_quality(qualities: list[int]) -> None:
    only(*(Entry(kind="item", object_id=at, title="户籍", quality=of) for at, of in enumerate(qualities)))
    assert [hit.score % 1_001 for hit in find("户籍").entries] == sorted(qualities, reverse=True)


@a_few
@given(found=st.lists(TITLES, max_size=25), asked=st.text(LETTERS, max_size=2), limit=st.integers(1, 7))
def test_pages_show_every_entry_once_and_the_best_first(found: list[str], asked: str, limit: int) -> None:
    only(*(Entry(kind="item", object_id=at, title=title, quality=at % 3) for at, title in enumerate(found)))
    shown = [hit for page in pages(asked, limit) for hit in page.entries]
    assert [hit.object_id for hit in shown] == [hit.object_id for hit in find(asked, limit=200).entries]
    assert len({hit.object_id for hit in shown}) == len(shown)
    scores = [hit.score for hit in shown]
    assert scores == sorted(scores, reverse=True)


def test_says_that_more_than_a_thousand_match_and_keeps_the_best() -> None:
    only(*(Entry(kind="item", object_id=at, title=f"户籍{at}") for at in range(CAP + 5)))
    put(Entry(kind="item", object_id=at, title=f"常住户籍{at}", quality=900) for at in range(5_000, 5_003))
    every = list(pages("户籍", 200))
    assert all(page.capped for page in every)
    assert sum(len(page.entries) for page in every) == CAP
    assert [hit.object_id for hit in find("", limit=3).entries] == [5_000, 5_001, 5_002]
    assert find("", limit=3).capped
    assert not find("常住").capped


def test_is_not_capped_by_exactly_a_thousand() -> None:
    only(*(Entry(kind="item", object_id=at, title=f"户籍{at}") for at in range(CAP)))
    assert not find("户籍").capped
    assert sum(len(page.entries) for page in pages("户籍", 200)) == CAP


@pytest.mark.usefixtures("catalogue")
def test_a_hit_carries_what_a_list_shows() -> None:
    [hit] = find("公民身份").entries
    text = hit.snippet.text
    assert hit == Hit(
        kind="resource",
        object_id=1,
        title="福州市人口基础信息",
        matches=(),
        code="1/01/001/350100/0001",
        snippet=hit.snippet,
        body=7,
        region="350100",
        score=Rank.TEXT * 1_001 + 80,
        url="/resource/1",
    )
    assert [text[start:end] for start, end in hit.snippet.matches] == ["公民身份"]


@pytest.mark.usefixtures("catalogue")
def test_asks_the_database_few_questions(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(7):
        find("rkjc", kinds=["resource"])


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"query": "长" * 101}, "Search for at most 100 characters."),
        ({"query": "人口", "limit": 0}, "Ask for 1 to 200 entries at a time."),
        ({"query": "人口", "limit": 201}, "Ask for 1 to 200 entries at a time."),
        (
            {"query": "人口", "after": "9-1"},
            "This continuation is not one of this search; start from the first page.",
        ),
        (
            {"query": "人口", "after": "1 OR 1"},
            "This continuation is not one of this search; start from the first page.",
        ),
    ],
)
def test_says_what_to_ask_instead(given: dict[str, object], sentence: str) -> None:
    with pytest.raises(Unsearchable, match=sentence):
        find(**given)  # type: ignore[arg-type]  # what find refuses


def test_takes_the_longest_query() -> None:
    long = "".join(chr(0x4E00 + at) for at in range(100))
    only(Entry(kind="item", object_id=1, title=f"前{long}"), POPULATION, LIBRARY)
    assert titles(long) == [f"前{long}"]
