"""The fields of one form are looked at together."""

import pytest

from banyan.catalogue.matcher import CatalogueItem, FieldAnswer, FormField, Matcher, Taught, TaughtPair
from banyan.catalogue.matcher.together import Candidate, Together

FORM = "插班申请表"
PUPIL = ["姓名", "公民身份号码", "性别", "民族", "出生日期", "联系电话", "户籍地址", "学校名称", "转学日期"]
COMPANY = ["企业名称", "统一社会信用代码", "法定代表人", "注册地址", "成立日期", "注册资本"]
OTHERS = ["身份证号", "性别", "民族", "出生年月", "联系电话"]
ITEMS = [
    *(CatalogueItem("教育局", "学生学籍信息", name) for name in PUPIL),
    *(CatalogueItem("市场监管局", "企业登记信息", name) for name in COMPANY),
]


def answers(*names: str, form: str = FORM, taught: Taught | None = None) -> list[FieldAnswer]:
    return Matcher.build(ITEMS, taught=taught).match_form([FormField(form, name) for name in names])


def test_what_the_form_is_about_makes_a_doubtful_field_sure() -> None:
    [alone] = answers("所在学校")
    *_, among_others = answers(*OTHERS, "所在学校")
    assert among_others.matches[0].item.item == "学校名称"
    assert among_others.matches[0].score > alone.matches[0].score


def test_an_item_that_another_field_asks_for_is_surely_not_asked_twice() -> None:
    *_, without = answers(*OTHERS, "姓名")
    *_, name, whose = answers(*OTHERS, "姓名", "学生姓名")
    assert whose.best == 0
    assert name.matches[0].score < without.matches[0].score


def test_fields_of_other_forms_say_nothing() -> None:
    matcher = Matcher.build(ITEMS)
    fields = [FormField(f"{FORM}{number}", name) for number, name in enumerate(OTHERS)]
    assert matcher.match_form(fields) == [matcher.match(field) for field in fields]
    nameless = [FormField("", name) for name in OTHERS]
    assert matcher.match_form(nameless) == [matcher.match(field) for field in nameless]


def test_a_field_that_stands_twice_has_one_answer() -> None:
    first, *rest, last = answers("学生姓名", *OTHERS, "学生姓名")
    assert first == last
    assert [first, *rest] == answers("学生姓名", *OTHERS)


def test_what_people_confirmed_stays_whatever_the_other_fields_are() -> None:
    taught = Taught(confirmed=[TaughtPair("老板", "法定代表人")])
    *_, answer = answers(*OTHERS, "老板", taught=taught)
    assert answer.best == 0
    assert answer.matches[0].item.item == "法定代表人"


def test_opposites_are_never_accepted_however_sure_the_matter() -> None:
    names = ["经营者", "许可证编号", "经营场所", "有效期起", "发证机关"]
    matcher = Matcher.build(CatalogueItem("某局", "食品经营许可信息", name) for name in names)
    asked = ["经营者", "许可证编号", "经营场所", "发证机关", "有效期止"]
    *others, ends = matcher.match_form([FormField("食品经营许可延续申请", name) for name in asked])
    assert all(answer.best == 0 for answer in others)
    assert ends.matches[0].item.item == "有效期起"
    assert ends.best is None


def test_a_field_held_in_few_resources_says_more_of_the_forms_matter() -> None:
    rare, common = Candidate(0, "rare", 0.9, 0.0), Candidate(1, "common", 0.9, 0.0)
    both = [common, rare._replace(name=1), Candidate(1, "third", 0.9, 0.0)]
    asked = [rare._replace(name=2, score=0.3), common._replace(name=2, score=0.3)]
    first, second = Together([[rare], both, asked], [False] * 3).signs(2, asked)
    assert first["the form's matter"] == 1.0
    assert second["the form's matter"] == 0.25


def test_what_is_bound_to_its_matter_is_not_taken_from_another() -> None:
    patents = [CatalogueItem("省知识产权局", "专利授权信息", name) for name in ("申请日", "专利号")]
    grants = [
        CatalogueItem("省农业农村厅", "农机购置补贴信息", name)
        for name in ("购机者姓名", "机具品目", "补贴金额")
    ]
    asked = [FormField("农业机械购置补贴申请表", name) for name in ("购机者姓名", "机具品目", "申请日期")]
    assert Matcher.build([*patents, *grants]).match_form(asked)[2].best is None
    own = [*grants, CatalogueItem("省农业农村厅", "农机购置补贴信息", "申请日期")]
    assert Matcher.build([*patents, *own]).match_form(asked)[2].best == 0


@pytest.mark.parametrize("field", ["变更后住所", "住所（变更后）", "拟变更住所"])
def test_what_is_only_to_become_is_held_nowhere_yet(field: str) -> None:
    names = ("企业名称", "住所", "法定代表人")
    matcher = Matcher.build(CatalogueItem("省市场监督管理局", "企业登记基本信息", name) for name in names)
    asked = [FormField("企业变更登记申请书", name) for name in ("企业名称", "住所", "法定代表人", field)]
    *held, becoming = matcher.match_form(asked)
    assert all(answer.best == 0 for answer in held)
    assert becoming.best is None
