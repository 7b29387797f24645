"""Search over a million catalogued entries: time to build, size, and time to answer, beside SQL's LIKE.

Run ``python bench/search.py`` for SQLite, and ``tools/with-postgres python bench/search.py`` for PostgreSQL. The
entries are made of the demo province's resources and regions, the same ones in every run.
"""

import argparse
import csv
import gzip
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

import django
from django.conf import settings
from django.db import connection

from banyan.catalogue.search import Entry, create_index, find, put, rebuild
from banyan.kit.text import bigrams, initials
from banyan.site import environment

DATA = Path(__file__).parent.parent / "banyan" / "demo" / "data"
KINDS = {"service": ("查询服务", 650), "resource": ("", 300), "element": ("数据项", 0)}
QUALITIES_OF_A_KIND = 350

Query = tuple[str, dict[str, Any]]


def table(name: str) -> list[dict[str, str]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entries() -> Iterator[Entry]:
    """One entry for each region, kind and resource; the kinds differ in quality, as skewed as it may come."""
    items: dict[str, list[str]] = {}
    for item in table("resource_items.csv.gz"):
        items.setdefault(item["resource_code"], []).append(item["name"])
    resources = table("resources.csv.gz")
    made = 0
    for region in table("regions.csv.gz"):
        for kind, (ending, quality) in KINDS.items():
            for row in resources:
                made += 1
                lot = crc32(f"{kind}{region['code']}{row['code']}".encode())
                yield Entry(
                    kind=kind,
                    object_id=made,
                    title=f"{region['name']}{row['name']}{ending}",
                    code=f"{row['code'][:8]}/{region['code']}/{made:07d}",
                    text=f"{row['abstract']} {'、'.join(items.get(row['code'], []))}",
                    body=crc32(f"{region['code']}{row['provider_code']}".encode()),
                    region=region["code"],
                    facets={"sharing": row["sharing"], "cycle": row["cycle"], "class": row["subclass"]},
                    quality=quality + lot % QUALITIES_OF_A_KIND,
                    url=f"/{kind}/{made}",
                )


def questions(sample: list[Entry], each: int) -> dict[str, list[Query]]:
    """So many questions of each sort, drawn from the entries' own words."""
    draw = random.Random(35)
    frequent = [pair for pair, _ in Counter(pair for e in sample for pair in bigrams(e.title)).most_common(6)]

    def piece(text: str, shortest: int, longest: int) -> str:
        size = draw.randint(shortest, longest)
        start = draw.randint(0, max(0, len(text) - size))
        return text[start : start + size]

    def later(query: str, **options: Any) -> Query:
        return query, options | {"after": find(query, **options).next}

    sorts: dict[str, Callable[[Entry], Query]] = {
        "two characters": lambda e: (piece(e.title, 2, 2), {}),
        "four to six characters": lambda e: (piece(e.title, 4, 6), {}),
        "one character": lambda e: (piece(e.title, 1, 1), {}),
        "a whole title": lambda e: (e.title, {}),
        "two words": lambda e: (f"{piece(e.title, 2, 2)} {piece(e.text, 2, 3)}", {}),
        "words of items and abstract": lambda e: (piece(e.text, 4, 6), {}),
        "pinyin initials": lambda e: (piece(initials(e.title), 3, 5), {}),
        "the beginning of a code": lambda e: (e.code[: draw.randint(6, len(e.code))], {}),
        "matches nearly everything": lambda e: (draw.choice(frequent), {}),
        "… and of one kind": lambda e: (draw.choice(frequent), {"kinds": [e.kind]}),
        "… and of the worst kind in one region": lambda e: (
            draw.choice(frequent),
            {"kinds": ["element"], "region_prefix": e.region[: draw.choice([2, 4, 6])]},
        ),
        "… and of one body": lambda e: (draw.choice(frequent), {"body": e.body}),
        "… the second page": lambda e: later(draw.choice(frequent), kinds=[e.kind], limit=100),
        "three facets without a word": lambda e: ("", {"facets": {n: [v] for n, v in e.facets.items()}}),
        "matches nothing": lambda e: (piece(e.title, 2, 3) + piece(draw.choice(sample).title, 2, 3), {}),
    }
    return {sort: [make(draw.choice(sample)) for _ in range(each)] for sort, make in sorts.items()}


def like(query: str) -> list[Any]:
    """The baseline: the same titles in the same order, looked through by the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM catalogue_search_entry WHERE title LIKE %s ORDER BY id LIMIT 20", [f"%{query}%"]
        )
        return list(cursor.fetchall())


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def report(sort: str, took: list[float]) -> None:
    ranked = sorted(took)
    figures = [ranked[min(len(ranked) - 1, int(len(ranked) * share))] for share in (0.5, 0.95, 0.99, 1)]
    print(f"{sort:40}" + "".join(f"{figure:9.1f}" for figure in figures) + f"{len(ranked):8}")


def size() -> float:
    """Megabytes in the database: the entries and their index."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        bytes_: int = cursor.fetchall()[0][0]
    return bytes_ / 1e6


def progress(done: int, of: int) -> None:
    print(f"\r{done:,} of {of:,}  ", end="" if done < of else "\r", file=sys.stderr, flush=True)


def build(many: int) -> None:
    before = size()
    create_index(connection)
    print(f"put      {timed(lambda: put(islice(entries(), many))) / 1_000:7.0f} s  {size() - before:7.0f} MB")
    print(f"rebuild  {timed(lambda: rebuild(progress)) / 1_000:7.0f} s  {size() - before:7.0f} MB")


def measure(many: int, each: int) -> None:
    sample = [entry for entry in islice(entries(), many) if crc32(entry.url.encode()) % 499 == 0]
    asked = questions(sample, each)
    print(
        f"{'milliseconds':40}" + "".join(f"{name:>9}" for name in ("p50", "p95", "p99", "max")) + " queries"
    )
    every: list[float] = []
    for sort, queries in asked.items():
        took = [timed(partial(find, ask, **given)) for ask, given in queries]
        report(sort, took)
        every += took
    report("all", every)
    compared = ("two characters", "four to six characters", "matches nearly everything", "matches nothing")
    some = [ask for sort in compared for ask, _ in asked[sort][: max(1, each // 10)]]
    report("LIKE '%…%' over the titles", [timed(partial(like, ask)) for ask in some])
    report("the same queries by the search", [timed(partial(find, ask)) for ask in some])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--each", type=int, default=200, help="queries of each sort")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        database = environment.database()
        if not environment.DATABASE_URL.text():
            database["NAME"] = Path(home) / "search.sqlite3"
        settings.configure(DATABASES={"default": database}, USE_TZ=True)
        django.setup()
        print(f"{given.entries:,} entries on {connection.vendor}")
        build(given.entries)
        measure(given.entries, given.each)
        connection.close()


if __name__ == "__main__":
    main()
