"""What form and resource are about decides what a word adds."""

import pytest

from banyan.catalogue.matcher import CatalogueItem, FormField, Matcher
from banyan.catalogue.matcher.tests.asking import FORM, RESOURCE, best


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("申请人姓名", "被申请人姓名"),
        ("项目负责人电话", "项目负责人"),
        ("法定代表人职务", "法定代表人"),
        ("上年从业人数", "从业人数"),
    ],
)
def test_what_is_known_to_be_two_things_is_never_accepted(field: str, item: str) -> None:
    for form, resource in ((FORM, RESOURCE), ("政府投资项目申请", "政府投资项目信息")):
        assert best(field, item, form=form, resource=resource) is None


@pytest.mark.parametrize(
    ("field", "item", "form", "resource"),
    [
        ("拟设企业名称", "企业名称", "企业设立登记申请表", "企业登记基本信息"),
        ("拟执业类别", "执业类别", "医师执业注册申请表", "医师执业注册信息"),
        ("户口所在地详细地址", "户籍地址", "居住证申领登记表", "常住人口信息"),
        ("团体住所", "住所", "社会团体变更登记表", "社会组织登记信息"),
        ("收款账户", "银行账号", "养老待遇申领表", "养老待遇发放信息"),
        ("公积金账户", "个人账号", "住房公积金提取申请表", "住房公积金缴存信息"),
        ("屠宰场所", "屠宰地址", "生猪定点屠宰申请表", "生猪定点屠宰厂信息"),
        ("违法行为发生地点", "违法地点", "行政处罚立案审批表", "行政处罚立案信息"),
        ("初次执业日期", "首次执业日期", "司法鉴定人执业申请表", "司法鉴定人信息"),
        ("年度许可排放量", "核定排放量", "排污许可证申请表", "排污许可证信息"),
    ],
)
def test_words_that_add_nothing_do_not_hinder(field: str, item: str, form: str, resource: str) -> None:
    assert best(field, item, form=form, resource=resource) == item


@pytest.mark.parametrize(
    ("field", "item", "form", "resource"),
    [
        ("拟变更企业名称", "企业名称", "企业变更登记申请表", "企业登记基本信息"),
        ("拟执业地点", "执业地点", "护士变更注册申请表", "护士执业注册信息"),
        ("拟开业日期", "开业日期", "企业设立登记申请表", "企业登记基本信息"),
        ("户籍详细地址", "现住地址", "居住证申领登记表", "居住证持证信息"),
        ("团体会员名称", "社会组织名称", "社会团体换届备案表", "社会组织登记信息"),
        ("收款账号", "公积金账号", "住房公积金提取申请表", "住房公积金缴存信息"),
        ("仓库地址", "经营地址", "食品经营许可申请书", "食品经营许可信息"),
        ("售房单位名称", "单位名称", "住房公积金贷款申请表", "单位缴存登记信息"),
        ("违法行为处理时间", "违法时间", "驾驶证换证申请表", "交通违法信息"),
        ("首次办学时间", "办学时间", "学校登记申请表", "学校信息"),
        ("实际排放量", "许可排放量", "排污许可证申请表", "排污许可证信息"),
        ("申请日期", "批准日期", "食品经营许可申请书", "食品经营许可信息"),
    ],
)
def test_words_that_add_something_still_hinder(field: str, item: str, form: str, resource: str) -> None:
    assert best(field, item, form=form, resource=resource) is None


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ("高龄老人津贴申请表", "老人姓名"),
        ("义务教育新生入学登记表", "儿童姓名"),
        ("残疾人两项补贴申请表", "残疾人姓名"),
        ("个体工商户登记申请书", "经营者姓名"),
    ],
)
def test_the_person_a_form_is_about_is_any_person_of_a_register(form: str, field: str) -> None:
    assert best(field, "姓名", form=form, resource="常住人口基本信息") == "姓名"
    for other in ("监护人姓名", "代理人姓名", "父亲姓名", "子女姓名", "联系人姓名"):
        assert best(other, "姓名", form=form, resource="常住人口基本信息") is None


@pytest.mark.parametrize("field", ["联系电话", "联系方式", "手机号"])
def test_a_contact_is_that_of_whom_the_form_is_about(field: str) -> None:
    persons = [CatalogueItem("某局", "残疾人证信息", name) for name in ("姓名", "身份证号", "联系电话")]
    bodies = [
        CatalogueItem("某局", "企业登记基本信息", name)
        for name in ("企业名称", "统一社会信用代码", "联系电话")
    ]
    about_persons = [CatalogueItem("某局", "高龄津贴发放信息", name) for name in ("姓名", "身份证号")]
    matcher = Matcher.build([*bodies, *persons, *about_persons])
    for form, right in (
        ("高龄津贴申请表", "残疾人证信息"),
        ("残疾人补贴申请表", "残疾人证信息"),
        ("企业年报", "企业登记基本信息"),
    ):
        answer = matcher.match(FormField(form, field))
        assert answer.best == 0
        assert answer.matches[0].item.resource == right
    assert Matcher.build(bodies).match(FormField("残疾人补贴申请表", field)).best is None
    assert Matcher.build(persons).match(FormField("企业年报", field)).best is None


@pytest.mark.parametrize(
    ("form", "field", "right", "other"),
    [
        ("补领结婚证申请书", "登记日期", ("婚姻登记信息", "登记日期"), ("不动产登记信息", "登记时间")),
        (
            "药品零售经营许可申请书",
            "许可证有效期",
            ("药品经营许可信息", "有效期至"),
            ("烟花爆竹经营许可信息", "有效期"),
        ),
        ("水电过户申请表", "用电户名", ("用电客户信息", "户名"), ("供水用户信息", "用户名称")),
        ("社会保险登记表（单位）", "单位地址", ("企业登记基本信息", "住所"), ("医疗机构信息", "机构地址")),
    ],
)
def test_the_kindred_matter_comes_before_the_nearer_name(
    form: str, field: str, right: tuple[str, str], other: tuple[str, str]
) -> None:
    matcher = Matcher.build(CatalogueItem("某局", *pair) for pair in (other, right))
    answer = matcher.match(FormField(form, field))
    assert answer.best == 0
    assert (answer.matches[0].item.resource, answer.matches[0].item.item) == right
