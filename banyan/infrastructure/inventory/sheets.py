"""The sheet of each kind of inventory: its columns, what they demand, and the act that enters a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from banyan.acts import clock
from banyan.acts.act import Act
from banyan.acts.lines import pairs_of
from banyan.bodies.models import Body
from banyan.infrastructure.acts import centres, channels, networks, platforms, systems
from banyan.infrastructure.models import Channel, DataCentre, Existing, Network, Platform, StockRow, System
from banyan.infrastructure.queries.existing import integrated_at_the_latest
from banyan.lake.items import ItemRule

Row = Mapping[str, str]
CODE, NAME, KIND = "统一社会信用代码", "名称", "类型"
SINCE, UNTIL, PLAN = "建成日期", "整合期限", "整合计划"
PLATFORMS = {
    "物联网平台": Platform.Kind.IOT,
    "综合网格平台": Platform.Kind.GRID,
    "专业网格平台": Platform.Kind.SPECIAL_GRID,
    "社区终端": Platform.Kind.TERMINAL,
}
CHANNELS = {
    "网站": Channel.Kind.WEBSITE,
    "移动应用": Channel.Kind.APP,
    "小程序": Channel.Kind.MINI_PROGRAM,
    "热线": Channel.Kind.HOTLINE,
    "呼叫中心": Channel.Kind.CALL_CENTRE,
}
CENTRAL = {
    "否": System.Central.NO,
    "本地部署": System.Central.LOCAL,
    "对接省中心": System.Central.LINKED,
    "远程使用": System.Central.REMOTE,
}
FLAGS = {"是": True, "1": True, "true": True, "TRUE": True}


@dataclass(frozen=True)
class Sheet:
    """One kind of inventory (清查表): ``given`` reads a checked row as what its act asks for."""

    kind: StockRow.Kind
    model: type[Existing] | type[System]
    act: Act
    items: tuple[ItemRule, ...]
    given: Callable[[Row], dict[str, Any]]

    @property
    def columns(self) -> list[str]:
        return [item.name for item in self.items]

    @property
    def keys(self) -> list[str]:
        return [item.name for item in self.items if item.is_key]

    def corrected(self, data: Row, corrections: Row) -> dict[str, str]:
        """The row with these columns put right; what stood beyond the columns is left out."""
        merged = {**data, **corrections}
        return {name: merged.get(name, "").strip() for name in self.columns}

    def key_of(self, row: Row) -> str:
        """The key of a row, as the lake's check makes it."""
        return "|".join(row.get(name, "").strip() for name in self.keys)


def _text(name: str, length: int, *, required: bool = False, key: bool = False) -> ItemRule:
    return ItemRule(name, "C", length=length, is_required=required, is_key=key)


def _day(name: str) -> ItemRule:
    return ItemRule(name, "D")


def _one_of(name: str, words: Mapping[str, Any], *, required: bool = True) -> ItemRule:
    return ItemRule(name, "C", codes=frozenset(words), is_required=required)


WHOSE = _text(CODE, 18, key=True)
CALLED = _text(NAME, 160, key=True)
INTEGRATION = (_day(SINCE), _day(UNTIL), _text(PLAN, 4000))


def _existing(row: Row) -> dict[str, Any]:
    return {
        "name": row[NAME],
        "running_since": row[SINCE] or None,
        "integrate_by": row[UNTIL] or None,
        "plan": row[PLAN],
    }


def _network(row: Row) -> dict[str, Any]:
    return {**_existing(row), "purpose": row["用途"]}


def _centre(row: Row) -> dict[str, Any]:
    return {
        **_existing(row),
        "work": DataCentre.Work.STOCK,
        "reason": row["用途"] or "存量清查",
        "racks": row["机柜数"] or 0,
        "integrate_by": row[UNTIL] or integrated_at_the_latest(clock.today()),
    }


def _platform(row: Row) -> dict[str, Any]:
    return {
        **_existing(row),
        "kind": PLATFORMS[row[KIND]],
        "purpose": row["用途"],
        "number": row["设备数"] or 0,
    }


def _channel(row: Row) -> dict[str, Any]:
    return {**_existing(row), "kind": CHANNELS[row[KIND]], "address": row["网址或号码"]}


def _system(row: Row) -> dict[str, Any]:
    centre = DataCentre.objects.filter(name=row["部署机房"]).first() if row["部署机房"] else None
    return {
        "code": row["系统编码"],
        "name": row[NAME],
        "grade": row["保护等级"],
        "central": CENTRAL[row["中央软件"]],
        "interface": row["接口"],
        "centre": centre,
        "faces_residents": FLAGS.get(row["面向居民"], False),
        "faces_urban_rural": FLAGS.get(row["面向城乡管理"], False),
        "is_stock": True,
    }


SHEETS: Mapping[str, Sheet] = {
    sheet.kind.value: sheet
    for sheet in (
        Sheet(
            StockRow.Kind.NETWORK,
            Network,
            networks.enter_private_network,
            (WHOSE, CALLED, _text("用途", 4000), *INTEGRATION),
            _network,
        ),
        Sheet(
            StockRow.Kind.CENTRE,
            DataCentre,
            centres.request_data_centre,
            (WHOSE, CALLED, _text("用途", 4000), ItemRule("机柜数", "I", length=6), *INTEGRATION),
            _centre,
        ),
        Sheet(
            StockRow.Kind.PLATFORM,
            Platform,
            platforms.enter_platform,
            (
                WHOSE,
                CALLED,
                _one_of(KIND, PLATFORMS),
                _text("用途", 4000),
                ItemRule("设备数", "I", length=6),
                *INTEGRATION,
            ),
            _platform,
        ),
        Sheet(
            StockRow.Kind.CHANNEL,
            Channel,
            channels.enter_channel,
            (WHOSE, CALLED, _one_of(KIND, CHANNELS), _text("网址或号码", 300), *INTEGRATION),
            _channel,
        ),
        Sheet(
            StockRow.Kind.SYSTEM,
            System,
            systems.register_information_system,
            (
                _text(CODE, 18, required=True),
                _text("系统编码", 40, key=True),
                _text(NAME, 160, required=True),
                _one_of("保护等级", dict.fromkeys("12345"), required=False),
                _one_of("中央软件", CENTRAL),
                _text("接口", 300),
                _text("部署机房", 160),
                ItemRule("面向居民", "L"),
                ItemRule("面向城乡管理", "L"),
            ),
            _system,
        ),
    )
}


def corrections_of(text: str) -> dict[str, str]:
    """The corrected values of a row by column, written one a line."""
    return pairs_of("corrected", text)


def taken_keys(sheet: Sheet) -> set[str]:
    """The keys of what is entered already, as the rows of this sheet would have them."""
    if sheet.model is System:
        return set(System.objects.values_list("code", flat=True))
    rows = sheet.model.objects.values_list("body__code", "name")
    return {f"{code}|{name}" for code, name in rows}


def bodies_by_code(codes: set[str]) -> dict[str, Body]:
    """The active bodies with these credit codes."""
    rows = Body.objects.filter(code__in=codes, state=Body.State.ACTIVE)
    return {body.code: body for body in rows}
