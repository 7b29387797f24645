"""Tables as people send them: every encoding and kind that offices use, and every file made to do harm."""

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banyan.kit import workbook
from banyan.kit.tablefile import TableFault, read_table, table_rows

CELL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n,;\t\"'张\U00020089\ue5e5")
)
HEADING = st.lists(st.text("名称代码abc019", min_size=1), min_size=2, max_size=5)
RARE = "\U00020bb7田\U0002b5af子 㐂"
SHEET = """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>"""
FAR_CELLS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
FAR_UNNAMED = '<row r="1"><c><v>1</v></c></row><row r="1048576">' + "<c/>" * 150 + "<c><v>1</v></c></row>"
FORMATTED_ONLY = '<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'


def csv_of(rows: list[list[str]], encoding: str, delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_of(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xlsx_with_sheet(sheet: str) -> bytes:
    """A sound workbook whose first sheet is replaced by this XML."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx_of(["a"]))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else old.read(part))
    return made.getvalue()


def refused(file: bytes, **bounds: int) -> str:
    with pytest.raises(TableFault) as fault:
        read_table(file, **bounds)
    return str(fault.value)


@settings(deadline=None)
@given(HEADING, st.lists(st.lists(CELL, min_size=2, max_size=5), max_size=8))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_reads_back_every_text_that_was_written(
    encoding: str, delimiter: str, heading: list[str], rows: list[list[str]]
) -> None:
    assert read_table(csv_of([heading, *rows], encoding, delimiter)) == [heading, *rows]


def test_reads_rare_names_of_four_bytes_in_gb18030() -> None:
    file = csv_of([["姓名", "代码"], [RARE, "001"]], "gb18030")
    assert read_table(file) == [["姓名", "代码"], [RARE, "001"]]


def test_streams_what_is_cut_inside_a_character() -> None:
    rows = [["姓名", "代码"], *[[RARE, str(number)] for number in range(80_000)]]
    assert list(table_rows(io.BytesIO(csv_of(rows, "gb18030")))) == rows


def test_keeps_blank_rows_so_that_places_are_row_numbers() -> None:
    assert read_table(b"a,b\n\n1,2\n") == [["a", "b"], [], ["1", "2"]]
    assert read_table(xlsx_of([], ["a", "b"], [], ["1", "2"]))[1:] == [["a", "b"], ["", ""], ["1", "2"]]


@pytest.mark.parametrize("file", [b"", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_rows(file: bytes) -> None:
    assert read_table(file) == []


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("0012", "0012"),
        (12, "12"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (date(2026, 1, 2), "2026-01-02"),
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02T03:04:05"),
        (True, "true"),
        (RARE, RARE),
        ('a,\n"b"', 'a,\n"b"'),
        (None, ""),
    ],
)
def test_every_cell_of_a_workbook_is_text(cell: Any, text: str) -> None:
    assert read_table(xlsx_of(["列", "末"], [cell, "x"])) == [["列", "末"], [text, "x"]]


def test_reads_the_first_sheet_that_is_not_hidden() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["hidden"])
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet().append(["shown"])
    file = io.BytesIO()
    book.save(file)
    assert read_table(file.getvalue()) == [["shown"]]


def test_refuses_a_cell_far_away_before_it_is_unpacked() -> None:
    assert "row 1048576, column 16384" in refused(xlsx_with_sheet(SHEET.format(FAR_CELLS)))


def test_survives_a_cell_that_does_not_say_how_far_away_it_is() -> None:
    """The sheet between the two takes some four gigabytes: more than the reader may have, and not past all bounds."""
    assert "more memory" in refused(xlsx_with_sheet(SHEET.format(FAR_UNNAMED)))


def test_a_cell_that_is_only_formatted_is_no_cell() -> None:
    assert read_table(xlsx_with_sheet(SHEET.format(FORMATTED_ONLY))) == [["7"]]


def test_only_the_sheet_that_is_read_must_keep_the_bounds() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["7"])
    book.create_sheet().cell(row=9, column=9, value="far")
    file = io.BytesIO()
    book.save(file)
    assert read_table(file.getvalue(), most_rows=2, most_columns=2) == [["7"]]


def test_an_error_in_a_cell_is_no_empty_cell() -> None:
    sheet = '<row r="2"><c r="B2" s="1" t="e"><v>#N/A</v></c></row>'
    assert "Row 2, column 2 of the workbook holds an error" in refused(xlsx_with_sheet(SHEET.format(sheet)))


def test_refuses_a_zero_byte_that_a_workbook_hides() -> None:
    sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0000_b</t></is></c></row>'
    assert "damaged" in refused(xlsx_with_sheet(SHEET.format(sheet)))


def test_refuses_a_workbook_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_UNZIPPED", 1 << 20)
    bomb = xlsx_with_sheet(SHEET.format(" " * (2 << 20)))
    assert len(bomb) < 20_000
    assert "more than 1 MiB" in refused(bomb)


def test_refuses_a_damaged_workbook() -> None:
    whole = xlsx_of(["a", "b"], [1, 2])
    assert "damaged" in refused(whole[: len(whole) // 2])
    assert "damaged" in refused(xlsx_with_sheet("<worksheet><sheetData><row"))


def test_refuses_an_archive_that_is_no_workbook() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    assert "not an XLSX workbook" in refused(file.getvalue())


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "old .xls"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "neither UTF-8 nor GB18030|bytes that no table has"),
        (b"a,b\n1,\x00\n", "bytes that no table has"),
        ("a,b\n张,".encode() + b"\xff\xff\n", "neither UTF-8 nor GB18030"),
        (b"<html><table>", "web page"),
        (b"%PDF-1.7\n1 0 obj", "bytes that no table has"),
        (b"{\\rtf1 a}", "bytes that no table has"),
        (b'a,b\n"1"2,3\n', "quotation marks"),
        (b'a,b\n"1,3\n', "quotation marks"),
    ],
)
def test_refuses_what_is_no_table(file: bytes, says: str) -> None:
    assert any(words in refused(file) for words in says.split("|"))


def test_refuses_more_rows_or_columns_than_asked_for() -> None:
    assert "more than 2 rows" in refused(b"a\n1\n2\n", most_rows=2)
    assert "more than 2 columns" in refused(b"a,b\n1,2,3\n", most_columns=2)
    assert "at most 2 rows" in refused(xlsx_of(["a"], ["1"], ["2"]), most_rows=2)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_junk_gives_texts_or_one_sentence(file: bytes) -> None:
    with suppress(TableFault):
        assert all(isinstance(cell, str) for row in read_table(file) for cell in row)


def test_a_reader_that_stops_early_leaves_nothing_running() -> None:
    rows = table_rows(io.BytesIO(xlsx_of(*[["a", "b"]] * 5_000)))
    assert next(rows) == ["a", "b"]
    rows.close()


@pytest.mark.parametrize("start", ["", "甲,乙\n"])
def test_a_line_without_end_is_refused_before_it_fills_the_memory(
    monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setattr("banyan.kit.tablefile.LONGEST_LINE", 1_000)
    file = io.BytesIO((start + "a" * 5_000).encode())
    with pytest.raises(TableFault, match=f"Line {2 if start else 1} "):
        list(table_rows(file))
