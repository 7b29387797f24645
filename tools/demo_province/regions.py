"""Regions of Fujian from the statistics bureau's 2023 list, checked against the civil affairs list of 2025."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from demo_province.writing import read_table, write_table

HEADER = ("code", "name", "level", "parent", "flag")
LEVELS = {2: "province", 4: "city", 6: "county", 9: "township", 12: "village"}
EXPERIMENTAL_ZONE = "350128"
REPEATED_COUNTY = re.compile(r"\d{6}(?:000){1,2}")
"""A county that the list repeats as its own township and village because it has no data below (350527)."""
KIND_OF_TOWNSHIP = re.compile(r"(?:畲族乡|回族乡|镇|乡|街道)$")


@dataclass
class Merge:
    """The two lists of townships laid over each other; ``names`` and ``flags`` are keyed by the kept code."""

    names: dict[str, str] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def keep(self, code: str, name: str, flag: str, found: str | None, how: str) -> None:
        """Keep a township under its statistics code; ``found`` is its code in the civil affairs list."""
        self.names[code] = name
        self.flags[code] = flag
        self.counts[how] += 1
        if found:
            self.seen.add(found)


def merge_townships(stats: dict[str, str], civil: dict[str, str]) -> Merge:
    """Match by county and name, then by county and name without its kind; the newer name wins."""
    merge = Merge()
    by_name = {(code[:6], name): code for code, name in civil.items()}
    unmatched = {}
    for code, name in stats.items():
        exact = by_name.get((code[:6], name))
        if exact:
            merge.keep(code, name, "", exact, "same code" if exact == code else "other code")
        else:
            unmatched[code] = name
    by_stem = {stem(code, name): code for code, name in civil.items() if code not in merge.seen}
    for code, name in unmatched.items():
        other = by_stem.get(stem(code, name)) or (
            code if one_character_off(civil.get(code, ""), name) else None
        )
        if other:
            merge.keep(code, civil[other], "renamed", other, "renamed")
        else:
            merge.keep(code, name, "statistical_unit", None, "only in the statistics list")
    add_new_townships(merge, civil)
    return merge


def stem(code: str, name: str) -> tuple[str, str]:
    """The county of a township and its name without its kind (镇, 乡, 街道)."""
    return code[:6], KIND_OF_TOWNSHIP.sub("", name)


def one_character_off(newer: str, older: str) -> bool:
    """Whether one code's two names differ in a single character, as when a rare one is written right."""
    return len(newer) == len(older) and sum(a != b for a, b in zip(newer, older, strict=True)) == 1


def add_new_townships(merge: Merge, civil: dict[str, str]) -> None:
    """Add what only the newer list has, under the next free code where its own is taken."""
    for code, name in civil.items():
        if code in merge.seen:
            continue
        free = next(str(n) for n in count(int(code)) if str(n) not in merge.names)
        merge.keep(free, name, "added", None, "only in the civil affairs list")


def convert_regions(raw: Path, into: Path) -> Counter[str]:
    """Write ``regions.csv.gz`` and tell how the townships of both lists agreed."""
    rows = [
        row
        for row in read_table(raw / "divisions/fujian_divisions_stats2023.csv")
        if not REPEATED_COUNTY.fullmatch(row["code"])
    ]
    newer = read_table(raw / "divisions/fujian_divisions_mca20251231.csv")
    merge = merge_townships(
        {row["code"]: row["name"] for row in rows if len(row["code"]) == 9},
        {row["code"]: row["name"] for row in newer if len(row["code"]) == 9},
    )
    check_counties(rows, newer)
    names = {row["code"]: row["name"] for row in rows} | merge.names
    flags = merge.flags | {EXPERIMENTAL_ZONE: "experimental_zone"}
    table = [
        (six_digits(code), name, LEVELS[len(code)], parent_of(code), flags.get(code, ""))
        for code, name in names.items()
    ]
    table.sort(key=lambda row: (len(row[0]), row[0]))
    write_table(into / "regions.csv.gz", HEADER, table)
    return merge.counts + Counter(level for _, _, level, _, _ in table)


def check_counties(rows: list[dict[str, str]], newer: list[dict[str, str]]) -> None:
    """Refuse to go on when the lists differ above the townships."""
    ours = {(six_digits(row["code"]), row["name"]) for row in rows if len(row["code"]) <= 6}
    theirs = {(row["code"], row["name"]) for row in newer if len(row["code"]) <= 6}
    if ours != theirs:
        raise SystemExit(f"The two lists differ above the townships: {sorted(ours ^ theirs)}")


def six_digits(code: str) -> str:
    """The GB/T 2260 form of a province's or a city's code."""
    return code.ljust(6, "0")


def parent_of(code: str) -> str:
    """The code of the region one level up; empty for the province."""
    lengths = sorted(LEVELS)
    above = lengths.index(len(code)) - 1
    return six_digits(code[: lengths[above]]) if above >= 0 else ""
