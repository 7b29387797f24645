"""Measures the similarity engine on the labelled set and on a large register: similar.py [--entries N] [--json F]."""

import argparse
import json
import random
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

from banyan.planning.similarity import Register
from banyan.planning.similarity.register import BESIDE, SIMILAR
from banyan.planning.similarity.tests.measure import (
    Figures,
    Labelled,
    Ranked,
    Row,
    fresh_entries,
    fresh_register,
    labelled_entries,
    register_rows,
    tally,
)

PLACES = [
    f"{city}{county}"
    for city in ["福州", "厦门", "莆田", "三明", "泉州", "漳州", "南平", "龙岩", "宁德", "平潭"]
    for county in ["市", "城区", "新区", "东区", "西区", "南区", "北区", "高新区", "开发区", "山区"]
]
CURVE = Path("docs/reference/similarity-curve.svg")
STEPS = [step / 50 for step in range(51)]
LATENCIES = 60
FRESH = (1, 2, 3, 4, 5, 6, 7, 8)
LETTERS_ACCEPT = 0.34
Answers = list[tuple[Labelled, Ranked]]
Rank = Callable[[Labelled], Ranked]


def main() -> None:
    """Print all figures; write the curve."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--entries", type=int, default=100_000, help="size of the large register (0 leaves it out)"
    )
    options.add_argument("--json", type=Path, help="also write the figures to this file")
    given = options.parse_args()
    report: dict[str, Any] = {"quality": quality(), "fresh": fresh()}
    if given.entries:
        report["scale"] = scale(given.entries)
    if given.json:
        given.json.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")


def quality() -> dict[str, Any]:
    """Figures per split; a baseline takes the threshold that is best for it on dev."""
    rows, entries = register_rows(), labelled_entries()
    ways: dict[str, tuple[Rank, float | None]] = {
        "similarity engine": (by_engine(rows), SIMILAR),
        "rapidfuzz token_set_ratio": (by_letters(rows), None),
        "same name": (by_name(rows), 1.0),
    }
    report: dict[str, Any] = {}
    for way, (rank, threshold) in ways.items():
        answers = [(labelled, rank(labelled)) for labelled in entries]
        accepts = best_threshold(answers) if threshold is None else threshold
        figures = {name: tally(part, accepts, BESIDE) for name, part in splits(answers).items()}
        show(f"{way} (accepts from {accepts:.2f})", figures)
        report[way] = {name: asdict(row) for name, row in figures.items()}
    return report


def fresh() -> dict[str, Any]:
    """Figures of each fresh set against its own register, the engine beside the baseline, and their curve."""
    ways: dict[str, Callable[[list[Row]], Rank]] = {"engine": by_engine, "token_set_ratio": by_letters}
    report: dict[str, Any] = {}
    asked: Answers = []
    for way, build in ways.items():
        rows: dict[str, Figures] = {}
        for number in FRESH:
            rank = build(fresh_register(number))
            answers = [(one, rank(one)) for one in fresh_entries(number)]
            asked += answers if way == "engine" else []
            rows[f"fresh {number}"] = tally(answers, SIMILAR if way == "engine" else LETTERS_ACCEPT, BESIDE)
        show(f"{way} on the fresh sets", rows)
        report[way] = {name: asdict(row) for name, row in rows.items()}
    CURVE.write_text(curve(asked), encoding="utf-8")
    for step in STEPS[5:46:5]:
        row = tally(asked, step, BESIDE)
        print(
            f"from {step:.1f}: recall@5 {row.recall:.3f}  none that is right {row.silence:.3f}  alarms {row.alarms:.3f}"
        )
    return report


def splits(answers: Answers) -> dict[str, Answers]:
    """The answers of each split."""
    return {name: [pair for pair in answers if pair[0].split == name] for name in ("dev", "held-out")}


def show(title: str, rows: dict[str, Figures]) -> None:
    """Print one way's figures as a table."""
    print(
        f"\n{title}\n{'':12}{'entries':>8}{'none':>6}{'recall@5':>10}{'prec@1':>9}{'found@1':>9}{'alarms':>8}"
    )
    for name, row in rows.items():
        shares = f"{row.recall:10.3f}{row.precision:9.3f}{row.found:9.3f}{row.alarms:8.3f}"
        print(f"{name:12}{row.entries:8}{row.without:6}{shares}")


def by_engine(rows: list[Row]) -> Rank:
    """The similarity engine, its five nearest whether similar or not."""
    register = Register.build(rows)

    def rank(asked: Labelled) -> Ranked:
        found = register.ranked(asked.name, asked.purpose, asked.functions)
        return Ranked(tuple(one.id for one in found), tuple(one.score for one in found))

    return rank


def by_letters(rows: list[Row]) -> Rank:
    """The baseline: rapidfuzz's token_set_ratio of name and functions, each function a token."""
    texts = [plain(row[1], row[3]) for row in rows]

    def rank(asked: Labelled) -> Ranked:
        found = process.extract(
            plain(asked.name, asked.functions), texts, scorer=fuzz.token_set_ratio, limit=5
        )
        return Ranked(
            tuple(rows[place][0] for _, _, place in found), tuple(score / 100 for _, score, _ in found)
        )

    return rank


def plain(name: str, functions: str) -> str:
    """Name and functions with blanks between them, as the baseline wants them."""
    return " ".join([name, *functions.replace("；", " ").replace(";", " ").replace("、", " ").split()])


def by_name(rows: list[Row]) -> Rank:
    """The baseline: the same name, letter by letter."""

    def rank(asked: Labelled) -> Ranked:
        ids = tuple(row[0] for row in rows if row[1] == asked.name)[:5]
        return Ranked(ids, (1.0,) * len(ids))

    return rank


def best_threshold(answers: Answers) -> float:
    """The threshold that answers most dev entries rightly, whether by software or by none."""
    dev = splits(answers)["dev"]

    def rightly(threshold: float) -> float:
        figures = tally(dev, threshold, BESIDE)
        return figures.found * (figures.entries - figures.without) + (1 - figures.alarms) * figures.without

    return max(STEPS, key=rightly)


def curve(answers: Answers) -> str:
    """Recall, precision and false alarms over all thresholds."""
    rows = [(step, tally(answers, step, BESIDE)) for step in STEPS]
    lines = {
        name: [(step, getattr(row, name)) for step, row in rows] for name in ("recall", "precision", "alarms")
    }
    return drawn(
        "Recall, precision and false alarms of the similarity engine by threshold, fresh sets 1 to 6",
        lines,
        SIMILAR,
    )


def scale(size: int) -> dict[str, Any]:
    """Time and memory against ``size`` entries; every entry is asked for the first time."""
    rows = list(islice(many_rows(), size))
    before, started = memory(), clocks()
    register = Register.build(rows)
    built, used = passed(started), memory() - before
    asked = random.Random(24).sample(labelled_entries(), LATENCIES)
    engine = latencies(lambda one: register.similar(one.name, one.purpose, one.functions), asked)
    letters = latencies(by_letters(rows), asked[:10])
    ranks = [(one, as_labelled(register, one)) for one in labelled_entries()]
    show(
        f"{len(register):,} entries",
        {name: tally(part, SIMILAR, BESIDE) for name, part in splits(ranks).items()},
    )
    print(
        f"\n{len(register):,} entries built in {built[0]:.1f} s ({built[1]:.1f} s of processor time), {used:.0f} MB"
    )
    for title, found in (("similarity engine", engine), ("rapidfuzz token_set_ratio", letters)):
        print(f"{title:26} per entry: " + ", ".join(f"{name} {value:.3f} s" for name, value in found.items()))
    return {"entries": len(register), "build": built, "memory_mb": used, "engine": engine, "letters": letters}


def as_labelled(register: Register, asked: Labelled) -> Ranked:
    """The answer from the large register, whose ids are those of the labelled one with a turn before them."""
    near = register.ranked(asked.name, asked.purpose, asked.functions)
    ids = tuple(register_rows()[int(one.id.split("-")[1])][0] for one in near)
    return Ranked(ids, tuple(one.score for one in near))


def latencies(ask: Callable[[Labelled], object], asked: list[Labelled]) -> dict[str, float]:
    """Mean, 95th percentile and most seconds per entry on the wall, and mean seconds of the processor."""
    taken = []
    for one in asked:
        started = clocks()
        ask(one)
        taken.append(passed(started))
    wall = sorted(pair[0] for pair in taken)
    return {
        "mean": sum(wall) / len(wall),
        "p95": wall[int(len(wall) * 0.95)],
        "most": wall[-1],
        "processor": sum(pair[1] for pair in taken) / len(taken),
    }


def clocks() -> tuple[float, float]:
    """Time on the wall and of the processor, in seconds."""
    return time.perf_counter(), time.process_time()


def passed(since: tuple[float, float]) -> tuple[float, float]:
    """Seconds since then, on the wall and of the processor."""
    wall, cpu = clocks()
    return wall - since[0], cpu - since[1]


def many_rows() -> Iterator[Row]:
    """The labelled register over and over: another place, some functions of its own, some of a stranger's."""
    rows, lot = register_rows(), random.Random(18)
    functions = [one for row in rows for one in row[3].split("；")]
    for turn in count():
        place = PLACES[turn % len(PLACES)]
        for number, row in enumerate(rows):
            own = row[3].split("；")
            kept = lot.sample(own, max(1, len(own) - lot.randrange(3)))
            strange = [
                f"{functions[lot.randrange(len(functions))]}{lot.randrange(100)}"
                for _ in range(lot.randrange(3))
            ]
            name = f"{place}{row[1]}{'' if turn < len(PLACES) else turn}"
            yield f"{turn}-{number}", name, row[2], "；".join([*kept, *strange])


def memory() -> float:
    """The largest memory of this process so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
