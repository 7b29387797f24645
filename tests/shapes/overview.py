"""Sample: the overview with its map (总览样张)."""

from collections.abc import Mapping

from banyan.desk.outlines import Outline
from banyan.desk.shapes import (
    Cell,
    Column,
    Figure,
    Link,
    NavLink,
    Overview,
    Region,
    RegionMap,
    State,
    Table,
    Trend,
)
from tests.shapes.frame import Words

CITIES = (
    ("350100", "福州市", 14, 96.1), ("350200", "厦门市", 6, 98.4), ("350300", "莆田市", 21, 91.0),
    ("350400", "三明市", 11, 94.7), ("350500", "泉州市", 34, 88.2), ("350600", "漳州市", 27, 89.9),
    ("350700", "南平市", 9, 95.2), ("350800", "龙岩市", 12, 93.8), ("350900", "宁德市", 3, 97.6),
)  # fmt: skip
WORST = (
    "泉州市住房和城乡建设局",
    "漳州市卫生健康委员会",
    "莆田市民政局",
    "福州市城市管理委员会",
    "龙岩市教育局",
    "三明市交通运输局",
    "南平市林业局",
    "厦门市文化和旅游局",
    "宁德市农业农村局",
)
"""The worst body of each city, the city with most overdue first."""


def overview(t: Words, box: str, outlines: Mapping[str, Outline]) -> Overview:
    return Overview(
        title=t("全省执行情况", "The province at a glance"),
        said=t("点开每个数字查看背后的记录。", "Every figure opens the rows behind it."),
        as_of=t("数据截至 2026年11月24日 10:30", "As of 24 November 2026, 10:30"),
        scopes=(
            NavLink(t("全省", "Province"), "#", True),
            NavLink(t("省级单位", "Provincial bodies"), "#"),
            NavLink(t("设区市", "Cities"), "#"),
        ),
        figures=(_overdue(t), _answered(t), _spared(t), _complete(t)),
        map=_map(t, box, outlines),
        ranked=_ranked(t),
        ranked_more=Link(t("全部 137 件逾期应办", "All 137 overdue duties"), "#"),
    )


def _map(t: Words, box: str, outlines: Mapping[str, Outline]) -> RegionMap:
    return RegionMap(
        title=t("逾期应办集中在泉州、漳州、莆田", "Overdue duties gather in 泉州, 漳州 and 莆田"),
        steps=tuple(t(f"{span} 件", span) for span in ("0–5", "6–10", "11–20", "21–30", "31+")),
        box=box,
        regions=tuple(_region(t, city, outlines) for city in CITIES),
    )


def _ranked(t: Words) -> Table:
    ranked = sorted(CITIES, key=lambda city: -city[2])
    return Table(
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
                WORST,
                strict=True,
            )
        ),
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


def _overdue(t: Words) -> Figure:
    return Figure(
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
    )


def _answered(t: Words) -> Figure:
    return Figure(
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
    )


def _spared(t: Words) -> Figure:
    return Figure(
        label=t("本年免于重复采集", "Items not collected again this year"),
        value="4,126",
        unit=t("项", "items"),
        url="#",
        target=t("涉及 318 张采集表", "in 318 collection forms"),
        trend=_trend(
            "210 260 240 330 350 390 402 371 410 398 420 412",
            t("每月由 210 项升至 412 项", "From 210 to 412 a month"),
        ),
    )


def _complete(t: Words) -> Figure:
    return Figure(
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
    )


def _trend(values: str, said: str, *, target: float | None = None) -> Trend:
    return Trend(values=tuple(float(value) for value in values.split()), said=said, target=target)
