"""Samples: the form of an act, and a decision with its lawful answers (办理与决定样张)."""

from banyan.desk.preview.frame import Words
from banyan.desk.preview.things import facts, head
from banyan.desk.shapes import (
    ActForm,
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
    Stopped,
    Table,
)


def act_form(t: Words, *, wrong: bool, stopped: Stopped | None = None) -> ActForm:
    until = Field(
        name="until",
        label=t("使用至", "Until"),
        kind="date",
        value="2029-12-31" if wrong else "2027-12-31",
        help=t("最长两年，到期前可以续期。", "At most two years; it can be renewed before it ends."),
        error=t(
            "最晚填 2028年11月24日，即自今天起两年。",
            "Give a day up to 24 November 2028, two years from today.",
        )
        if wrong
        else "",
    )
    volume = Field(
        name="volume",
        label=t("日调用上限", "Calls a day, at most"),
        kind="number",
        value="" if wrong else "2000",
        unit=t("次", "calls"),
        low="1",
        high="1000000",
        error=t("填 1 到 1,000,000 之间的整数。", "Type a whole number from 1 to 1,000,000.")
        if wrong
        else "",
    )
    form = Form(
        key="grant",
        title=t("授权共享", "Grant the request"),
        url="#grant",
        button=t("授权", "Grant"),
        article=Link(t("办法第二十五条第一款", "Measures, art. 25(1)"), "#25.1"),
        fields=(
            _items(t),
            until,
            volume,
            Field(
                name="masking",
                label=t("脱敏", "Masking"),
                kind="choice",
                options=(
                    Option(
                        value="mask", label=t("按目录规则脱敏", "Mask by the catalogue's rules"), chosen=True
                    ),
                    Option(
                        value="plain",
                        label=t("不脱敏", "No masking"),
                        help=t("须有法律明确规定。", "Only where a law says so."),
                    ),
                ),
            ),
            Field(
                name="remark",
                label=t("给申请单位的说明", "Note to the consumer"),
                kind="personal",
                required=False,
            ),
            Field(
                name="paper",
                label=t("附件", "Attachment"),
                kind="file",
                required=False,
                help=t("PDF 或 OFD，20 MB 以内。", "PDF or OFD, up to 20 MB."),
            ),
            Field(
                name="notice",
                label=t("同时告知省数字办", "Tell the provincial office too"),
                kind="yes",
                required=False,
                value="yes",
            ),
        ),
        means=t(
            "鼓楼区民政局可以使用人口基础信息的 3 个信息项，至 2027年12月31日，每天最多 2,000 次。",
            "This lets 鼓楼区民政局 read 3 items of 人口基础信息 until 31 December 2027, at most 2,000 times a day.",
        ),
        reverse=t(
            "授权后可以随时撤回，5 秒内生效。",
            "A grant can be withdrawn at any time; that takes effect within 5 seconds.",
        ),
        cancel="#",
        stopped=stopped,
    )
    return ActForm(form=form, head=head(t))


def _items(t: Words) -> Field:
    rows = (
        ("name", "姓名", t("一般", "ordinary"), "林*清", True, ""),
        ("id", "公民身份号码", t("敏感", "sensitive"), "350102********2327", True, ""),
        ("died", "死亡注销日期", t("敏感", "sensitive"), "2026-**-**", True, ""),
        (
            "face",
            "人像照片",
            t("特别敏感", "very sensitive"),
            "—",
            False,
            t("申请的用途不包括人像比对，不能选择。", "The purpose does not cover face matching."),
        ),
    )
    return Field(
        name="items",
        label=t("授权哪些信息项", "Items to grant"),
        kind="choices",
        columns=(t("信息项", "Item"), t("敏感程度", "Sensitivity"), t("样例（已脱敏）", "Sample, masked")),
        options=tuple(
            Option(value=value, label=label, cells=(level, sample), chosen=chosen, stopped=why)
            for value, label, level, sample, chosen, why in rows
        ),
    )


def decision(t: Words) -> Decision:
    return Decision(
        head=head(t),
        asked=t(
            "鼓楼区民政局为审核发放高龄津贴，申请使用人口基础信息的 4 个信息项，至 2027年12月31日，每天最多 2,000 次。",
            "To audit and pay old-age allowances, 鼓楼区民政局 asks to read 4 items of 人口基础信息 until "
            "31 December 2027, at most 2,000 times a day.",
        ),
        law=facts(t)[1],
        effects=Facts(
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
        ),
        items=_item_table(t),
        items_note=t(
            "样例取自 3 条随机行并已脱敏。查看本页已记入账本。",
            "Samples come from 3 random rows, masked. That you saw them is recorded.",
        ),
        answers=_answers(t),
        before=(
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
        ),
        record=Link(t("全部 12 件同类决定", "All 12 similar decisions"), "#"),
    )


def _item_table(t: Words) -> Table:
    rows = (
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
                Cell(state=State(level, "warn" if tone == "warn" else "quiet")),
                Cell(sample),
                Cell(why),
            )
            for name, level, tone, sample, why in rows
        ),
    )


def _answers(t: Words) -> tuple[Form, ...]:
    return (
        Form(
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
        ),
        Form(
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
                        for n, label in enumerate(
                            ("姓名", "公民身份号码", "死亡注销日期", "户籍所在地区划代码")
                        )
                    ),
                ),
                Field(name="why", label=t("其余不授权的理由", "Why not the rest"), kind="textarea"),
            ),
            means=t(
                "申请单位可以对未授权的信息项提出协调。", "The consumer may ask for coordination on the rest."
            ),
        ),
        Form(
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
        ),
    )
