"""The collection catalogue and the forms that are checked against it."""

import zipfile
from io import BytesIO
from itertools import groupby
from pathlib import Path

from openpyxl import Workbook

from demo_province.item_shapes import Shapes
from demo_province.writing import hand_written, write_table

HEADER = (
    "code", "line", "matter", "name", "element", "data_type", "length", "subject", "basis", "frequency", "level",
    "region",
)  # fmt: skip
FIELD_HEADER = ("序号", "字段名称", "数据类型", "长度", "是否必填", "填写说明")
EXPECTED_HEADER = ("form", "number", "name", "element", "expected", "from_resource")
TYPE_WORDS = {"C": "字符型", "N": "数值型", "Y": "货币型", "D": "日期型", "M": "备注型"}
FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def make_collection(into: Path) -> int:
    """Write ``collection_items.csv``: every item of every matter, in force in the whole province."""
    shapes = Shapes(into)
    rows = []
    for number, row in enumerate(hand_written("matters"), 1):
        for place, item in enumerate(shapes.marked(row["items"]), 1):
            shape = (item.name, item.element, item.data_type, item.length)
            terms = (row["subject"], row["basis"], row["frequency"], row["level"], "350000")
            rows.append((f"CJ{number:03}-{place:02}", row["line"], row["matter"], *shape, *terms))
    write_table(into / "collection_items.csv", HEADER, rows)
    return len(rows)


def make_forms(into: Path) -> int:
    """Write the forms as XLSX and CSV, their index, what a check should say, and two broken ones for tests."""
    folder = into / "forms"
    forms = {row["form"]: row for row in hand_written("forms")}
    fields = {
        form: list(rows) for form, rows in groupby(hand_written("form_fields"), lambda row: row["form"])
    }
    tables = {
        form: [field_row(*numbered) for numbered in enumerate(rows, 1)] for form, rows in fields.items()
    }
    for form, table in tables.items():
        write_table(folder / f"{form}.csv", FIELD_HEADER, table)
        write_workbook(folder / f"{form}.xlsx", [FIELD_HEADER, *table], forms[form])
    first, second, *_ = forms
    write_workbook(folder / "without_header.xlsx", tables[first], forms[first])
    write_table(folder / f"{second}_gb18030.csv", FIELD_HEADER, tables[second], encoding="gb18030")
    write_table(folder / "forms.csv", tuple(forms[first]), [tuple(row.values()) for row in forms.values()])
    expected = [
        (form, number, row["name"], row["element"], row["expected"], row["from_resource"])
        for form, rows in fields.items()
        for number, row in enumerate(rows, 1)
    ]
    write_table(folder / "expected.csv", EXPECTED_HEADER, expected)
    return len(forms)


def field_row(number: int, row: dict[str, str]) -> tuple[str | int, ...]:
    """One field as a designer writes it down."""
    required = "是" if row["required"] == "1" else "否"
    return (number, row["name"], TYPE_WORDS[row["data_type"]], int(row["length"]), required, row["note"])


def write_workbook(path: Path, rows: list[tuple[str | int, ...]], form: dict[str, str]) -> None:
    """Write a workbook of two sheets, the fields and what the form is for, without the time of writing."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("采集表")
    for row in rows:
        sheet.append(row)
    about = book.create_sheet("表单说明")
    labels = (("表单名称", "title"), ("采集单位", "body"), ("采集事项", "matter"), ("采集依据", "basis"))
    for label, column in (*labels, ("采集频率", "frequency")):
        about.append((label, form[column]))
    written = BytesIO()
    book.save(written)
    path.write_bytes(without_time(written.getvalue()))


def without_time(book: bytes) -> bytes:
    """The same workbook with one fixed time in its archive and its properties."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            data = CORE_PROPERTIES if name == "docProps/core.xml" else old.read(name)
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


CORE_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
