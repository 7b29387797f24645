"""Invented firms in the shape of the resource 企业基本信息, led by the invented people."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from banyan.kit.identifiers import credit_code, organisation_code
from demo_province.places import Places
from demo_province.writing import Draw, read_table, write_table

HEADER = (
    "统一社会信用代码", "企业名称", "企业类型", "法定代表人姓名", "注册资本", "成立日期", "核准日期", "营业期限起",
    "营业期限止", "登记机关", "登记状态", "行业大类代码", "经营范围", "住所", "住所行政区划代码", "企业联系电话",
    "合成标记",
)  # fmt: skip
SYNTHETIC_ORGANISATION = "DEN"
WORDS = "榕荫闽江鼓山武夷乌龙白塔茉莉三坊青云海丝妈祖土楼丹霞漆画寿山茶岩船政"
TRADES = (
    ("商贸", "52", "日用百货、五金交电的零售"), ("茶业", "15", "茶叶的加工与销售"),
    ("水产", "04", "水产品的养殖、加工与销售"), ("服饰", "18", "服装的设计、制造与销售"),
    ("信息技术", "65", "软件开发、信息系统集成服务"), ("餐饮管理", "62", "餐饮服务与管理"),
    ("建筑工程", "47", "房屋建筑工程施工"), ("物流", "54", "普通货物道路运输与仓储"),
    ("陶瓷", "30", "日用陶瓷的制造与销售"), ("旅游", "72", "旅游信息咨询服务"),
    ("机械", "35", "专用设备的制造与维修"), ("生物科技", "73", "生物技术的研究与推广"),
)  # fmt: skip
KINDS = (("1130", "有限公司"),) * 6 + (("1100", "有限公司"), ("1200", "股份有限公司"), ("4530", "合伙企业"))
STATES = ("1",) * 18 + ("2", "3")
Row = tuple[str, ...]


def firms(places: Places, leaders: list[str], registries: dict[str, str]) -> Iterator[Row]:
    """Invented firms, numbered in their names so that none repeats."""
    draw = Draw("firms")
    for number in range(1, 2001):
        county = places.county(draw)
        start = draw.whole(0, len(WORDS) // 2 - 1) * 2
        trade, division, scope = draw.pick(TRADES)
        kind, ending = draw.pick(KINDS)
        organisation = organisation_code.make(f"{SYNTHETIC_ORGANISATION}{number:05}")
        founded = date(2001, 1, 1) + timedelta(days=draw.whole(0, 9200))
        approved = founded + timedelta(days=draw.whole(0, (date(2026, 10, 31) - founded).days))
        until = founded.replace(day=1, year=founded.year + 30).isoformat() if draw.chance(0.4) else ""
        place = places.at(county, draw, f"{draw.whole(1, 20)}层")
        yield (
            str(credit_code.make("91", county, organisation)),
            f"示例{number:04}{WORDS[start : start + 2]}{trade}{ending}", kind, draw.pick(leaders),
            f"{draw.whole(1, 500) * 10}.00", founded.isoformat(), approved.isoformat(), founded.isoformat(), until,
            registries[county], draw.pick(STATES), division, scope, place.address, county,
            f"0590-1000{number:04}", "1",
        )  # fmt: skip


def make_firms(into: Path) -> int:
    """Write ``firms.csv.gz`` with 2,000 firms."""
    people = read_table(into / "people.csv.gz")
    leaders = [row["姓名"] for row in people if "1955" < row["出生日期"] < "2004" and row["死亡标识"] == "0"]
    registries = {
        row["region"]: row["name"] for row in read_table(into / "bodies.csv") if row["line"] == "市场监管"
    }
    rows = list(firms(Places(into), leaders, registries))
    write_table(into / "firms.csv.gz", HEADER, rows)
    return len(rows)
