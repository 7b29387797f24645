"""Invented recipients of the minimum living allowance in the shape of the resource 低保对象信息."""

from collections import defaultdict
from pathlib import Path

from demo_province.writing import Draw, read_table, write_table

HEADER = (
    "公民身份号码", "姓名", "户主姓名", "户主公民身份号码", "低保类别", "救助证号", "保障人口数", "保障金额",
    "保障起始日期", "保障状态", "居住地行政区划代码", "街道名称", "数据更新日期", "合成标记",
)  # fmt: skip
STATES = ("10", "10", "10", "10", "20", "30")


def make_assistance(into: Path) -> int:
    """Write ``assistance.csv.gz``: one in sixteen of the grown-up living people, each the head of the household."""
    draw = Draw("assistance")
    towns: dict[str, list[str]] = defaultdict(list)
    for row in read_table(into / "regions.csv.gz"):
        if row["level"] == "township":
            towns[row["parent"]].append(row["name"])
    rows: list[tuple[object, ...]] = []
    for person in read_table(into / "people.csv.gz"):
        if person["死亡标识"] == "1" or person["出生日期"] > "2004" or not draw.chance(1 / 16):
            continue
        county, number, name = person["居住地行政区划代码"], person["公民身份号码"], person["姓名"]
        town = next(name for name in towns[county] if name in person["居住地址"])
        heads = draw.whole(1, 4)
        rows.append((
            number, name, name, number, draw.pick(("1", "2")), f"SL{county}{len(rows) + 1:05}", heads,
            f"{heads * draw.whole(40, 80) * 10}.00", f"{draw.whole(2016, 2025)}-{draw.whole(1, 12):02}-01",
            draw.pick(STATES), county, town, person["数据更新日期"], "1",
        ))  # fmt: skip
    write_table(into / "assistance.csv.gz", HEADER, rows)
    return len(rows)
