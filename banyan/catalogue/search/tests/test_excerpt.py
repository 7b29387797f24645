"""Showing why an entry was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.catalogue.search.excerpt import LENGTH, in_title, matches, snippet
from banyan.catalogue.search.tests.entries import LETTERS
from banyan.catalogue.search.tokens import words


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in in_title(text, words(query))]


@pytest.mark.parametrize(
    ("title", "query", "shown"),
    [
        ("福州市人口基础信息", "人口基础", ["人口基础"]),
        ("福州市人口基础信息", "信息 福州", ["福州", "信息"]),
        ("福州市人口基础信息", "人口 基础", ["人口基础"]),
        ("人口（基础）信息", "口基础信", ["口（基础）信"]),
        ("ＡＰＩ接口", "api", ["ＡＰＩ"]),
        ("基础的人口信息", "人口基础", ["基础", "人口"]),
        ("福州市人口基础信息", "rkjc", ["人口基础"]),
        ("福州市人口基础信息", "福州jcxx", ["福州"]),
        ("㎡面积", "m2", ["㎡"]),
        ("福州市", "厦门", []),
    ],
)
def test_marks_what_matches(title: str, query: str, shown: list[str]) -> None:
    assert marked(title, query) == shown


@given(text=st.text(LETTERS, max_size=300), query=st.text(LETTERS, max_size=4))
def test_ranges_rise_apart_within_the_text(text: str, query: str) -> None:
    for shown, ranges in [
        (text, matches(text, words(query))),
        *[(e.text, e.matches) for e in [snippet(text, words(query))]],
    ]:
        edges = [edge for pair in ranges for edge in pair]
        assert edges == sorted(set(edges))
        assert all(0 <= edge <= len(shown) for edge in edges)
        assert len(shown) <= max(len(text), LENGTH + 2)


def test_cuts_a_piece_around_the_first_match() -> None:
    text = "甲" * 500 + "统一社会信用代码" + "乙" * 500
    found = snippet(text, words("信用代码"))
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert [found.text[start:end] for start, end in found.matches] == ["信用代码"]
    assert len(found.text) == LENGTH + 2


def test_shows_the_beginning_when_the_text_does_not_match() -> None:
    assert snippet("姓名、出生日期", words("人口")).text == "姓名、出生日期"
    assert snippet("", words("人口")).text == ""
