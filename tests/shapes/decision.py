"""Sample: a decision with its lawful answers (决定样张)."""

from banyan.desk.shapes import (
    Cell,
    Column,
    Decision,
    Event,
    Fact,
    Facts,
    Field,
    Form,
    Link,
    Option,
    State,
    Table,
    Tone,
)
from tests.shapes.frame import Words
from tests.shapes.things import head, law


def decision(t: Words) -> Decision:
    return Decision(
        head=head(t),
        asked=t(
            "鼓楼区民政局为审核发放高龄津贴，申请使用人口基础信息的 4 个信息项，至 2027年12月31日，每天最多 2,000 次。",
            "To audit and pay old-age allowances, 鼓楼区民政局 asks to read 4 items of 人口基础信息 until "
            "31 December 2027, at most 2,000 times a day.",
        ),
        law=law(t),
        effects=_effects(t),
        items=_item_table(t),
        items_note=t(
            "样例取自 3 条随机行并已脱敏。查看本页已记入账本。",
            "Samples come from 3 random rows, masked. That you saw them is recorded.",
        ),
        answers=(_grant(t), _part(t), _refuse(t)),
        before=_before(t),
        record=Link(t("全部 12 件同类决定", "All 12 similar decisions"), "#"),
    )


def _effects(t: Words) -> Facts:
    return Facts(
        t("如果授权", "What granting would mean"),
        (
            Fact(
                t("涉及的人", "Persons concerned"),
                t("约 21,400 人", "about 21,400"),
                help=t("鼓楼区 80 岁以上户籍人口", "residents of 鼓楼区 aged 80 or more"),
            ),
            Fact(
                t("行范围", "Rows"),
                t("仅户籍地为鼓楼区（350102）", "only households registered in 鼓楼区 (350102)"),
            ),
            Fact(
                t("每天最多", "Calls a day"),
                t("2,000 次；同类用途平均 1,150 次", "2,000; similar purposes use 1,150 on average"),
            ),
            Fact(t("结束", "End"), t("2027年12月31日，到期自动停止", "31 December 2027, ends by itself")),
            Fact(
                t("减少采集", "Collection saved"),
                t("每年约 6,800 份纸质生存证明", "about 6,800 paper proofs of life a year"),
            ),
        ),
    )


def _item_table(t: Words) -> Table:
    return Table(
        caption=t("申请的信息项", "Items asked for"),
        columns=(
            Column(label=t("信息项", "Item")),
            Column(label=t("敏感程度", "Sensitivity"), kind="state"),
            Column(label=t("样例（已脱敏）", "Samples, masked")),
            Column(label=t("为什么需要", "Why it is needed")),
        ),
        rows=tuple(
            (
                Cell(name, "#"),
                Cell(state=State(level, tone)),
                Cell(sample),
                Cell(why),
            )
            for name, level, tone, sample, why in _asked_items(t)
        ),
    )


def _asked_items(t: Words) -> tuple[tuple[str, str, Tone, str, str], ...]:
    return (
        (
            "姓名",
            t("一般", "Ordinary"),
            "quiet",
            "林*清　陈**　黄*英",
            t("核对申请人", "identify the applicant"),
        ),
        ("公民身份号码", t("敏感", "Sensitive"), "warn", "350102********2327", t("唯一匹配", "unique match")),
        (
            "死亡注销日期",
            t("敏感", "Sensitive"),
            "warn",
            "2026-**-**　（空）",
            t("停发依据", "stop the payment"),
        ),
        (
            "户籍所在地区划代码",
            t("一般", "Ordinary"),
            "quiet",
            "350102005",
            t("确定发放街道", "find the street office"),
        ),
    )


def _grant(t: Words) -> Form:
    return Form(
        key="grant",
        title=t("授权", "Grant"),
        url="#grant",
        button=t("授权", "Grant"),
        shortcut="g",
        article=Link(t("第二十五条第一款", "art. 25(1)"), "#"),
        fields=(Field(name="until", label=t("使用至", "Until"), kind="date", value="2027-12-31"),),
        means=t(
            "鼓楼区民政局可以使用 4 个信息项，至 2027年12月31日，每天最多 2,000 次。",
            "鼓楼区民政局 may read 4 items until 31 December 2027, at most 2,000 times a day.",
        ),
    )


def _part(t: Words) -> Form:
    return Form(
        key="part",
        title=t("部分授权", "Grant part of it"),
        url="#part",
        button=t("部分授权", "Grant part"),
        weight="plain",
        shortcut="p",
        article=Link(t("第二十五条第一款", "art. 25(1)"), "#"),
        fields=(
            Field(
                name="items",
                label=t("授权哪些信息项", "Items to grant"),
                kind="choices",
                options=tuple(
                    Option(value=str(n), label=label, chosen=n != 1)
                    for n, label in enumerate(("姓名", "公民身份号码", "死亡注销日期", "户籍所在地区划代码"))
                ),
            ),
            Field(name="why", label=t("其余不授权的理由", "Why not the rest"), kind="textarea"),
        ),
        means=t(
            "申请单位可以对未授权的信息项提出协调。", "The consumer may ask for coordination on the rest."
        ),
    )


def _refuse(t: Words) -> Form:
    return Form(
        key="refuse",
        title=t("不予共享", "Refuse"),
        url="#refuse",
        button=t("不予共享", "Refuse"),
        weight="danger",
        shortcut="r",
        article=Link(t("第二十二条第一款", "art. 22(1)"), "#"),
        fields=(
            Field(
                name="ground",
                label=t("法定情形", "Lawful ground"),
                kind="choice",
                options=(
                    Option(value="state", label=t("涉及国家秘密", "State secrets")),
                    Option(value="business", label=t("涉及商业秘密", "Business secrets")),
                    Option(value="privacy", label=t("涉及个人隐私", "Personal privacy")),
                ),
            ),
            Field(
                name="law",
                label=t("依据的法律条款", "Provision of law"),
                help=t(
                    "例如：个人信息保护法第二十八条",
                    "For example: Personal Information Protection Law, art. 28",
                ),
            ),
        ),
        means=t(
            "申请单位将收到理由，并可以请求协调。",
            "The consumer gets your reasons and may ask for coordination.",
        ),
    )


def _before(t: Words) -> tuple[Event, ...]:
    return (
        Event(
            sentence=t(
                "授权台江区民政局同样的 4 个信息项，至 2027年6月30日。",
                "Granted the same 4 items to 台江区民政局 until 30 June 2027.",
            ),
            when=t("2026年5月8日", "8 May 2026"),
            at="2026-05-08",
            who=t("用时 4 个工作日", "took 4 working days"),
            entry=Link("1,102,664", "#"),
            tone="good",
        ),
        Event(
            sentence=t(
                "向仓山区民政局授权 3 个信息项，未授权公民身份号码。",
                "Granted 3 items to 仓山区民政局, without 公民身份号码.",
            ),
            when=t("2026年3月19日", "19 Mar 2026"),
            at="2026-03-19",
            who=t("用时 6 个工作日", "took 6 working days"),
            entry=Link("1,034,871", "#"),
            tone="warn",
        ),
    )
