"""The catalogue of resources: the hand-written ones and those found elsewhere, given to bodies of Fujian."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from zlib import crc32

from demo_province.item_shapes import Item, Shapes
from demo_province.portal import Found, first_match, found_resources, patterns
from demo_province.writing import hand_written, read_table, write_table

HEADER = (
    "code", "name", "provider_code", "resource_class", "subclass", "abstract", "media", "sharing", "condition",
    "ground", "ground_basis", "opening", "opening_condition", "cycle", "classification", "required_protection",
    "published_on",
)  # fmt: skip
ITEM_HEADER = (
    "resource_code", "position", "name", "element", "data_type", "length", "code_list", "is_required",
    "is_sensitive", "is_key",
)  # fmt: skip
THEME, DEPARTMENT = "2", "3"
CYCLES = {
    "实时": "real_time", "每天": "daily", "每日": "daily", "每周": "weekly", "每月": "monthly",
    "每季度": "quarterly", "每半年": "half_yearly", "每年": "yearly",
}  # fmt: skip
FORMATS = {"009": "电子表格", "008": "电子表格", "099": "电子文件"}
PROTECTION = {"public": "1", "internal": "2", "sensitive": "3"}
"""The grade of protection that a consumer's system needs, by the classification of the resource."""
CONDITIONS = (
    "限履行法定职责的单位在办理具体事项时按名单核验",
    "限行业主管部门和所在地政府使用；申请须写明法律依据和每日调用量",
    "限实施联合监管和信用惩戒时查询，不得另作他用",
)
MOST_OF_A_LINE = 20
"""Resources of one line without an item list of their own; some portals have hundreds for one department."""


NAMES_A_PERSON = frozenset({"姓名", "公民身份号码", "证件号码", "户主姓名", "经营者姓名"})
REACHES = frozenset({"联系电话", "通信地址", "电子邮箱"})


@dataclass(frozen=True)
class Sharing:
    """The terms of sharing: type 1 to 3, the condition, and for type 3 the ground with its legal basis."""

    kind: str
    condition: str = ""
    ground: str = ""
    ground_basis: str = ""


@dataclass(frozen=True)
class Opening:
    """Whether the public may have it (open, conditional, closed) and on which condition."""

    kind: str
    condition: str = ""


@dataclass(frozen=True)
class Draft:
    """A resource before it has its code: everything that can be told from where it comes."""

    name: str
    provider: dict[str, str]
    kind: str
    resource_class: str
    subclass: str
    abstract: str
    media: str
    sharing: Sharing
    opening: Opening
    cycle: str
    published_on: str
    items: tuple[Item, ...]

    @property
    def classification(self) -> str:
        """Sensitive if an item is; public if everybody may have it; else internal."""
        if any(item.sensitive for item in self.items) or self.sharing.kind == "3":
            return "sensitive"
        return "public" if (self.sharing.kind, self.opening.kind) == ("1", "open") else "internal"


class Providers:
    """The bodies by line and level; where a line has none at a level, the next one up provides."""

    def __init__(self, into: Path) -> None:
        self._bodies: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
        for row in read_table(into / "bodies.csv"):
            self._bodies[row["line"], row["level"]].append(row)

    def of(self, line: str, level: str, name: str) -> dict[str, str]:
        """One body of the line; the resource's name decides which, so that a new row moves no other."""
        for at in ("county", "city", "province")[("county", "city", "province").index(level) :]:
            if bodies := self._bodies[line, at]:
                return bodies[crc32(name.encode()) % len(bodies)]
        raise SystemExit(f"No body of the line {line}.")

    def all_of(self, line: str, level: str) -> list[dict[str, str]]:
        """Every body of the line at the level."""
        return self._bodies[line, level]


def basic_drafts(shapes: Shapes, providers: Providers) -> Iterator[Draft]:
    """The hand-written resources, complete in every field, all provided by the province."""
    for row in hand_written("basic_resources"):
        yield Draft(
            row["name"], providers.all_of(row["line"], "province")[0], row["record_kind"],
            row["resource_class"], row["subclass"], row["abstract"], row["media"],
            Sharing(row["sharing"], row["condition"], row["ground"], row["ground_basis"]),
            Opening(row["opening"], row["opening_condition"]), row["cycle"], row["published_on"],
            shapes.marked(row["items"]),
        )  # fmt: skip


class Drafting:
    """Makes drafts of names found elsewhere: kind, theme, terms and items by the keywords of the name."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._kinds, self._themes, self._lines = patterns("kind"), patterns("theme"), patterns("line")
        self._sets = [
            (row["kinds"].split(), re.compile(row["pattern"]), tuple(row["items"].split(";")))
            for row in hand_written("item_sets")
        ]

    def line_of(self, found: Found) -> str:
        """The line of its provider, else the one its name tells; empty if neither does."""
        line = first_match(self._lines, found.provider)
        return (first_match(self._lines, found.name) or line) if line in {"", "数字"} else line

    def kind_of(self, name: str) -> str:
        """The kind of record that a name tells; empty if it tells none."""
        return first_match(self._kinds, name)

    def draft(self, found: Found, provider: dict[str, str], kind: str = "") -> Draft:
        """A draft with the provider's class or the theme's, and terms that fit its most sensitive item."""
        kind = kind or self.kind_of(found.name) or "099"
        theme = first_match(self._themes, found.name)
        names = found.items if len(found.items) >= 3 else self._set_for(found.name, kind)
        items = about_whom(tuple(self._shapes.item(name) for name in names))
        listed = "、".join(item.name for item in items[:3])
        abstract = f"{provider['short_name']}履行职责形成的{found.name}，含{listed}等{len(items)}个信息项"
        seed = crc32(f"{found.name}{provider['code']}".encode())
        sharing, opening = terms(items, found.open_condition, seed)
        published = date(2025, 1, 6) + timedelta(days=seed % 330)
        return Draft(
            found.name, provider, kind, THEME if theme else DEPARTMENT, theme or provider["line"], abstract,
            FORMATS.get(kind, "数据库"), sharing, opening, CYCLES.get(found.cycle, "other"),
            published.isoformat(), items,
        )  # fmt: skip

    def _set_for(self, name: str, kind: str) -> tuple[str, ...]:
        return next(items for kinds, pattern, items in self._sets if kind in kinds and pattern.search(name))


def about_whom(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items of a list of organisations: how to reach an organisation is not sensitive."""
    if any(item.element in NAMES_A_PERSON for item in items):
        return items
    return tuple(replace(item, sensitive=False) if item.element in REACHES else item for item in items)


def terms(items: tuple[Item, ...], open_condition: str, seed: int) -> tuple[Sharing, Opening]:
    """Terms of sharing and opening, invented within what the rules allow."""
    conditional, unconditional = Sharing("2", CONDITIONS[seed % len(CONDITIONS)]), Sharing("1", "无条件")
    if any(item.sensitive for item in items):
        return conditional, Opening("conditional", "个人信息去标识化后开放") if seed % 2 else Opening(
            "closed"
        )
    if open_condition == "有条件开放":
        limited = Opening("conditional", "实名登录并说明用途后开放")
        return conditional if seed % 3 == 0 else unconditional, limited
    return unconditional, Opening("open")


def portal_drafts(raw: Path, drafting: Drafting, providers: Providers) -> Iterator[Draft]:
    """Resources named by other portals, those with their own item lists first in line for a place."""
    many: Counter[str] = Counter()
    for found in found_resources(raw):
        line, bare = drafting.line_of(found), len(found.items) < 3
        if not line or (bare and (many[line] >= MOST_OF_A_LINE or not drafting.kind_of(found.name))):
            continue
        many[line] += bare
        yield drafting.draft(found, providers.of(line, found.level, found.name))


def credit_drafts(raw: Path, drafting: Drafting, providers: Providers) -> Iterator[Draft]:
    """Resources named by a credit platform's catalogue; their items are the set of their kind."""
    places, skip = patterns("place"), patterns("skip")
    rows = read_table(raw / "catalogue/credit_docs_yibin.csv") + read_table(
        raw / "catalogue/credit_catalogues_yibin.csv"
    )
    unfit = re.compile(r"信用中心|已屏蔽|演示|地方性|（法人）|（自然人）|[《_]|基础信息")
    department = {row["resource_name"]: row["department"] for row in rows if row.get("department")}
    for name in dict.fromkeys(row["resource_name"] for row in rows):
        if any(p.search(name) for p, _ in (*places, *skip)) or unfit.search(name) or len(name) > 36:
            continue
        level = ("province", "city")[crc32(name.encode()) % 2]
        found = Found(name, department.get(name, ""), level, "每月", "", ())
        line = drafting.line_of(found)
        if line:
            yield drafting.draft(found, providers.of(line, found.level, name))


def enforcement_drafts(raw: Path, drafting: Drafting, providers: Providers) -> Iterator[Draft]:
    """The records of each enforcing line (licence, penalty, inspection …) with the items of a credit template."""
    templates: dict[str, list[str]] = defaultdict(list)
    for row in read_table(raw / "catalogue/credit_templates_items_dev.csv"):
        if not row["field_code"].startswith(("hj_", "qx_", "sxy")):
            templates[row["template"]].append(row["item_name"])
    for line in ENFORCING:
        for row in hand_written("enforcement"):
            name, items = f"{line}领域{row['name']}", (*templates[row["template"]], "数据更新时间")
            in_cities = row["kind"] in {"002", "003"} and line in IN_CITIES
            for level in ("province", "city") if in_cities else ("province",):
                for body in providers.all_of(line, level):
                    yield drafting.draft(
                        Found(name, body["name"], level, "每日", "", items), body, row["kind"]
                    )


ENFORCING = (
    "公安", "民政", "人社", "自然资源", "卫健", "教育", "住建", "医保", "农业农村", "应急", "交通", "生态环境",
    "司法", "文旅", "水利", "林业",
)  # fmt: skip
IN_CITIES = frozenset({"公安", "卫健", "住建", "交通", "生态环境"})


def coded(drafts: list[Draft], into: Path) -> Iterator[tuple[str, Draft]]:
    """Each draft with its code: class, item of the class, kind of record, region, number in that order."""
    codes = read_table(into / "code_lists.csv")
    numbers = {row["name"]: row["code"] for row in codes if "类项" in row["list"]}
    lines = {row["line"]: f"{n:02}" for n, row in enumerate(hand_written("departments"), 1)}
    next_number: Counter[str] = Counter()
    for draft in drafts:
        item = lines[draft.subclass] if draft.resource_class == DEPARTMENT else numbers[draft.subclass]
        stem = f"{draft.resource_class}/{item}/{draft.kind}/{draft.provider['region']}"
        next_number[stem] += 1
        yield f"{stem}/{next_number[stem]:04}", draft


def convert_resources(raw: Path, into: Path) -> Counter[str]:
    """Write ``resources.csv.gz`` and ``resource_items.csv.gz``; give the numbers of both by origin."""
    shapes, providers = Shapes(into), Providers(into)
    drafting = Drafting(shapes)
    by_origin = {
        "hand-written": list(basic_drafts(shapes, providers)),
        "portals": list(portal_drafts(raw, drafting, providers)),
        "credit catalogue": list(credit_drafts(raw, drafting, providers)),
        "credit templates": list(enforcement_drafts(raw, drafting, providers)),
    }
    seen: set[tuple[str, str]] = set()
    drafts = []
    for draft in (draft for group in by_origin.values() for draft in group):
        if (draft.name, draft.provider["code"]) not in seen:
            seen.add((draft.name, draft.provider["code"]))
            drafts.append(draft)
    table = list(coded(drafts, into))
    write_table(into / "resources.csv.gz", HEADER, (resource_row(code, draft) for code, draft in table))
    rows = [item_row(code, n, item) for code, draft in table for n, item in enumerate(draft.items, 1)]
    write_table(into / "resource_items.csv.gz", ITEM_HEADER, rows)
    counts = {origin: len(group) for origin, group in by_origin.items()}
    return Counter(counts | {"resources": len(table), "items": len(rows)})


def resource_row(code: str, draft: Draft) -> tuple[str, ...]:
    """A draft as a row of ``resources.csv.gz``."""
    return (
        code, draft.name, draft.provider["code"], draft.resource_class, draft.subclass, draft.abstract,
        draft.media, *astuple(draft.sharing), *astuple(draft.opening), draft.cycle, draft.classification,
        PROTECTION[draft.classification], draft.published_on,
    )  # fmt: skip


def item_row(code: str, number: int, item: Item) -> tuple[object, ...]:
    """An item as a row of ``resource_items.csv.gz``."""
    flags = (int(item.required), int(item.sensitive), int(item.key))
    return (code, number, item.name, item.element, item.data_type, item.length, item.code_list, *flags)
