"""Invented people in the shape of the resource 人口基础信息, and deliveries of them that have faults."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from banyan.kit.identifiers import citizen
from demo_province.places import Places
from demo_province.writing import Draw, write_table

HEADER = (
    "公民身份号码", "姓名", "性别", "出生日期", "民族", "户籍地行政区划代码", "户籍地址", "居住地行政区划代码",
    "居住地址", "联系电话", "婚姻状况", "文化程度", "与户主关系", "死亡标识", "数据更新日期", "合成标记",
)  # fmt: skip
SEQUENCES = {"1": (997, 999), "2": (996, 998)}
"""The old rules kept 996 to 999 for people over a hundred, so nobody born since has such a number."""
SURNAMES = "陈林黄郑吴张李王刘蔡杨许苏叶谢洪邱方"
MARKS = "示例样试"
GIVEN = "安宁远清明和平康健文雅慧芳兰松柏山海江河星辰晨曦春秋冬夏福寿喜乐诚信义仁勇智礼恒永嘉瑞祥禾苗榕"
RARE = ("䶮", "㛃", "𬭎", "𠅤", "𣲘", "𬀩")
"""Characters of names that GB18030 writes in four bytes."""
NATIONS = ("01",) * 40 + ("22", "22", "03", "15", "23")
DOORS = ("", "1单元202室", "3座501室", "2梯1103室", "")
TODAY = date(2026, 10, 31)
Row = tuple[str, ...]


def people(
    places: Places, seed: str, surnames: str = SURNAMES, marks: tuple[str, ...] = tuple(MARKS)
) -> Iterator[Row]:
    """Invented people without end, no two with the same number."""
    draw = Draw(seed)
    taken: set[str] = set()
    while True:
        home = places.county(draw)
        sex = draw.pick(("1", "2"))
        born = birthday(draw)
        number = str(citizen.make(home, born, draw.pick(SEQUENCES[sex])))
        if number in taken:
            continue
        taken.add(number)
        name = draw.pick(surnames) + draw.pick(marks) + draw.pick(GIVEN)
        registered = places.at(home, draw, draw.pick(DOORS))
        lives = registered if draw.chance(0.8) else places.at(places.county(draw), draw, draw.pick(DOORS))
        yield (
            number, name, sex, born.isoformat(), draw.pick(NATIONS), home, registered.address, lives.county,
            lives.address, f"1000{len(taken):07}", *circumstances(born.year, draw),
            (date(2026, 1, 1) + timedelta(days=draw.whole(0, 300))).isoformat(), "1",
        )  # fmt: skip


def birthday(draw: Draw) -> date:
    """A birthday; a fifth of the people are over eighty, because the story pays them an allowance."""
    first, last = (
        (date(1928, 1, 1), date(1946, 10, 1)) if draw.chance(0.2) else (date(1946, 10, 2), date(2022, 12, 31))
    )
    return first + timedelta(days=draw.whole(0, (last - first).days))


def circumstances(born: int, draw: Draw) -> tuple[str, str, str, str]:
    """Marital status, education, place in the household and whether dead, such that the age allows them."""
    age = TODAY.year - born
    if age < 22:
        learned = next(code for until, code in ((7, "90"), (13, "80"), (17, "70"), (22, "60")) if age < until)
        return "10", learned, draw.pick(("20", "30")), "0"
    married = draw.pick(("20", "20", "20", "10", "40")) if age < 75 else draw.pick(("20", "30"))
    learned = draw.pick(("20", "30", "40", "60", "70") if age < 60 else ("70", "80", "80", "60"))
    dead = "1" if age > 75 and draw.chance(0.08) else "0"
    return married, learned, draw.pick(("02", "02", "10", "50")), dead


def first(count: int, rows: Iterator[Row]) -> list[Row]:
    """The first rows of a stream."""
    return [next(rows) for _ in range(count)]


def make_people(into: Path) -> int:
    """Write ``people.csv.gz`` with 5,000 people, and the same shape in GB18030 with rare names."""
    places = Places(into)
    rows = first(5000, people(places, "people"))
    write_table(into / "people.csv.gz", HEADER, rows)
    rare = first(200, people(places, "people in GB18030", marks=(*MARKS, *RARE)))
    write_table(into / "people_gb18030.csv", HEADER, rare, encoding="gb18030")
    make_bad_people(into, first(200, people(places, "bad people")))
    return len(rows)


SPOILERS: tuple[tuple[int, str, str, Callable[[str], str]], ...] = (
    (7, "公民身份号码", "check_character", lambda value: value[:17] + ("1" if value[17] != "1" else "2")),
    (19, "公民身份号码", "length", lambda value: value[:-1]),
    (31, "姓名", "required", lambda _: ""),
    (46, "性别", "code_list", lambda _: "3"),
    (58, "出生日期", "date", lambda _: "1990-02-30"),
    (73, "民族", "code_list", lambda _: "77"),
    (88, "户籍地行政区划代码", "region", lambda _: "359999"),
    (101, "联系电话", "too_long", lambda value: f"{value}转示例分机一二三四五六七八"),
    (126, "婚姻状况", "code_list", lambda _: "已婚"),
    (149, "死亡标识", "logical", lambda _: "Y"),
    (170, "数据更新日期", "date", lambda value: value.replace("-", "/")),
)
DUPLICATE = (188, 3)
"""The row that repeats the number of another row."""


def make_bad_people(into: Path, rows: list[Row]) -> None:
    """Write ``people_bad.csv``, 200 rows with twelve bad cells, and ``people_bad_cells.csv`` that names them."""
    spoiled = [list(row) for row in rows]
    bad = []
    for line, item, rule, spoil in SPOILERS:
        place = HEADER.index(item)
        spoiled[line - 1][place] = spoil(spoiled[line - 1][place])
        bad.append((line, item, rule, spoiled[line - 1][place]))
    line, repeats = DUPLICATE
    spoiled[line - 1][0] = spoiled[repeats - 1][0]
    bad.append((line, HEADER[0], "duplicate_key", spoiled[line - 1][0]))
    write_table(into / "people_bad.csv", HEADER, spoiled)
    write_table(into / "people_bad_cells.csv", ("row", "item", "rule", "value"), bad)
