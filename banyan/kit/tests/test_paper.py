"""Papers as PDF, HTML and plain values."""

import re
import zlib
from datetime import UTC, datetime

import pytest

from banyan.kit.paper import Cell, Grid, Paper, Section, html, pdf, plain

AT = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)
TEXT = "福建省电子政务年度报告"


def paper(**changed: object) -> Paper:
    grid = Grid(
        caption="各市",
        head=("地区", "整合率"),
        rows=((Cell("福州市"), Cell("87%", "https://banyan.example/rows?a=1&b=2")),),
        numbers=frozenset({1}),
    )
    section = Section(
        title="一、总体", lines=("截至年末。", Cell("见明细", "https://banyan.example/x")), grids=(grid,)
    )
    told = {"title": TEXT, "sections": (section,), "closing": ("二〇二六年",), **changed}
    return Paper(**told)  # type: ignore[arg-type]  # as given by the test


def streams(made: bytes) -> bytes:
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", made, re.DOTALL)
    out = made
    for one in found:
        try:
            out += zlib.decompress(one)
        except zlib.error:
            continue
    return out


def test_a_pdf_carries_its_own_chinese_fonts_and_its_links() -> None:
    made = streams(pdf(paper(), at=AT))
    assert made.startswith(b"%PDF-")
    assert b"NotoSerif" in made
    assert b"NotoSans" in made
    assert b"DejaVu" not in made
    assert b"https://banyan.example/rows?a=1&b=2" in made
    assert b"/StructTreeRoot" in made


def test_the_same_paper_is_the_same_file() -> None:
    assert pdf(paper(), at=AT) == pdf(paper(), at=AT)
    assert pdf(paper(), at=AT) != pdf(paper(title="别的"), at=AT)


@pytest.mark.parametrize("lang", ["zh-Hans", "en"])
def test_what_looks_like_markup_is_only_text(lang: str) -> None:
    nasty = '#panic("x") <b>$1$</b> @ref *a* \\ " {{ 1 }}'
    one = paper(title=nasty, lang=lang, issuer=nasty, lines=(nasty,))
    assert pdf(one, at=AT).startswith(b"%PDF-")
    assert "<b>" not in html(one)
    assert "&lt;b&gt;" in html(one)


def test_html_holds_every_word_and_link() -> None:
    page = html(paper())
    assert page.lstrip().startswith("<!doctype html>")
    for word in (TEXT, "截至年末。", "福州市", "二〇二六年"):
        assert word in page
    assert 'href="https://banyan.example/rows?a=1&amp;b=2"' in page


def test_plain_values_hold_every_word() -> None:
    told = plain(paper())
    assert told["sections"][0]["lines"][0] == {"text": "截至年末。", "url": ""}
    assert told["sections"][0]["grids"][0]["rows"][0][1]["text"] == "87%"


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="needs 2 cells"):
        Grid(caption="x", head=("a", "b"), rows=((Cell("1"),),))
