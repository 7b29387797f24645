"""Sample: three articles of the law page with what the system does beside them (文书样张)."""

from banyan.desk.shapes import Chapter, Document, Lang, Line, Link, NavLink, Note, Provision, State
from tests.shapes.frame import Words

TEXTS = {
    "16": (
        (
            "政务信息采集实行目录管理。采集目录由省数字办、设区市、县（市、区）电子政务管理部门会同应用单位编制，并根据机构职能和特殊业务需要及时更新。",
            "Information is collected under a catalogue, which the departments draw up with application units.",
        ),
        (
            "应用单位应当按照采集目录规定的范围、内容和要求，组织信息采集工作，不得采集目录范围外的信息。能够通过共享获得的信息，原则上不再重复采集。",
            "Nothing outside the catalogue is collected; what sharing can supply is not collected again.",
        ),
    ),
    "17": (
        (
            "全省政务信息资源开放共享平台由省数字办委托技术服务单位统一建设和运行管理，不得采用购买服务方式建设，保障开放共享有效监管。",
            "One platform, built and run for the provincial office; it may not be bought as a service.",
        ),
        (
            "应用单位应当统一利用全省政务信息资源开放共享平台汇聚和发布政务信息资源，保障数据权威性。",
            "Application units gather and publish their resources through this platform.",
        ),
    ),
    "22": (
        (
            "除了涉及国家秘密、商业秘密及个人隐私外，电子政务信息资源依法实行无偿共享。",
            "Except for State secrets, business secrets and personal privacy, resources are shared free of charge.",
        ),
    ),
}


def document(t: Words, texts: tuple[Lang, ...]) -> Document:
    """The law page; ``texts`` are the languages in which the articles are shown."""
    return Document(
        title=t(
            "福建省电子政务\u200b建设和应用\u200b管理办法", "Measures of Fujian Province on E-Government"
        ),
        lines=(t("（草案，共 5 章 39 条）", "Draft, 39 articles in 5 chapters"),),
        sums=(
            State(t("182 条规范已实现", "182 norms work"), "good"),
            State(t("16 条尚未实现", "16 not yet"), "quiet"),
        ),
        texts=(
            NavLink("中文", "#zh", texts == ("zh-Hans",)),
            NavLink("English", "#en", texts == ("en",)),
            NavLink(t("对照", "Both"), "#both", len(texts) > 1),
        ),
        downloads=(Link("PDF", "#pdf"),),
        chapters=(
            Chapter(
                anchor="c2",
                title=t("第二章　规划与建设", "Chapter 2  Planning and building"),
                provisions=(
                    _provision(t, texts, "16", "第十六条", _notes_16(t)),
                    _provision(t, texts, "17", "第十七条", _notes_17(t)),
                ),
            ),
            Chapter(
                anchor="c3",
                title=t("第三章　应用与服务", "Chapter 3  Application and service"),
                provisions=(_provision(t, texts, "22", "第二十二条", _notes_22(t)),),
            ),
        ),
        closing=(t("2026年11月24日导出", "Exported on 24 November 2026"),),
    )


def _provision(
    t: Words, texts: tuple[Lang, ...], number: str, chinese: str, notes: tuple[Note, ...]
) -> Provision:
    lines = tuple(
        Line(paragraph[0 if lang == "zh-Hans" else 1], lang) for paragraph in TEXTS[number] for lang in texts
    )
    return Provision(anchor=f"a{number}", number=t(chinese, f"Article {number}"), lines=lines, notes=notes)


def _works(t: Words) -> State:
    return State(t("已实现", "works"), "good")


def _notes_16(t: Words) -> tuple[Note, ...]:
    return (
        Note(
            kind=t("义务", "Duty"),
            code="16.1-c",
            state=_works(t),
            said=t(
                "机构职能变动后，采集目录在 20 个工作日内更新。",
                "After a body's functions change, the catalogue is updated within 20 working days.",
            ),
            counts=(Link(t("本年 57 次", "57 this year"), "#"),),
            findings=Link(t("3 个问题", "3 open findings"), "#"),
        ),
        Note(
            kind=t("禁止", "Prohibition"),
            code="16.2-b",
            state=_works(t),
            said=t(
                "采集表含目录外的采集项时，不予发布。",
                "A form with an item outside the catalogue cannot be published.",
            ),
            counts=(
                Link(t("检查 318 张表", "318 forms checked"), "#"),
                Link(t("拦截 96 次", "96 stopped"), "#"),
            ),
        ),
        Note(
            kind=t("禁止", "Prohibition"),
            code="16.2-c",
            state=_works(t),
            said=t(
                "政府已有的采集项改为共享，例外须说明理由。",
                "Items held already are shared instead; an exception needs a reason.",
            ),
            counts=(Link(t("免于采集 4,126 项", "4,126 items not asked again"), "#"),),
        ),
    )


def _notes_17(t: Words) -> tuple[Note, ...]:
    return (
        Note(
            kind=t("禁止", "Prohibition"),
            code="17.1-c",
            state=State(t("尚未实现", "not yet"), "quiet"),
            said=t(
                "以购买服务方式建设共享平台的项目，不予批准。",
                "A project that buys the platform as a service is not approved.",
            ),
        ),
        Note(
            kind=t("义务", "Duty"),
            code="17.2-a",
            state=_works(t),
            said=t(
                "共享和开放只经由平台，每次使用留痕。",
                "Sharing and opening go through the platform; every read is recorded.",
            ),
            counts=(Link(t("今日 1,090 次使用", "1,090 reads today"), "#"),),
        ),
    )


def _notes_22(t: Words) -> tuple[Note, ...]:
    return (
        Note(
            kind=t("义务", "Duty"),
            code="22.1-a",
            state=_works(t),
            said=t(
                "不予共享须引用法定情形和法律条款，否则不能提交。",
                "A refusal must cite a lawful ground and a provision, or it cannot be sent.",
            ),
            counts=(
                Link(t("答复 2,310 件", "2,310 answered"), "#"),
                Link(t("不予共享 41 件", "41 refused"), "#"),
            ),
        ),
    )
