"""Sample: the gate of a collection form (关口样张)."""

from banyan.desk.shapes import Condition, Field, Form, Gate, Head, Link, Offer, Reason, State, Stopped
from tests.shapes.frame import Words

HELD = (
    ("name", "姓名", "人口基础信息 · 姓名", "福建省公安厅"),
    ("sex", "性别", "人口基础信息 · 性别", "福建省公安厅"),
    ("born", "出生日期", "人口基础信息 · 出生日期", "福建省公安厅"),
    ("home", "户籍地址", "人口基础信息 · 户籍地址", "福建省公安厅"),
    ("card", "社会保障卡号", "社会保障卡持卡信息 · 卡号", "福建省人力资源和社会保障厅"),
    ("disabled", "残疾人证号", "残疾人证信息 · 证号", "福建省残疾人联合会"),
)
CATALOGUED = (
    ("开户银行", "MZ-0117-08"),
    ("银行账号", "MZ-0117-09"),
    ("联系电话", "MZ-0117-11"),
    ("自理能力评估", "MZ-0117-12"),
    ("申请日期", "MZ-0117-15"),
)


def gate(t: Words) -> Gate:
    return Gate(
        head=Head(
            kind=t("采集表关口", "Gate of a collection form"),
            name=t("高龄津贴申请登记表", "高龄津贴申请登记表"),
            code="350102-MZ-0117-B02",
            state=State(t("未通过", "Does not pass"), "bad"),
            owner=Link("福州市鼓楼区民政局", "#"),
        ),
        conditions=(*_lawful(t), _unclear(t), *_held(t), _outside(t)),
        what=t("采集项", "Item"),
        sentence=t(
            "13 项中 5 项可以采集。6 项政府已有，1 项在目录外，1 项需要说明。",
            "5 of 13 items may be asked. 6 are held already, 1 is not catalogued, 1 has to be explained.",
        ),
        group=_request_all(t),
        cannot=(_publish(t),),
        can=(
            Offer(
                verb=t("上传新表重新检查", "Upload a new form"),
                url="#",
                help=t("约 2 秒得出结果。", "The result takes about 2 seconds."),
            ),
        ),
    )


def _article(t: Words) -> Link:
    return Link(t("第十六条第二款", "art. 16(2)"), "#16.2")


def _lawful(t: Words) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            what=name,
            note=t("必填，文本", "required, text"),
            verdict=State(t("可以采集", "May be asked"), "good"),
            article=_article(t),
            evidence=Link(t(f"采集目录 {code}", f"Collection catalogue {code}"), "#"),
        )
        for name, code in CATALOGUED
    )


def _unclear(t: Words) -> Condition:
    return Condition(
        what="居住状况",
        note=t("必填，单选", "required, choice"),
        verdict=State(t("需说明", "To be explained"), "warn"),
        article=_article(t),
        because=t("与网格“居住情况”相近，匹配度 0.82。", "Close to 居住情况 of the grid, score 0.82."),
        evidence=Link("网格人员信息 · 居住情况", "#"),
        fix=Link(t("说明理由", "Give a reason"), "#"),
    )


def _held(t: Words) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            what=name,
            note=t("必填，文本", "required, text"),
            verdict=State(t("政府已有", "Held already"), "bad"),
            article=_article(t),
            because=t("可以共享获得，不再重复采集。", "Sharing supplies it; it is not collected again."),
            evidence=Link(source, "#"),
            fix=Link(t("改为共享", "Share instead"), "#"),
            pick=key,
        )
        for key, name, source, _ in HELD
    )


def _outside(t: Words) -> Condition:
    return Condition(
        what="子女工作单位",
        note=t("选填，文本", "optional, text"),
        verdict=State(t("目录外", "Not catalogued"), "bad"),
        article=_article(t),
        because=t("采集目录没有这一采集项。", "The collection catalogue has no such item."),
        fix=Link(t("删除或申请入目录", "Remove or propose it"), "#"),
    )


def _request_all(t: Words) -> Form:
    return Form(
        key="request",
        title=t("改为共享所选 6 项", "Request these 6 items instead"),
        url="#",
        button=t("提交共享申请", "Send the requests"),
        article=Link(t("第二十五条第二款", "art. 25(2)"), "#"),
        fields=(
            Field(
                name="purpose",
                label=t("用途", "Purpose"),
                value=t("高龄津贴审核发放", "Audit and payment of old-age allowances"),
            ),
        ),
        means=t(
            "向 3 个单位提交共享申请；其中 4 项无条件共享，立即可用，2 项将在 10 个工作日内答复。",
            "This sends requests to 3 bodies: 4 items are shared unconditionally and usable at once, "
            "2 are answered within 10 working days.",
        ),
    )


def _publish(t: Words) -> Stopped:
    return Stopped(
        what=t("发布采集表", "Publish the form"),
        reasons=(
            Reason(
                article=Link(t("办法第十六条第二款", "Measures, art. 16(2)"), "#16.2"),
                because=t("表中 7 项不得采集。", "7 items of the form may not be asked."),
                instead=t(
                    "改为共享 6 项，删除“子女工作单位”。", "Request 6 of them and remove 子女工作单位."
                ),
            ),
        ),
    )
