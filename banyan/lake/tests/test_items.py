"""What items demand, and how the columns of a table must fit them."""

import pytest

from banyan.lake.items import ColumnsFault, ItemRule, codes_of, columns_of, region_item

NAME, SEX = ItemRule("姓名", "C", is_key=True), ItemRule("性别", "C")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1=男；2=女", {"1", "2"}),
        ("0;1", {"0", "1"}),
        ("10：未婚、20：已婚", {"10", "20"}),
        ("1 = 男\n2 = 女\n", {"1", "2"}),
        ("性别", set()),
        ("GB/T 2261.1-2003", set()),
        ("", set()),
    ],
)
def test_a_code_list_gives_its_codes(text: str, codes: set[str]) -> None:
    assert codes_of(text) == codes


def test_columns_may_stand_in_any_order() -> None:
    assert columns_of([" 性别", "姓名 ", "", ""], [NAME, SEX]) == ["性别", "姓名"]


def test_a_fault_names_every_column_that_does_not_fit() -> None:
    with pytest.raises(ColumnsFault) as fault:
        columns_of(["姓名", "姓名", "年龄", "", "备注"], [NAME, SEX])
    assert "Missing: 性别. Unknown: 年龄、—、备注. Twice: 姓名." in str(fault.value)


@pytest.mark.parametrize(
    ("items", "chosen"),
    [
        (["居住地行政区划代码", "户籍地行政区划代码"], "户籍地行政区划代码"),
        (["户籍地行政区划代码", "行政区划代码"], "行政区划代码"),
        (["住所行政区划代码", "姓名"], "住所行政区划代码"),
        (["姓名", "行政区划名称"], ""),
    ],
)
def test_one_item_says_which_region_a_row_is_about(items: list[str], chosen: str) -> None:
    assert region_item([ItemRule(name, "C") for name in items]) == chosen


def test_the_element_of_an_item_decides_before_its_name() -> None:
    first = ItemRule("行政区划代码", "C", element="居住地行政区划代码")
    assert region_item([first, ItemRule("区划", "C", element="行政区划代码")]) == "区划"
