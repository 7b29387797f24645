"""Names and item lists of resources as other portals publish them, taken as facts and put into our own form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from demo_province.writing import hand_written, read_table

MOST_OF_A_SERIES = 4
"""Resources whose names differ only behind a dash or bracket; more of them add nothing."""
LIST_IN_TEXT = re.compile(r"(?:包括|包含了?|主要有)[：:]?(.{4,}?)(?:等[^，、。]{0,8})?(?:属性字段|字段|。|$)")
COMMA_OUTSIDE_BRACKETS = re.compile(r"[、，,|]\s*(?![^（(]*[）)])")
SERIES = re.compile(r"[_—\-（(].*$")
YEARS = re.compile(r"(?:19|20)\d{2}(?:年度?|-\d{2}-\d{2})?")
REMAINS = re.compile(r"[_\-—\s]+$|^[_\-—\s、]+|（）|\(\)|[（(]\d*[）)]$|[\s\"]+|_\d+$")
LEVEL_IN_FRONT = re.compile(r"^[市区县](?![场区政属])")
USUAL_WORDS = (("水务局", "水利局"), ("単", "单"), ("经信局", "工信局"))
REPEATED = re.compile(r"^(.+)[（(]\1[）)]$")
UNFIT_ITEM = re.compile(r"^[a-zA-Z_\d]*$|\d个|[？?《》：:]")


@dataclass(frozen=True)
class Found:
    """One resource found elsewhere: its name without places, who had it there, and what it says of its items."""

    name: str
    provider: str
    level: str
    cycle: str
    open_condition: str
    items: tuple[str, ...]


def patterns(of: str) -> list[tuple[re.Pattern[str], str]]:
    """The keywords for one purpose, in order of precedence."""
    return [(re.compile(row["pattern"]), row["value"]) for row in hand_written("keywords") if row["of"] == of]


def first_match(of: list[tuple[re.Pattern[str], str]], text: str) -> str:
    """The value of the first pattern found in the text; empty if none is."""
    return next((value for pattern, value in of if pattern.search(text)), "")


def own_name(title: str, places: list[tuple[re.Pattern[str], str]]) -> str:
    """A title without places, years and what their removal leaves behind."""
    for pattern, _ in places:
        title = pattern.sub("", title)
    title = YEARS.sub("", title)
    bare = LEVEL_IN_FRONT.sub("", REMAINS.sub("", REMAINS.sub("", title)))
    for theirs, ours in USUAL_WORDS:
        bare = bare.replace(theirs, ours)
    return bare


def own_items(description: str) -> tuple[str, ...]:
    """The item names that a description lists; empty when it does not list any."""
    head, _, tail = description.partition("⏎")
    listed = LIST_IN_TEXT.search(head)
    text = tail or (listed[1] if listed else "")
    bare = (REMAINS.sub("", name).removeprefix("了") for name in COMMA_OUTSIDE_BRACKETS.split(text))
    names = (REPEATED.sub(r"\1", name) for name in bare)
    kept = [
        name for name in names if 2 <= len(name) <= 20 and not UNFIT_ITEM.search(name) and is_closed(name)
    ]
    return tuple(dict.fromkeys(kept))


def is_closed(name: str) -> bool:
    """Whether every bracket that a name opens is closed."""
    return name.count("(") == name.count(")") and name.count("（") == name.count("）")


def level_of(portal: str, provider: str) -> str:
    """At which level the provider stands where it was found."""
    if portal == "ningxia_ningxia" and provider.startswith("自治区"):
        return "province"
    if portal == "beijing_beijing":
        return "province" if provider.startswith(("北京", "国家", "中关村")) else "county"
    return "city"


def found_resources(raw: Path) -> Iterator[Found]:
    """The usable resources of the portals, each name once, at most a few of a series."""
    places, skip = patterns("place"), patterns("skip")
    seen: set[str] = set()
    series: dict[str, int] = {}
    for row in read_table(raw / "catalogue/portal_catalogue_dev.csv"):
        name = own_name(row["title"], places)
        stem = SERIES.sub("", name)
        unfit = not 4 <= len(name) <= 36 or name in seen or re.search(r"^\d|[a-z]{2}|[《》]", name)
        if (
            unfit
            or any(pattern.search(name) for pattern, _ in skip)
            or series.get(stem, 0) >= MOST_OF_A_SERIES
        ):
            continue
        seen.add(name)
        series[stem] = series.get(stem, 0) + 1
        level = level_of(row["portal"], row["provider"])
        items = own_items(row["description"])
        yield Found(name, row["provider"], level, row["update_cycle"], row["open_condition"], items)
