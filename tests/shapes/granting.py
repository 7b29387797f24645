"""Sample: the form of an act (办理样张)."""

from banyan.desk.shapes import ActForm, Field, Form, Link, Option, Stopped
from tests.shapes.frame import Words
from tests.shapes.things import head


def act_form(t: Words, *, wrong: bool, stopped: Stopped | None = None) -> ActForm:
    form = Form(
        key="grant",
        title=t("授权共享", "Grant the request"),
        url="#grant",
        button=t("授权", "Grant"),
        article=Link(t("办法第二十五条第一款", "Measures, art. 25(1)"), "#25.1"),
        fields=(
            _items(t),
            _until(t, wrong=wrong),
            _volume(t, wrong=wrong),
            *_besides(t),
        ),
        means=t(
            "鼓楼区民政局可以使用人口基础信息的 3 个信息项，至 2027年12月31日，每天最多 2,000 次。",
            "This lets 鼓楼区民政局 read 3 of the items of 人口基础信息 until 31 December 2027,"
            " at most 2,000 times a day.",
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


def _until(t: Words, *, wrong: bool) -> Field:
    return Field(
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


def _volume(t: Words, *, wrong: bool) -> Field:
    return Field(
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


def _besides(t: Words) -> tuple[Field, ...]:
    return (
        Field(
            name="masking",
            label=t("脱敏", "Masking"),
            kind="choice",
            options=(
                Option(value="mask", label=t("按目录规则脱敏", "Mask by the catalogue's rules"), chosen=True),
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
    )
