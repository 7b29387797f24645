"""Questions as people ask them are understood as names."""

import pytest

from banyan.catalogue.matcher.asked import as_a_name
from banyan.catalogue.matcher.tests.asking import best

PERSON = (
    "姓名",
    "性别",
    "住址",
    "籍贯",
    "联系电话",
    "工作单位",
    "婚姻状况",
    "健康状况",
    "毕业日期",
    "银行账号",
)
BODY = ("企业名称", "成立日期", "经营范围", "法定代表人", "联系电话")


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("你叫什么名字", "姓名"),
        ("您贵姓", "姓名"),
        ("男的还是女的", "性别"),
        ("你住哪儿", "住址"),
        ("老家在哪", "籍贯"),
        ("怎么联系你", "联系电话"),
        ("电话是多少", "联系电话"),
        ("在哪个单位工作", "工作单位"),
        ("结婚了没有", "婚姻状况"),
        ("身体怎么样", "健康状况"),
        ("哪年毕的业", "毕业日期"),
    ],
)
def test_a_question_about_a_person_is_a_name(question: str, item: str) -> None:
    assert best(question, *PERSON, form="个人情况登记表", resource="个人基本信息") == item


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("你们单位叫什么名字", "企业名称"),
        ("什么时候开的业", "成立日期"),
        ("做什么生意", "经营范围"),
    ],
)
def test_a_question_about_a_body_is_a_name(question: str, item: str) -> None:
    assert best(question, *BODY, form="企业情况调查表", resource="企业基本信息") == item


@pytest.mark.parametrize(
    "name", ["贵金属名称", "你", "呢", "目的港", "毕业证书编号", "学业证明", "是否结婚登记"]
)
def test_a_name_stays_a_name(name: str) -> None:
    assert as_a_name(name) == name
