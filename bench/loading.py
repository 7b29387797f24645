"""Loading a million rows of twelve columns, 10,000 of their cells wrong, beside reading and storing them unchecked.

Run ``python bench/loading.py`` for SQLite, and ``tools/with-postgres python bench/loading.py`` for PostgreSQL. The
file is drawn anew in every run, with the same lot; the baseline is ``csv.DictReader`` and ``executemany`` into a table
of the same columns, in one transaction and without a check. Batches tells how long the database's only writer is held.
"""

import argparse
import csv
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import django

from banyan.site import environment

FOLDER = tempfile.TemporaryDirectory()
os.environ[environment.HOME.name] = FOLDER.name
os.environ["DJANGO_SETTINGS_MODULE"] = "banyan.site.settings"
django.setup()

from django.core.management import call_command
from django.db import connection, transaction

from banyan.kit.identifiers import citizen
from banyan.lake import rows
from banyan.lake.loading import load_file
from banyan.lake.tests.factories import make_province, make_resource

ITEMS = {
    "公民身份号码": "C\t18\tkey\trequired",
    "姓名": "C\t50\trequired",
    "性别": "C\t1\trequired",
    "出生日期": "D\t10\trequired",
    "民族": "C\t2",
    "户籍地行政区划代码": "C\t6",
    "户籍地址": "C\t200",
    "居住地行政区划代码": "C\t6",
    "联系电话": "C\t20",
    "保障人口数": "I\t4",
    "保障金额": "Y\t12",
    "死亡标识": "L\t1",
}
SPOILT = {
    "公民身份号码": "350102199001010000",
    "姓名": "",
    "出生日期": "1990-02-30",
    "户籍地行政区划代码": "359999",
    "联系电话": "无",
    "保障人口数": "三",
    "保障金额": "1.23456",
    "死亡标识": "Y",
}


def people(many: int, wrong: int) -> Iterator[list[str]]:
    """So many people with numbers of their own; ``wrong`` cells, each in a row of its own, break a rule."""
    draw = random.Random(35)
    spoilt = dict(zip(draw.sample(range(many), wrong), draw.choices(list(SPOILT), k=wrong), strict=True))
    for number in range(many):
        born = date(1930, 1, 1) + timedelta(days=number // 1000 % 33_000)
        row = {
            "公民身份号码": str(citizen.make("350102", born, number % 1000)),
            "姓名": f"张试{number % 9973}",
            "性别": str(1 + number % 2),
            "出生日期": born.isoformat(),
            "民族": "01",
            "户籍地行政区划代码": ("350102", "350103")[number % 2],
            "户籍地址": f"福建省福州市鼓楼区华大街道样例街{number % 400}号{number % 30}座{number % 9}01室",
            "居住地行政区划代码": "350102",
            "联系电话": f"1000{number:07}",
            "保障人口数": str(number % 7),
            "保障金额": f"{number % 3000}.50",
            "死亡标识": "0",
        }
        if number in spoilt:
            row[spoilt[number]] = SPOILT[spoilt[number]]
        yield list(row.values())


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def say(what: str, seconds: float, many: int) -> None:
    print(f"{what:44}{seconds:8.1f} s{many / seconds:12,.0f} rows a second")


def baseline(file: Path) -> None:
    """The rows into a table of their own, as they are."""
    marks = ", ".join(["%s"] * len(ITEMS))
    columns = ", ".join(f'"{name}" text' for name in ITEMS)
    with file.open(encoding="utf-8", newline="") as text, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bench_people ({columns}, PRIMARY KEY (公民身份号码))")
        reader = csv.DictReader(text)
        # A baseline refuses nothing, but a primary key must be one.
        records = (tuple(row.values()) for row in reader)
        statement = f"INSERT INTO bench_people VALUES ({marks}) ON CONFLICT DO NOTHING"  # noqa: S608 - a table of our own
        while batch := list(islice(records, 10_000)):
            cursor.executemany(statement, batch)


def load(file: Path, many: int) -> None:
    """The same rows by Banyan, and how long each step and each batch took."""
    province = make_province()
    held = make_resource(
        province.officer,
        province.cataloguer,
        code="1/01/2",
        name="人口",
        items=[f"{name}\t{demand}" for name, demand in ITEMS.items()],
    )
    ends: dict[str, float] = {}
    batches: list[float] = []
    store = rows.store

    def timed_store(*given: object) -> None:
        batches.append(timed(lambda: store(*given)))  # type: ignore[arg-type]  # passed through

    rows.store = timed_store  # type: ignore[assignment]  # only to see how long it takes
    start = time.perf_counter()

    def tell(step: str, done: int, of: int) -> None:
        ends[step] = time.perf_counter() - start
        print(f"\r{step} {done:,} of {of:,}   ", end="", file=sys.stderr, flush=True)

    report = load_file(province.officer, held, file, tell=tell)
    print("\r", end="", file=sys.stderr)
    say("load_file: checked, stored, digest, published", report.seconds, many)
    say("  until the last row was checked and stored", ends["checking"], many)
    say("  of that, storing", sum(batches), many)
    rest = report.seconds - ends["digest"]
    print(f"  longest of {len(batches)} batches {max(batches):.2f} s; digest and act {rest:.1f} s")
    print(f"  {report.rows_good:,} good, {report.rows_bad:,} in quarantine: {dict(Counter(report.faults))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    many = parser.parse_args().rows
    call_command("migrate", verbosity=0)
    file = Path(FOLDER.name) / "people.csv"
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text)
        writer.writerow(ITEMS)
        writer.writerows(people(many, many // 100))
    print(f"{many:,} rows × {len(ITEMS)} columns, {file.stat().st_size / 1e6:.0f} MB, on {connection.vendor}")
    first = timed(lambda: baseline(file))
    say("DictReader + executemany, no check", first, many)
    load(file, many)
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
