"""Measures the matcher on the labelled set and on a million items: bench/matcher.py [--items N] [--json FILE]."""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import count, islice
from pathlib import Path
from typing import Any

from curve import drawn
from rapidfuzz import fuzz, process

from banyan.catalogue.matcher import CatalogueItem, FormField, Matcher
from banyan.catalogue.matcher.confidence import SAME_MEANING
from banyan.catalogue.matcher.measure import (
    Figures,
    Labelled,
    Ranked,
    answered,
    fresh_fields,
    fresh_items,
    labelled_fields,
    labelled_items,
    tally,
)

PLACES = [
    f"{city}{county}"
    for city in ["福州", "厦门", "莆田", "三明", "泉州", "漳州", "南平", "龙岩", "宁德", "平潭"]
    for county in ["市本级", "城区", "新区", "东区", "西区", "南区", "北区", "高新区", "开发区", "山区"]
]
VARIANTS = ["原", "现", "拟", "首次", "最近", "主要", "其他", "第一", "第二", "上级", "本级", "备用"]
STEMS = "东西南北中山水林田湖甲乙丙丁戊己庚辛壬癸"
FRESH = tuple(range(1, 14))
CURVE = Path("docs/reference/matcher-curve.svg")
STEPS = [step / 50 for step in range(51)]
Answers = list[tuple[Labelled, Ranked]]


def main() -> None:
    """Print all figures; write the curve."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--items", type=int, default=1_000_000, help="size of the large catalogue (0 leaves it out)"
    )
    options.add_argument("--different", action="store_true", help="vary every name of the large catalogue")
    options.add_argument("--json", type=Path, help="also write the figures to this file")
    given = options.parse_args()
    report: dict[str, Any] = {"quality": quality(), "fresh": fresh()}
    if given.items:
        report["scale"] = scale(given.items, different=given.different)
    if given.json:
        given.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")


def quality() -> dict[str, Any]:
    """Figures per split and hard subset; a baseline takes the threshold that is best for it on dev."""
    items, fields = labelled_items(), labelled_fields()
    ways: dict[str, tuple[Answers, float | None]] = {
        "matcher": (answered(Matcher.build(items), fields), SAME_MEANING),
        "edit distance": (one_by_one(fields, by_edit_distance(items)), None),
        "exact equality": (one_by_one(fields, by_equality(items)), 1.0),
    }
    report: dict[str, Any] = {}
    for way, (answers, threshold) in ways.items():
        accepts = best_threshold(answers) if threshold is None else threshold
        report[way] = {name: tally(part, accepts) for name, part in parts(answers).items()}
        show(f"{way} (accepts from {accepts:.2f})", report[way])
        if way == "matcher":
            CURVE.write_text(curve(parts(answers)["held-out"]), encoding="utf-8")
    return {way: {name: asdict(figures) for name, figures in rows.items()} for way, rows in report.items()}


def fresh() -> dict[str, Any]:
    """Figures of the fresh sets, each against its own catalogue."""
    rows: dict[str, Figures] = {}
    for number in FRESH:
        answers = answered(Matcher.build(fresh_items(number)), fresh_fields(number))
        rows[f"fresh {number}"] = tally(answers, SAME_MEANING)
    show("matcher on the fresh sets", rows)
    return {name: asdict(row) for name, row in rows.items()}


def parts(answers: Answers) -> dict[str, Answers]:
    """The splits and their hard cases."""
    chosen: dict[str, Answers] = {}
    for name, split in (("dev", "dev"), ("held-out", "test")):
        chosen[name] = [pair for pair in answers if pair[0].split == split]
        chosen[f"{name}, hard"] = [pair for pair in chosen[name] if pair[0].hard]
    return chosen


def show(title: str, rows: dict[str, Figures]) -> None:
    """Print one way's figures as a table."""
    print(
        f"\n{title}\n{'':16}{'fields':>8}{'none':>6}{'prec@1':>9}{'found@1':>9}{'recall@5':>10}{'alarms':>8}"
    )
    for name, row in rows.items():
        shares = f"{row.precision:9.3f}{row.found:9.3f}{row.recall:10.3f}{row.alarms:8.3f}"
        print(f"{name:16}{row.fields:8}{row.without:6}{shares}")


def one_by_one(fields: list[Labelled], rank: Callable[[FormField], Ranked]) -> Answers:
    """The answers of a baseline, which knows nothing of forms."""
    return [(labelled, rank(labelled.field)) for labelled in fields]


def by_edit_distance(items: list[CatalogueItem]) -> Callable[[FormField], Ranked]:
    """The baseline: the names nearest in spelling, whatever they mean."""
    names = [item.item for item in items]

    def rank(field: FormField) -> Ranked:
        found = process.extract(field.field, names, scorer=fuzz.ratio, limit=5)
        return Ranked(tuple(items[place].ref or 0 for _, _, place in found), found[0][1] / 100)

    return rank


def by_equality(items: list[CatalogueItem]) -> Callable[[FormField], Ranked]:
    """The baseline: the same name, letter by letter."""

    def rank(field: FormField) -> Ranked:
        refs = tuple(item.ref or 0 for item in items if item.item == field.field)[:5]
        return Ranked(refs, 1.0 if refs else 0.0)

    return rank


def best_threshold(answers: Answers) -> float:
    """The threshold that answers most dev fields rightly, whether by an item or by none."""
    dev = parts(answers)["dev"]

    def rightly(threshold: float) -> float:
        figures = tally(dev, threshold)
        return figures.found * (figures.fields - figures.without) + (1 - figures.alarms) * figures.without

    return max(STEPS, key=rightly)


def curve(answers: Answers) -> str:
    """Precision, found and false alarms over all thresholds."""
    rows = [(step, tally(answers, step)) for step in STEPS]
    lines = {
        name: [(step, getattr(row, name)) for step, row in rows] for name in ("precision", "found", "alarms")
    }
    return drawn(
        "Precision, found and false alarms of the matcher by threshold, held-out fields", lines, SAME_MEANING
    )


def scale(size: int, *, different: bool) -> dict[str, Any]:
    """Time and memory against ``size`` items; each form of 40 fields is asked for the first time."""
    before, started = memory(), clocks()
    matcher = Matcher.build(many_items(size, different=different))
    built, used = passed(started), memory() - before
    fields = [labelled.field for labelled in labelled_fields()]
    forms: list[tuple[float, float]] = []
    for begin in range(0, 240, 40):
        started = clocks()
        matcher.match_form(fields[begin : begin + 40])
        forms.append(passed(started))
    print(f"\n{len(matcher):,} items, {matcher.names:,} different names")
    print(f"built in {built[0]:.1f} s ({built[1]:.1f} s of processor time), {used:.0f} MB")
    print("forms of 40 fields: " + ", ".join(f"{wall:.2f} s ({cpu:.2f} s)" for wall, cpu in forms))
    return {"items": len(matcher), "names": matcher.names, "build": built, "memory_mb": used, "forms": forms}


def clocks() -> tuple[float, float]:
    """Time on the wall and of the processor, in seconds."""
    return time.perf_counter(), time.process_time()


def passed(since: tuple[float, float]) -> tuple[float, float]:
    """Seconds since then, on the wall and of the processor."""
    wall, cpu = clocks()
    return wall - since[0], cpu - since[1]


def many_items(size: int, *, different: bool) -> Iterator[CatalogueItem]:
    """Real names put together with places: every fourth name is varied, or each one where all are to be different."""
    return islice(_endless(different=different), size)


def _endless(*, different: bool) -> Iterator[CatalogueItem]:
    items = labelled_items()
    for turn in count():
        place = PLACES[turn % len(PLACES)]
        variant = VARIANTS[turn // len(PLACES) % len(VARIANTS)]
        for number, item in enumerate(items):
            name = item.item
            if different:
                name = f"{STEMS[turn % 20]}{STEMS[turn // 20 % 20]}{VARIANTS[turn // 400 % 12]}{name}"
            elif (number + turn) % 4 == 0:
                name = f"{variant}{name}{turn // 7}"
            yield CatalogueItem(f"{place}{item.provider}", f"{place}{item.resource}{turn // 100 or ''}", name)


def memory() -> float:
    """The largest memory of this process so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
