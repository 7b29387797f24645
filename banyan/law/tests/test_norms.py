"""Articles are cited in both languages; norms keep their keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.law.norms import Article, Norm
from banyan.law.problems import LawError

numbers = st.integers(1, 99)


@pytest.mark.parametrize(
    ("reference", "zh", "en"),
    [
        ("25", "第二十五条", "art. 25"),
        ("16.2", "第十六条第二款", "art. 16(2)"),
        ("38(3)", "第三十八条第（三）项", "art. 38, item (3)"),
        ("38.1(3)", "第三十八条第一款第（三）项", "art. 38(1), item (3)"),
    ],
)
def test_an_article_is_cited_in_chinese_and_english(reference: str, zh: str, en: str) -> None:
    article = Article(reference)
    assert (article.zh, article.en) == (zh, en)
    assert (article.cite("zh-hans"), article.cite("en")) == (zh, en)


@pytest.mark.parametrize(
    "reference", ["", "0", "16.", "16.0", "016", "16.2.1", "16.2-a", "(3)", "art. 16", "16 "]
)
def test_what_is_no_article_is_refused(reference: str) -> None:
    with pytest.raises(LawError, match="write it like 16"):
        Article(reference)


@pytest.mark.parametrize("key", ["", "25.1", "25-c", "25.1-C", "25.1-cc", "38(3)-a", "25.1-c "])
def test_what_is_no_key_of_a_norm_is_refused(key: str) -> None:
    with pytest.raises(LawError, match=r"write it like 25\.1-c"):
        Norm(key)


@given(st.lists(st.tuples(numbers, numbers)))
def test_articles_sort_by_number_not_by_letters(places: list[tuple[int, int]]) -> None:
    articles = [Article(f"{number}.{paragraph}") for number, paragraph in places]
    assert [(each.place[0], each.place[1]) for each in sorted(articles)] == sorted(places)


def test_norms_sort_by_the_numbers_of_their_keys() -> None:
    keys = ["10.1-a", "9.1-b", "38.1(2)-a", "38.1-c", "9.1-a", "38.1(10)-a"]
    assert sorted(map(Norm, keys)) == list(
        map(Norm, ["9.1-a", "9.1-b", "10.1-a", "38.1-c", "38.1(2)-a", "38.1(10)-a"])
    )


def test_a_norm_is_named_by_its_article_its_paragraph_and_itself() -> None:
    assert Norm("25.1-c").groups == {"25", "25.1", "25.1-c"}
    assert Norm("38.1(3)-a").groups == {"38", "38.1", "38(3)", "38.1(3)", "38.1(3)-a"}


def test_norms_with_one_key_are_one_norm() -> None:
    assert {Norm("25.1-c"), Norm("25.1-c")} == {Norm("25.1-c")}
    assert str(Norm("25.1-c")) == "25.1-c"
