"""Text for comparing and searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.kit.text import bigrams, cells_of, cites_law, initials, is_cjk, normalise


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("　福建省\t数字\u200b办 ", "福建省 数字办"),
        ("ＡＢＣ１２３（试行）", "ABC123(试行)"),
        ("\ufeff名称\u202c", "名称"),
        ("㈱", "(株)"),
        ("", ""),
    ],
)
def test_normalise_gives_one_spelling(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@given(st.text())
def test_normalise_changes_nothing_twice(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("信用代码", ["信用", "用代", "代码"]),
        ("税", ["税"]),
        ("婚姻 登记", ["婚姻", "登记"]),
        ("A股，ＩＤ", ["a股", "id"]),
        ("人人人", ["人人", "人人"]),
        ("—— ！", []),
    ],
)
def test_bigrams_are_neighbours_within_a_run(text: str, pairs: list[str]) -> None:
    assert bigrams(text) == pairs


@given(st.text())
def test_bigrams_lose_no_letter_or_digit(text: str) -> None:
    kept = {character for pair in bigrams(text) for character in pair}
    assert kept == {character for character in normalise(text).casefold() if character.isalnum()}


@given(st.text("福建省数字办", min_size=2), st.data())
def test_a_part_of_a_word_is_found_by_its_bigrams(word: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(word) - 2))
    part = word[start : data.draw(st.integers(start + 2, len(word)))]
    assert set(bigrams(part)) <= set(bigrams(word))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("统一社会信用代码", "tyshxydm"),
        ("组织机构代码", "zzjgdm"),
        ("重庆银行", "cqyh"),
        ("安溪县", "axx"),
        ("Ａ类 12 号！", "al12h"),
        ("", ""),
    ],
)
def test_initials_of_pinyin(text: str, letters: str) -> None:
    assert initials(text) == letters


@given(st.text())
def test_initials_are_small_letters_and_digits(text: str) -> None:
    assert set(initials(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789")


def test_is_cjk_knows_ideographs_only() -> None:
    assert all(map(is_cjk, "榕政㐀〇𠀀豈"))
    assert not any(map(is_cjk, "aＡ1。あ한 "))


@pytest.mark.parametrize("line", ["1.1\t骨干网\t1", "1.1 | 骨干网 | 1", "1.1｜骨干网｜1"])
def test_the_cells_of_a_line_are_parted_by_tabs_or_bars(line: str) -> None:
    assert cells_of(line) == ["1.1", "骨干网", "1"]


@pytest.mark.parametrize(
    "text",
    ["《统计法》", "统计法第九条", "个人信息保护法第 28 条", "Statistics Law, art. 9", "第一千一百一十条"],
)
def test_a_law_is_cited_by_its_title_or_by_an_article(text: str) -> None:
    assert cites_law(text)


@pytest.mark.parametrize("text", ["", "系统正在升级", "本单位决定", "《》", "第九次会议", "start 9"])
def test_what_names_no_law_cites_none(text: str) -> None:
    assert not cites_law(text)
