"""What a name is composed of, and what stands before it."""

import pytest

from banyan.catalogue.matcher import CatalogueItem, FormField, Matcher
from banyan.catalogue.matcher.context import context, kinship
from banyan.catalogue.matcher.tests.asking import best


@pytest.mark.parametrize(
    ("field", "item", "form", "resource"),
    [
        ("支取数额", "提取金额", "住房公积金提取申请表", "公积金提取记录"),
        ("开办资金数额", "开办资金", "事业单位法人变更登记申请书", "事业单位法人登记信息"),
        ("职工总人数", "从业人数", "高新技术企业认定申请书", "企业登记基本信息"),
        ("主机功率合计", "主机总功率", "渔船更新改造项目申请书", "渔业船舶登记信息"),
        ("现学历", "文化程度", "人才津贴兑现申请表", "常住人口信息"),
        ("现任法定代表人", "法定代表人", "事业单位法人变更登记申请书", "事业单位法人登记信息"),
        ("原证签发时间", "签发日期", "食品经营许可证延续申请书", "食品经营许可信息"),
        ("上年度年检结果", "年检结论", "社会团体换届备案表", "社会组织登记信息"),
        ("原注册机关", "发证机关", "护士变更注册申请审核表", "护士执业注册信息"),
        ("施工单位项目负责人", "项目经理", "建筑工程施工许可证申请表", "建筑工程施工许可证信息"),
        ("持证人姓名", "姓名", "特种作业操作证复审申请表", "特种作业操作证信息"),
    ],
)
def test_other_words_for_the_same_value_are_found(field: str, item: str, form: str, resource: str) -> None:
    assert best(field, item, form=form, resource=resource) == item


@pytest.mark.parametrize(
    ("field", "item", "form", "resource"),
    [
        ("共同借款人姓名", "借款人姓名", "公积金贷款变更申请表", "住房公积金贷款信息"),
        ("本期读数", "上期读数", "管道燃气过户申请单", "管道燃气用户档案"),
        ("实际开工日期", "拟开工时间", "政府投资项目资金申请表", "投资项目备案信息"),
        ("套内建筑面积", "建筑面积", "不动产转移登记申请书", "不动产登记信息"),
        ("赡养人姓名", "申请人姓名", "最低生活保障申请审批表", "最低生活保障对象信息"),
        ("紧急联系人电话", "联系电话", "失业登记申请表", "失业登记信息"),
        ("变更前名称", "社会组织名称", "社会团体变更登记申请", "社会组织登记信息"),
    ],
)
def test_a_word_that_narrows_is_heeded(field: str, item: str, form: str, resource: str) -> None:
    assert best(field, item, form=form, resource=resource) is None


def test_a_contact_to_ask_for_is_not_that_of_a_person() -> None:
    person = [CatalogueItem("某局", "失业登记信息", name) for name in ("姓名", "身份证号", "联系电话")]
    body = [
        CatalogueItem("某局", "企业登记信息", name) for name in ("企业名称", "统一社会信用代码", "联系电话")
    ]
    asked = FormField("失业登记申请表", "联系人电话")
    own = FormField("失业登记申请表", "联系电话")
    matcher = Matcher.build(person)
    assert matcher.match(asked).matches[0].score < matcher.match(own).matches[0].score
    assert Matcher.build(body).match(FormField("企业登记申请表", "联系人电话")).best == 0


def test_a_long_word_of_a_resource_speaks_of_its_parts() -> None:
    form, other = context("技能提升补贴申领表"), context("食品经营许可信息")
    assert kinship(form, context("职业技能等级证书信息")) > kinship(form, other)
