import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.catalogue.matcher import CatalogueItem, FormField, Matcher, Taught, TaughtPair
from banyan.catalogue.matcher.measure import (
    labelled_fields,
    labelled_items,
)
from banyan.catalogue.matcher.reasons import CHINESE, in_chinese
from banyan.catalogue.matcher.tests.asking import FORM, RESOURCE, best


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("联系电话", "手机号码"),
        ("联系电话", "联系方式"),
        ("手机号码", "联系方式"),
        ("法定代表人", "法人姓名"),
        ("证件号码", "身份证号"),
        ("统一社会信用代码", "社会信用代码"),
        ("机构代码", "统一社会信用代码"),
        ("注册资本（万元）", "注册资金"),
        ("有效期(起)", "有效期起始日期"),
        ("营业期限自", "经营期限起"),
        ("所属区县", "区县名称"),
        ("行政区划", "所属区划"),
        ("经营地址", "经营场所"),
        ("企业类别", "企业类型"),
        ("单位性质", "企业类型"),
        ("成立时间", "成立日期"),
        ("档案编码", "档案编号"),
        ("配偶姓名1", "配偶姓名"),
        ("证照号", "证书编号"),
        ("发证部门", "颁发机关"),
        ("行政处罚决定书文号", "处罚文号"),
        ("zzjgdm", "组织机构代码"),
        ("legalPerson", "法定代表人"),
        ("營業執照註冊號", "注册号"),
        ("研发投入", "研发经费投入"),
        ("死亡标识", "是否死亡"),
        ("职称证书编号", "职称证书号"),
        ("证书到期日", "证书有效期"),
        ("核载吨位", "核定载质量"),
        ("债务到期日", "债务履行期限止"),
        ("出生医院", "接生机构名称"),
        ("研发费用总额", "研发经费投入"),
        ("每月还多少", "月还款额"),
        ("仓库在哪", "仓储地址"),
        ("交了多少", "缴费金额"),
        ("何时去世", "死亡日期"),
        ("封顶线", "最高支付限额"),
        ("门槛费", "起付标准"),
        ("胎龄", "出生孕周"),
        ("驾照型号", "准驾车型"),
        ("地字号", "建设用地规划许可证号"),
        ("砍伐材积", "采伐蓄积"),
        ("吃低保人数", "保障人口数"),
    ],
)
def test_finds_the_same_meaning_in_other_words(field: str, item: str) -> None:
    assert best(field, item, "备注", "序号") == item
    assert best(item, field, "备注", "序号") == field


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("法定代表人姓名", "联系人姓名"),
        ("注册资本", "注册地址"),
        ("开户银行", "开户时间"),
        ("注册地址", "经营地址"),
        ("注册地址", "通讯地址"),
        ("有效期起", "有效期止"),
        ("出生日期", "死亡日期"),
        ("入学时间", "毕业时间"),
        ("发证日期", "有效期至"),
        ("申请人姓名", "被申请人姓名"),
        ("法定代表人联系电话", "联系人电话"),
        ("父亲姓名", "母亲姓名"),
        ("男方姓名", "女方姓名"),
        ("年收入", "年支出"),
        ("批准日期", "到期日期"),
        ("成立日期", "注销日期"),
        ("处罚决定日期", "处罚执行日期"),
        ("入库数量", "出库数量"),
        ("行业代码", "行业名称"),
        ("是否抵押", "抵押金额"),
        ("配偶身份证号", "父亲身份证号"),
        ("建设单位名称", "施工单位名称"),
        ("甲方名称", "乙方名称"),
        ("认缴出资额", "实缴出资额"),
        ("婴儿体重", "婴儿身长"),
        ("转入学校", "转出学校"),
        ("迁入日期", "迁出日期"),
        ("发货人", "收货人"),
        ("出质人", "质权人"),
        ("平时用途", "战时用途"),
        ("被继承人姓名", "继承人姓名"),
        ("抵港时间", "离港时间"),
    ],
)
def test_refuses_what_only_looks_alike(field: str, item: str) -> None:
    assert best(field, item) is None
    assert best(item, field) is None


@pytest.mark.parametrize("field", ["", " ", "—", "（）", "……"])
def test_a_field_without_a_word_means_nothing(field: str) -> None:
    assert best(field, "姓名", resource="人口基础信息") is None


@pytest.mark.parametrize(
    ("field", "item", "resource"),
    [
        ("在哪采伐", "采伐地点", "林木采伐许可信息"),
        ("准备砍哪种树", "采伐树种", "林木采伐许可信息"),
        ("几个安全出口", "安全出口数量", "消防安全检查信息"),
        ("养的什么犬有没有免疫", "是否免疫", "犬只信息"),
        ("工资多少", "月工资", "劳动用工信息"),
        ("您的姓名是什么", "姓名", "人口信息"),
    ],
)
def test_a_question_asks_for_the_kind_of_value_that_answers_it(field: str, item: str, resource: str) -> None:
    matcher = Matcher.build(CatalogueItem("某局", resource, name) for name in (item, "备注", "发证日期"))
    assert matcher.match(FormField(resource, field)).matches[0].item.item == item


def test_what_the_kindred_resource_holds_is_shown_but_not_accepted() -> None:
    items = [
        CatalogueItem("某局", "危险废物转移联单信息", name) for name in ("转移日期", "废物名称", "接收单位")
    ]
    matcher = Matcher.build([*items, CatalogueItem("某局", "婚姻登记信息", "登记日期")])
    answer = matcher.match(FormField("危险废物转移申报表", "哪天拉走的"))
    assert answer.best is None
    assert answer.matches[0].item == items[0]


def test_a_bare_name_belongs_to_the_subject_of_its_resource() -> None:
    items = [
        CatalogueItem("市教育局", "学校基本信息", "名称"),
        CatalogueItem("市市场监督管理局", "企业基本信息", "名称"),
        CatalogueItem("市民政局", "养老机构信息", "名称"),
    ]
    matcher = Matcher.build(items)
    for field, resource in {"学校名称": 0, "企业名称": 1, "养老机构名称": 2}.items():
        answer = matcher.match(FormField("调查表", field))
        assert answer.best == 0
        assert answer.matches[0].item == items[resource]
    assert matcher.match(FormField("调查表", "医院名称")).best is None


def test_the_nearest_context_comes_first() -> None:
    matcher = Matcher.build(
        CatalogueItem("某局", resource, "发证日期")
        for resource in ("教师资格证信息", "食品经营许可证信息", "采矿许可证信息")
    )
    answer = matcher.match(FormField("食品经营许可变更申请", "许可证发证日期"))
    assert answer.matches[0].item.resource == "食品经营许可证信息"


def test_a_state_of_something_else_is_not_the_same() -> None:
    assert best("状态", "状态", form="渔船登记申请", resource="婚姻登记信息") is None
    assert best("状态", "状态", form="渔船登记申请", resource="渔船登记信息") == "状态"


def test_the_reason_names_the_data_element_in_both_languages() -> None:
    matcher = Matcher.build([CatalogueItem("某局", RESOURCE, "联系电话")])
    why = matcher.match(FormField(FORM, "手机号码")).matches[0].why
    assert str(why) == "Same meaning: 手机号码 = 联系电话 (data element 手机)."
    assert in_chinese(why) == "同义：手机号码 = 联系电话（数据元 手机）"


def test_every_reason_given_has_chinese_words() -> None:
    matcher = Matcher.build(labelled_items())
    given = {
        match.why.msgid for field in labelled_fields()[::5] for match in matcher.match(field.field).matches
    }
    assert given <= CHINESE.keys()
    assert len(given) > 5


def test_the_same_question_has_the_same_answer() -> None:
    fields = [labelled.field for labelled in labelled_fields()[::15]]
    items = labelled_items()
    assert Matcher.build(items).match_form(fields) == Matcher.build(items).match_form(fields)


def test_answers_are_ordered_and_within_bounds() -> None:
    matcher = Matcher.build(labelled_items())
    for labelled in labelled_fields()[::10]:
        scores = [match.score for match in matcher.match(labelled.field, limit=4).matches]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= 4
        assert all(0 <= score <= 1 for score in scores)


def test_an_empty_catalogue_has_no_counterpart() -> None:
    answer = Matcher.build([]).match(FormField(FORM, "姓名"))
    assert (answer.matches, answer.best) == ((), None)


def test_a_reference_comes_back_with_its_item() -> None:
    matcher = Matcher.build([CatalogueItem("某局", "甲", "姓名", 7), CatalogueItem("某局", "乙", "姓名")])
    assert {match.item.ref for match in matcher.match(FormField("", "姓名")).matches} == {7, None}


NAMES = st.sampled_from(sorted({item.item for item in labelled_items()}))


@given(NAMES, st.lists(NAMES, max_size=6))
def test_the_same_name_in_the_same_context_always_comes_first(name: str, others: list[str]) -> None:
    items = [
        *(CatalogueItem("乙局", "宠物档案", other) for other in others),
        CatalogueItem("甲局", "某事项", name),
    ]
    answer = Matcher.build(items).match(FormField("某事项", name))
    assert answer.best == 0
    assert answer.matches[0].item.item == name
    assert answer.matches[0].score == 1.0


@given(NAMES, NAMES, st.lists(NAMES, max_size=6))
def test_a_rejected_pair_never_comes_up_again(field: str, item: str, others: list[str]) -> None:
    taught = Taught(rejected=[TaughtPair(field, item)])
    items = [CatalogueItem("某局", "某事项", name) for name in (item, *others)]
    answer = Matcher.build(items, taught=taught).match(FormField("某事项", field))
    assert item not in {match.item.item for match in answer.matches}


def test_a_confirmed_pair_is_found_next_time() -> None:
    items = [CatalogueItem("某局", "鱼类资源", "苗种批号"), CatalogueItem("某局", "鱼类资源", "放流水域")]
    field = FormField("放生申请", "鱼苗号")
    assert Matcher.build(items).match(field).best is None
    taught = Taught(confirmed=[TaughtPair("鱼苗号", "苗种批号")])
    answer = Matcher.build(items, taught=taught).match(field)
    assert answer.best == 0
    assert answer.matches[0].item == items[0]
    assert in_chinese(answer.matches[0].why) == "人工确认：鱼苗号 = 苗种批号"


def test_a_lesson_can_be_limited_to_a_form_and_a_resource() -> None:
    items = [CatalogueItem("某局", "甲资源", "联系电话"), CatalogueItem("某局", "乙资源", "联系电话")]
    taught = Taught(rejected=[TaughtPair("电话", "联系电话", form="某表", resource="甲资源")])
    matcher = Matcher.build(items, taught=taught)
    assert {match.item.resource for match in matcher.match(FormField("某表", "电话")).matches} == {"乙资源"}
    assert len(matcher.match(FormField("他表", "电话")).matches) == 2


def test_a_rejection_outweighs_a_confirmation() -> None:
    pair = TaughtPair("电话", "联系电话")
    taught = Taught(confirmed=[pair], rejected=[pair])
    matcher = Matcher.build([CatalogueItem("某局", "甲资源", "联系电话")], taught=taught)
    assert matcher.match(FormField("某表", "电话")).best is None


@pytest.mark.parametrize("name", ["发证日期", "有效期至", "发证机关", "许可证有效期止"])
def test_what_every_certificate_has_is_that_of_its_own_matter_only(name: str) -> None:
    other, own = {"resource": "食品生产许可信息"}, {"resource": "药品经营许可信息"}
    form = "药品经营许可证换证申请表"
    assert best(name, name, form=form, **own) == name
    assert best(name, name, form="建筑业企业资质延续申请表", **other) is None


def test_each_side_with_a_word_of_its_own_means_two_things() -> None:
    form, resource = "林木采伐申请表", "林木采伐许可信息"
    assert best("采伐树种", "采伐树种", form=form, resource=resource) == "采伐树种"
    assert best("更新树种", "采伐树种", form=form, resource=resource) is None


@pytest.mark.parametrize("field", ["开户行名称", "开户银行", "开户行"])
@pytest.mark.parametrize(
    "item", ["机构名称", "银行名称", "银行网点名称", "网点名称", "所属银行", "开户网点数量"]
)
def test_the_bank_of_an_account_is_no_bank_branch(field: str, item: str) -> None:
    assert best(field, item, form="高龄老人津贴申请表", resource="ETC银行网点查询") is None


def test_the_bank_of_an_account_is_not_any_bank() -> None:
    assert (
        best("开户行名称", "开户银行", form="高龄老人津贴申请表", resource="高龄津贴发放信息") == "开户银行"
    )


def test_a_certificates_number_is_not_the_title_it_certifies() -> None:
    assert best("职称证书编号", "职称名称", form="职称证书补办申请表", resource="专业技术职称信息") is None


@pytest.mark.parametrize(
    ("field", "item", "form", "resource"),
    [
        ("监理公司", "监理单位", "建筑工程分包登记", "施工许可信息"),
        ("老人姓名", "姓名", "老年人助餐补贴登记表", "常住人口基本信息"),
        ("道路运输许可证号", "经营许可证号", "货车进城通行证申领", "道路运输经营许可信息"),
        ("职称证书号", "证书编号", "人才购房补贴申请表", "专业技术职称信息"),
        ("使用证编号", "使用登记证编号", "电梯改造施工告知", "特种设备使用登记"),
        ("主营业务范围", "经营范围", "贷款申请表", "企业登记基本信息"),
    ],
)
def test_sloppy_labels_of_forms_find_the_formal_name(field: str, item: str, form: str, resource: str) -> None:
    assert best(field, item, form=form, resource=resource) == item


@pytest.mark.parametrize(
    ("field", "item", "form", "resource"),
    [
        ("现工作单位", "原工作单位", "人才购房补贴申请表", "失业登记信息"),
        ("补贴金额", "月保障金额", "人才购房补贴申请表", "最低生活保障对象信息"),
        ("医师资格证书编号", "资格证号", "医师变更执业地点申请", "律师执业信息"),
        ("联系人姓名", "法定代表人姓名", "企业年报", "企业登记基本信息"),
        ("注册资本", "注册地址", "企业年报", "企业登记基本信息"),
        ("用地规划许可证号", "许可证号", "建筑施工许可证核发申请", "旅行社基本信息"),
    ],
)
def test_what_only_looks_alike_has_no_answer(field: str, item: str, form: str, resource: str) -> None:
    assert best(field, item, form=form, resource=resource) is None


@pytest.mark.parametrize(
    ("field", "item", "form", "resource"),
    [
        ("渣土运输路线", "运输路线", "渣土车通行证申领", "建筑垃圾处置核准信息"),
        ("水库除险库容", "水库总库容", "水库除险加固申请", "水库注册登记信息"),
        ("墩台沉降观测值", "墩台沉降值", "桥梁养护申请", "公路桥梁信息"),
    ],
)
def test_unknown_words_are_joined_by_their_letters_in_a_kindred_matter(
    field: str, item: str, form: str, resource: str
) -> None:
    assert best(field, item, form=form, resource=resource) == item
    assert best(field, item, form="护士执业注册申请", resource="犬只免疫信息") is None
