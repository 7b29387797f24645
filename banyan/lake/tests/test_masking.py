"""Masking shows enough to tell apart and too little to know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.lake.masking import mask
from banyan.lake.meaning import ENDINGS, Meaning, meaning_of

ITEMS = st.sampled_from(["", "备注", *(name for _, names in ENDINGS for name in names)])


@pytest.mark.parametrize(
    ("value", "item", "shown"),
    [
        ("35010219900101002X", "公民身份号码", "350102********002X"),
        ("35010219900101002X", "证件号码", "350102********002X"),
        ("张三", "姓名", "张*"),
        ("张", "姓名", "张*"),
        ("欧阳娜娜", "申请人姓名", "欧***"),
        ("\U00020bb7田", "姓名", "\U00020bb7*"),
        ("13812341234", "联系电话", "138****1234"),
        ("0591-87654321", "联系电话", "059******4321"),
        ("119", "联系电话", "***"),
        ("1990-01-02", "出生日期", "1990-**-**"),
        ("福州市鼓楼区示例路1号", "居住地址", "福州市鼓楼******"),
        ("abcdefgh", "备注", "ab****gh"),
        ("a", "备注", "*"),
        ("", "备注", ""),
    ],
)
def test_masks_each_kind_of_value_in_its_own_way(value: str, item: str, shown: str) -> None:
    assert mask(value, item) == shown


@given(st.text(st.characters(exclude_characters="*"), min_size=1), ITEMS)
def test_something_is_hidden_of_every_value(value: str, item: str) -> None:
    assert mask(value, item) != value


@pytest.mark.parametrize(
    ("item", "element", "meaning"),
    [
        ("户主公民身份号码", "", Meaning.CITIZEN),
        ("证件号", "公民身份号码", Meaning.CITIZEN),
        ("单位统一社会信用代码", "", Meaning.CREDIT),
        ("居住地行政区划代码", "", Meaning.REGION),
        ("行政区划名称", "", Meaning.OTHER),
        ("手机", "", Meaning.PHONE),
    ],
)
def test_an_item_means_what_its_element_or_name_says(item: str, element: str, meaning: Meaning) -> None:
    assert meaning_of(item, element) is meaning
