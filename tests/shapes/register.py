"""Samples: a register of share requests, an empty one, and the log of reads with its proof (登记簿样张)."""

from banyan.desk.shapes import (
    Bar,
    Bars,
    Cell,
    Chip,
    Column,
    Empty,
    Fact,
    Facts,
    Field,
    Form,
    Link,
    NavLink,
    Offer,
    Option,
    Proof,
    Register,
    Sort,
    State,
    Table,
)
from tests.shapes.frame import Words

ROWS = (
    "人口基础信息|104471|福州市鼓楼区民政局|高龄津贴审核发放|Old-age allowances|submitted|11-27|2,000",
    "人口基础信息|104398|泉州市丰泽区卫生健康局|重点人群家庭医生签约核对|Family-doctor contracts|late|11-20|500",
    "居住证信息|104215|厦门市教育局|随迁子女入学资格核验|Schools for migrant children|granted||8,000",
    "机动车登记信息|104188|福建省交通运输厅|网约车经营许可审查|Licences for ride hailing|granted||20,000",
    "出入境证件信息|104102|平潭综合实验区审批局|台胞创业补贴资格审查|Start-up aid|part||300",
    "户籍人口统计|103990|福建省统计局|人口抽样调查抽样框更新|Population survey|granted||1",
    "人口基础信息|103871|漳州市芗城区城市管理局|占道经营处罚文书送达|Service of street-trading notices|refused||1,000",
    "常住人口信息|103755|莆田市城厢区民政局|城乡低保动态核查|Review of minimum living allowances|withdrawn||1,500",
)

READS = (
    "1,284,055|11-24 10:41:07|福州市鼓楼区民政局|高龄津贴审核发放|Old-age allowances|姓名、死亡注销日期|1",
    "1,284,053|11-24 10:40:58|厦门市教育局|随迁子女入学资格核验|School admission|姓名、居住地址|1",
    "1,284,049|11-24 10:38:31|福建省交通运输厅|网约车经营许可审查|Licences for ride hailing|姓名、准驾车型|25",
    "1,284,044|11-24 10:31:12|福建省统计局|人口抽样调查|Population survey|户籍所在地区划代码|1,204",
)

DAYS = "812 954 1001 987 903 310 221 998 1045 1102 1076 1011 402 287 1130 1188 1204 1163 1090"
"""Reads a day, from 5 November."""


def register(t: Words) -> Register:
    return Register(
        title=t("共享申请", "Share requests"),
        said=t(
            "其他单位申请使用本单位的信息资源，应当在期限内答复。",
            "Other bodies ask to use your resources; each request must be answered in time.",
        ),
        article=Link(t("办法第二十五条第一款", "Measures, art. 25(1)"), "#25.1"),
        table=_requests(t),
        size=t("本页 8 件，按期限排列", "8 on this page, by due date"),
        filters=_filters(t),
        chips=(
            Chip(t("提供单位", "Provider"), "福建省公安厅", "#1"),
            Chip(t("提交日期", "Submitted"), t("2026年10月以来", "since October 2026"), "#2"),
        ),
        clear="#clear",
        views=(
            NavLink(t("待答复", "To answer"), "#", True, "5"),
            NavLink(t("全部", "All"), "#"),
            NavLink(t("敏感信息项", "Sensitive items"), "#"),
        ),
        keep_view=Link(t("保存为视图", "Save this view"), "#"),
        columns=_columns(t),
        next="#next",
        exports=(Link("CSV", "#csv"), Link("XLSX", "#xlsx")),
    )


def _columns(t: Words) -> Form:
    return Form(
        key="columns",
        title=t("列", "Columns"),
        url="#",
        button=t("显示所选", "Show these"),
        fields=(
            Field(
                name="columns",
                label=t("显示哪些列", "Columns to show"),
                kind="choices",
                required=False,
                options=(
                    Option(value="purpose", label=t("用途", "Purpose"), chosen=True),
                    Option(value="state", label=t("状态", "State"), chosen=True),
                    Option(value="volume", label=t("日调用上限", "Calls a day"), chosen=True),
                    Option(value="officer", label=t("经办人", "Officer")),
                ),
            ),
        ),
    )


def _requests(t: Words) -> Table:
    states = {
        "submitted": State(t("待答复", "Submitted"), "info"),
        "late": State(t("逾期未答复", "Answer overdue"), "bad", "late"),
        "granted": State(t("已授权", "Granted"), "good"),
        "part": State(t("部分授权", "Granted in part"), "good"),
        "refused": State(t("不予共享", "Refused"), "bad"),
        "withdrawn": State(t("已撤回", "Withdrawn"), "quiet"),
    }
    rows = tuple(
        (
            Cell(resource, "#", note=f"FJ-GX-2026-{code}"),
            Cell(consumer, "#"),
            Cell(t(purpose, english)),
            Cell(state=states[state]),
            Cell(f"2026-{until}" if until else ""),
            Cell(volume),
        )
        for resource, code, consumer, purpose, english, state, until, volume in (
            row.split("|") for row in ROWS
        )
    )
    return Table(
        caption=t("共享申请", "Share requests"),
        columns=(
            Column(label=t("信息资源", "Resource"), sort=Sort("#s")),
            Column(label=t("申请单位", "Consumer"), sort=Sort("#s")),
            Column(label=t("用途", "Purpose")),
            Column(label=t("状态", "State"), kind="state", sort=Sort("#s")),
            Column(label=t("答复期限", "Answer due"), kind="date", sort=Sort("#s", "ascending")),
            Column(label=t("日调用上限", "Calls a day"), kind="number"),
        ),
        rows=rows,
    )


def _filters(t: Words) -> Form:
    return Form(
        key="filter",
        title=t("筛选", "Filter"),
        url="#",
        button=t("筛选", "Filter"),
        hidden=(("sort", "due"),),
        fields=(
            Field(
                name="state",
                label=t("状态", "State"),
                kind="choice",
                required=False,
                options=tuple(
                    Option(value=str(n), label=label)
                    for n, label in enumerate(
                        (
                            t("待答复", "Submitted"),
                            t("逾期未答复", "Answer overdue"),
                            t("已授权", "Granted"),
                            t("部分授权", "Granted in part"),
                            t("不予共享", "Refused"),
                            t("已撤回", "Withdrawn"),
                        )
                    )
                ),
            ),
            Field(
                name="from",
                label=t("提交日期自", "Submitted from"),
                kind="date",
                required=False,
                value="2026-10-01",
            ),
        ),
    )


def empty_register(t: Words) -> Register:
    return Register(
        title=t("异议", "Objections"),
        said=t(
            "使用单位认为数据有误时提出异议，由来源单位核查更正。",
            "A consumer who doubts a value objects; the source checks it.",
        ),
        article=Link(t("办法第十七条第二款", "Measures, art. 17(2)"), "#17.2"),
        table=Table(
            caption=t("异议", "Objections"), columns=(Column(label=t("异议", "Objection")),), rows=()
        ),
        filters=Form(key="filter", title=t("筛选", "Filter"), url="#", button=t("筛选", "Filter")),
        acts=(Offer(verb=t("提出异议", "Object to a value"), url="#", weight="main"),),
        empty=Empty(
            what=t(
                "这里登记对数据的异议和核查结果。",
                "Objections to values and what the checks found stand here.",
            ),
            why=t(
                "本单位还没有收到异议，也没有向其他单位提出过异议。",
                "Your body has received no objection and made none.",
            ),
            act=Link(t("提出异议", "Object to a value"), "#"),
        ),
    )


def reads(t: Words) -> Register:
    return Register(
        title=t("人口基础信息的使用记录", "Reads of 人口基础信息"),
        said=t(
            "每一次使用在数据发出之前记入账本。提供单位可以自行核对记录完整、未被改动。",
            "Every read is recorded before the data leaves. The provider can check that the list is whole.",
        ),
        article=Link(t("办法第三十二条第二款", "Measures, art. 32(2)"), "#32.2"),
        chart=_days(t),
        proof=_proof(t),
        table=_reads(t),
        filters=_filters(t),
        size=t("最近的 4 条", "The latest 4"),
        next="#next",
        exports=(Link("CSV", "#"),),
    )


def _days(t: Words) -> Bars:
    counts = (int(count) for count in DAYS.split())
    return Bars(
        title=t(
            "11月的使用随高龄津贴年审上升", "Reads in November rise with the yearly review of allowances"
        ),
        steps=t("日期", "Day"),
        amounts=t("使用次数", "Reads"),
        bars=tuple(
            Bar(t(f"11月{n}日", f"{n} Nov"), count, f"{count:,}") for n, count in enumerate(counts, 5)
        ),
    )


def _reads(t: Words) -> Table:
    return Table(
        caption=t("使用记录", "Reads"),
        columns=(
            Column(label=t("时间", "When")),
            Column(label=t("使用单位", "Consumer")),
            Column(label=t("用途", "Purpose")),
            Column(label=t("信息项", "Items")),
            Column(label=t("人数", "Persons"), kind="number"),
            Column(label=t("账本号", "Entry"), kind="number"),
        ),
        rows=tuple(
            (
                Cell(f"2026-{when}"),
                Cell(who, "#"),
                Cell(t(purpose, english)),
                Cell(items),
                Cell(persons),
                Cell(entry, "#"),
            )
            for entry, when, who, purpose, english, items, persons in (row.split("|") for row in READS)
        ),
    )


def _proof(t: Words) -> Proof:
    return Proof(
        state=State(t("完整", "Complete"), "good"),
        anchored=t(
            "截至第 1,284,032 号（今天 10:30）已由 3 个见证单位中的 3 个签名见证。",
            "Anchored up to entry 1,284,032 (today 10:30) by 3 of 3 witnesses.",
        ),
        pending=t(
            "其后 23 条尚未见证，预计 10:45 前完成。",
            "23 later entries are not yet witnessed; expected by 10:45.",
        ),
        facts=(
            Facts(
                t("检查点", "Checkpoint"),
                (
                    Fact(t("日志名称", "Origin"), "log.fujian.example/reads/350000-GAT"),
                    Fact(t("条数", "Size"), "1,284,055"),
                    Fact(t("根", "Root"), "mB7pX0yq…Qk2w="),
                ),
            ),
        ),
        command="python3 verify.py https://log.fujian.example/reads/350000-GAT --keys keys.txt",
        command_help=t(
            "验证程序只有一个文件，只需 Python，不需要本系统。",
            "The verifier is one file; it needs Python and nothing of this system.",
        ),
        downloads=(
            Link(t("验证程序", "Verifier"), "#"),
            Link(t("全部记录", "The whole log"), "#"),
        ),
    )
