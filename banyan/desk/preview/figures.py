"""Samples: a gate, the overview, the law page, sign-in and a problem (关口、总览、文书样张)."""

from collections.abc import Mapping

from banyan.desk.outlines import Outline
from banyan.desk.preview.frame import Words
from banyan.desk.shapes import (
    Cell,
    Column,
    Condition,
    Field,
    Figure,
    Form,
    Gate,
    Head,
    Link,
    NavLink,
    Offer,
    Overview,
    Problem,
    Reason,
    Region,
    RegionMap,
    SignIn,
    State,
    Stopped,
    Table,
    Trend,
)

HELD = (
    ("name", "姓名", "人口基础信息 · 姓名", "福建省公安厅"),
    ("sex", "性别", "人口基础信息 · 性别", "福建省公安厅"),
    ("born", "出生日期", "人口基础信息 · 出生日期", "福建省公安厅"),
    ("home", "户籍地址", "人口基础信息 · 户籍地址", "福建省公安厅"),
    ("card", "社会保障卡号", "社会保障卡持卡信息 · 卡号", "福建省人力资源和社会保障厅"),
    ("disabled", "残疾人证号", "残疾人证信息 · 证号", "福建省残疾人联合会"),
)
CITIES = (
    ("350100", "福州市", 14, 96.1), ("350200", "厦门市", 6, 98.4), ("350300", "莆田市", 21, 91.0),
    ("350400", "三明市", 11, 94.7), ("350500", "泉州市", 34, 88.2), ("350600", "漳州市", 27, 89.9),
    ("350700", "南平市", 9, 95.2), ("350800", "龙岩市", 12, 93.8), ("350900", "宁德市", 3, 97.6),
)  # fmt: skip


def gate(t: Words) -> Gate:
    article = Link(t("第十六条第二款", "art. 16(2)"), "#16.2")
    held = tuple(
        Condition(
            what=name,
            note=t("必填，文本", "required, text"),
            verdict=State(t("政府已有", "Held already"), "bad"),
            article=article,
            because=t("可以共享获得，不再重复采集。", "Sharing supplies it; it is not collected again."),
            evidence=Link(source, "#"),
            fix=Link(t("改为共享", "Share instead"), "#"),
            pick=key,
        )
        for key, name, source, _ in HELD
    )
    outside = Condition(
        what="子女工作单位",
        note=t("选填，文本", "optional, text"),
        verdict=State(t("目录外", "Not catalogued"), "bad"),
        article=article,
        because=t("采集目录没有这一采集项。", "The collection catalogue has no such item."),
        fix=Link(t("删除或申请入目录", "Remove or propose it"), "#"),
    )
    unclear = Condition(
        what="居住状况",
        note=t("必填，单选", "required, choice"),
        verdict=State(t("需说明", "To be explained"), "warn"),
        article=article,
        because=t("与网格“居住情况”相近，匹配度 0.82。", "Close to 居住情况 of the grid, score 0.82."),
        evidence=Link("网格人员信息 · 居住情况", "#"),
        fix=Link(t("说明理由", "Give a reason"), "#"),
    )
    good = tuple(
        Condition(
            what=name,
            note=t("必填，文本", "required, text"),
            verdict=State(t("可以采集", "May be asked"), "good"),
            article=article,
            evidence=Link(t(f"采集目录 {code}", f"Collection catalogue {code}"), "#"),
        )
        for name, code in (
            ("开户银行", "MZ-0117-08"),
            ("银行账号", "MZ-0117-09"),
            ("联系电话", "MZ-0117-11"),
            ("自理能力评估", "MZ-0117-12"),
            ("申请日期", "MZ-0117-15"),
        )
    )
    return Gate(
        head=Head(
            kind=t("采集表关口", "Gate of a collection form"),
            name=t("高龄津贴申请登记表", "高龄津贴申请登记表"),
            code="350102-MZ-0117-B02",
            state=State(t("未通过", "Does not pass"), "bad"),
            owner=Link("福州市鼓楼区民政局", "#"),
        ),
        conditions=(*good, unclear, *held, outside),
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


def overview(t: Words, box: str, outlines: Mapping[str, Outline]) -> Overview:
    ranked = sorted(CITIES, key=lambda city: -city[2])
    return Overview(
        title=t("全省执行情况", "The province at a glance"),
        said=t("点开每个数字查看背后的记录。", "Every figure opens the rows behind it."),
        as_of=t("数据截至 2026年11月24日 10:30", "As of 24 November 2026, 10:30"),
        scopes=(
            NavLink(t("全省", "Province"), "#", True),
            NavLink(t("省级单位", "Provincial bodies"), "#"),
            NavLink(t("设区市", "Cities"), "#"),
        ),
        figures=_figures(t),
        map=RegionMap(
            title=t("逾期应办集中在泉州、漳州、莆田", "Overdue duties gather in 泉州, 漳州 and 莆田"),
            steps=tuple(t(f"{span} 件", span) for span in ("0–5", "6–10", "11–20", "21–30", "31+")),
            box=box,
            regions=tuple(_region(t, city, outlines) for city in CITIES),
        ),
        ranked=Table(
            caption=t("逾期最多的设区市", "Cities with most overdue"),
            columns=(
                Column(label=t("设区市", "City")),
                Column(label=t("逾期", "Overdue"), kind="number"),
                Column(label=t("按期答复率", "Answered in time"), kind="number"),
                Column(label=t("最严重的单位", "Worst body")),
            ),
            rows=tuple(
                (Cell(name, "#"), Cell(str(count), "#"), Cell(f"{rate} %"), Cell(worst, "#"))
                for (_, name, count, rate), worst in zip(
                    ranked,
                    (
                        "泉州市住房和城乡建设局",
                        "漳州市卫生健康委员会",
                        "莆田市民政局",
                        "福州市城市管理委员会",
                        "龙岩市教育局",
                        "三明市交通运输局",
                        "南平市林业局",
                        "厦门市文化和旅游局",
                        "宁德市农业农村局",
                    ),
                    strict=True,
                )
            ),
        ),
        ranked_more=Link(t("全部 137 件逾期应办", "All 137 overdue duties"), "#"),
    )


def _region(t: Words, city: tuple[str, str, int, float], outlines: Mapping[str, Outline]) -> Region:
    code, name, count, _ = city
    outline = outlines.get(code)
    step = sum(count > bound for bound in (5, 10, 20, 30))
    return Region(
        code=code,
        name=name,
        text=t(f"{count} 件", str(count)),
        step=step,
        url="#",
        outline=outline.path if outline else "",
        at=outline.at if outline else None,
    )


def _figures(t: Words) -> tuple[Figure, ...]:
    return (
        Figure(
            label=t("逾期应办", "Overdue duties"),
            value="137",
            unit=t("件", ""),
            url="#",
            target=t("目标 0 件", "target 0"),
            state=State(t("比上月少 22 件", "22 fewer than last month"), "warn", "descending"),
            trend=_trend(
                "201 214 190 196 181 170 175 163 168 159 159 137",
                t("12 个月由 201 件降至 137 件", "From 201 to 137 in 12 months"),
                target=100,
            ),
        ),
        Figure(
            label=t("共享申请按期答复率", "Requests answered in time"),
            value="92.4",
            unit="%",
            url="#",
            target=t("目标 95%", "target 95 %"),
            state=State(t("未达标", "Below target"), "warn"),
            trend=_trend(
                "71 74 73 79 82 84 83 87 88 90 91 92.4",
                t("12 个月由 71% 升至 92.4%", "From 71 % to 92.4 % in 12 months"),
                target=95,
            ),
        ),
        Figure(
            label=t("本年免于重复采集", "Items not collected again this year"),
            value="4,126",
            unit=t("项", "items"),
            url="#",
            target=t("涉及 318 张采集表", "in 318 collection forms"),
            trend=_trend(
                "210 260 240 330 350 390 402 371 410 398 420 412",
                t("每月由 210 项升至 412 项", "From 210 to 412 a month"),
            ),
        ),
        Figure(
            label=t("目录完整率", "Catalogue complete"),
            value="96.2",
            unit="%",
            url="#",
            target=t("目标 95%", "target 95 %"),
            state=State(t("达标", "On target"), "good"),
            trend=_trend(
                "88 89 91 91 92 93 93.5 94 95 95.4 96 96.2",
                t("12 个月由 88% 升至 96.2%", "From 88 % to 96.2 % in 12 months"),
                target=95,
            ),
        ),
    )


def _trend(values: str, said: str, *, target: float | None = None) -> Trend:
    return Trend(values=tuple(float(value) for value in values.split()), said=said, target=target)


def sign_in(t: Words, *, wrong: bool) -> SignIn:
    return SignIn(
        title=t("登录榕政", "Sign in to Banyan"),
        said=t("供福建省各级应用单位经办人使用。", "For officers of the bodies of Fujian Province."),
        form=Form(
            key="sign-in",
            title=t("用账号登录", "With your account"),
            url="#",
            button=t("登录", "Sign in"),
            fields=(
                Field(
                    name="username",
                    label=t("账号", "Account"),
                    autocomplete="username",
                    value="chenzhiyuan" if wrong else "",
                ),
                Field(
                    name="password",
                    label=t("密码", "Password"),
                    kind="secret",
                    autocomplete="current-password",
                    error=t(
                        "账号或者密码不正确，请重新输入密码。",
                        "Account or password is wrong. Type the password again.",
                    )
                    if wrong
                    else "",
                ),
                Field(
                    name="code",
                    label=t("动态码", "One-time code"),
                    autocomplete="one-time-code",
                    help=t("手机令牌显示的 6 位数字。", "The 6 digits your token shows."),
                ),
            ),
        ),
        others=(Link(t("用数字证书登录", "Sign in with a certificate"), "#"),),
        notes=(
            t("每次登录和每次使用都记入账本。", "Every sign-in and every use is recorded in the ledger."),
            t(
                "连续 5 次失败后，账号锁定 15 分钟。",
                "After 5 failures the account is locked for 15 minutes.",
            ),
        ),
    )


def problem(t: Words) -> Problem:
    return Problem(
        status=403,
        title=t("本岗位不能查看这份共享申请", "Your office may not see this share request"),
        because=t(
            "这份申请由福建省医疗保障局提供数据，您现在以福建省公安厅数据管理员办理。",
            "福建省医疗保障局 provides the data; you now work as data officer of 福建省公安厅.",
        ),
        article=Link(t("办法第五条第二款", "Measures, art. 5(2)"), "#"),
        instead=t(
            "换到有权的岗位，或者联系提供单位的数据管理员。",
            "Change to an office that may, or ask the provider's data officer.",
        ),
        ways=(
            Link(t("回到应办", "Back to what I owe"), "#"),
            Link(t("查看共享申请", "See share requests"), "#"),
        ),
        reference="9f2c-41d7-a0be",
    )
