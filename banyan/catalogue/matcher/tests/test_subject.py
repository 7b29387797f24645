"""Whom a form or a resource is about, by its own name."""

import pytest

from banyan.catalogue.matcher.context import context
from banyan.catalogue.matcher.subject import BODY, PERSON, of_words


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("中小学转学申请表", PERSON),
        ("企业职工登记", PERSON),
        ("单位职工公积金提取", PERSON),
        ("幼儿园教师招聘报名表", PERSON),
        ("残疾人托养机构", BODY),
        ("律师事务所设立", BODY),
        ("殡葬服务机构信息", BODY),
        ("学校办学许可申请", BODY),
        ("船舶登记", ""),
    ],
)
def test_the_last_word_of_somebody_tells_whom(name: str, whom: str) -> None:
    assert of_words(context(name)) == whom
