"""What the values of an item mean, told by the name of its data element, else by its own."""

from enum import StrEnum


class Meaning(StrEnum):
    """A kind of value (值的含义) that has a check or a mask of its own."""

    CITIZEN = "citizen_number"
    CREDIT = "credit_code"
    PHONE = "phone"
    REGION = "region"
    NAME = "name"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    OTHER = "other"


ENDINGS: tuple[tuple[Meaning, tuple[str, ...]], ...] = (
    (Meaning.CITIZEN, ("公民身份号码", "公民身份证号", "身份证号", "身份证号码", "身份号码", "社会保障号码")),
    (Meaning.CREDIT, ("统一社会信用代码",)),
    (Meaning.PHONE, ("联系电话", "电话号码", "手机", "手机号", "手机号码", "移动电话", "办公电话")),
    (Meaning.REGION, ("行政区划代码", "区划代码")),
    (Meaning.NAME, ("姓名", "名字", "曾用名")),
    (Meaning.ADDRESS, ("地址", "住址", "住所")),
    (Meaning.BIRTHDAY, ("出生日期", "出生年月", "出生年月日")),
)
"""How the names of such items end: 户主公民身份号码 is a citizen number too."""


def meaning_of(item: str, element: str = "") -> Meaning:
    """The meaning of an item; the element's name decides where it says something."""
    for name in (element, item):
        for meaning, endings in ENDINGS:
            if name.endswith(endings):
                return meaning
    return Meaning.OTHER
