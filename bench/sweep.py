"""The sweep over 1,000,000 governed objects: cold, again with nothing opened twice, and with what was put right closed.

    python bench/sweep.py [--objects N]      on SQLite, in a folder of its own, or in BENCH_HOME as it was filled
    tools/with-postgres python bench/sweep.py

The stock is drawn by the same lot in every run: resources, systems, checks of their protection, duties, orders,
backups, and forms with their fields, of 2,000 bodies; each condition lapses for ``LAPSED`` of them, and no body has
a drill or a security system. Prints wall and CPU seconds, and the ratio to bare SQL: one
``SELECT COUNT(*)`` with the same conditions over the same tables, in the same run.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

os.environ["BANYAN_HOME"] = os.environ.get("BENCH_HOME") or tempfile.mkdtemp(prefix="banyan-bench-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
sys.path.insert(0, str(Path(__file__).parent.parent))

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from banyan.acts import clock
from banyan.acts.defence import open_gate
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Duty, Finding
from banyan.acts.sweep import Swept, sweep
from banyan.bodies.models import Body, Region
from banyan.catalogue.models import CollectionForm, FormField, Resource
from banyan.infrastructure.models import System
from banyan.operations.models import BackupJob, BackupSupplier, ProtectionCheck
from banyan.supervision.measuring import measure
from banyan.supervision.models import Order
from tests import province

LAPSED = 0.02
BODIES = 2000
SHARES = {
    Resource: 0.33,
    Duty: 0.21,
    System: 0.14,
    ProtectionCheck: 0.14,
    BackupJob: 0.05,
    FormField: 0.06,
    Order: 0.05,
    CollectionForm: 0.02,
}
CYCLES = ("daily", "weekly", "monthly", "quarterly", "yearly")
FIELDS = ("姓名", "公民身份号码", "联系电话", "户籍地址", "出生日期", "开户银行", "银行账号", "家庭人口")
lot = random.Random(4)
today = clock.today()


def lapses() -> bool:
    return lot.random() < LAPSED


def stored(model: type[Model], rows: Iterable[Any]) -> None:
    """Write rows as they stand, in the name of the bench."""
    source = iter(rows)
    while batch := list(islice(source, 20_000)):
        with transaction.atomic(), under_way(UnderWay("bench.prepare")):
            open_gate(connection, "bench.prepare")
            model._default_manager.bulk_create(batch, batch_size=1000)


def bodies() -> list[int]:
    """The bodies of the province, of a city and of two counties."""
    province.load_regions()
    places = list(Region.objects.all())
    rows = []
    for number in range(BODIES):
        place = places[number % len(places)]
        rows.append(
            Body(
                code=province.code(),
                name=f"单位{number}",
                kind="application_unit",
                level=place.level,
                region=place,
                region_code=place.code,
                state="active",
            )
        )
    stored(Body, rows)
    return list(Body.objects.values_list("pk", flat=True))


def resources(number: int, body: Callable[[], int]) -> Iterator[Resource]:
    for n in range(number):
        cycle = lot.choice(CYCLES)
        yield Resource(
            code=f"1/01/{n}",
            name=f"资源{n}",
            body_id=body(),
            resource_class="1",
            abstract="示例",
            media="数据库",
            sharing="1",
            opening="closed",
            cycle=cycle,
            classification="internal",
            state="published",
            updated_on=today - timedelta(days=900 if lapses() else 0),
        )


def systems(number: int, body: Callable[[], int]) -> Iterator[System]:
    for n in range(number):
        yield System(
            code=f"s{n}",
            name=f"系统{n}",
            body_id=body(),
            network="private" if lapses() else "unified",
            grade=lot.choice((1, 2, 3)),
            tested_on=today - timedelta(days=2000 if lapses() else 30),
            live_on=date(2020, 1, 1),
            filing_number="" if lapses() else f"35-{n}",
            audit_months=1 if lapses() else 12,
            state="live",
        )


def checks(number: int, first: int) -> Iterator[ProtectionCheck]:
    for n in range(number):
        day = today - timedelta(days=900 if lapses() else 30)
        yield ProtectionCheck(system_id=first + n, level=3, begun_on=day, concluded_on=day, state="concluded")


def duties(number: int, body: Callable[[], int]) -> Iterator[Duty]:
    now = clock.now()
    for n in range(number):
        yield Duty(
            parameter="share_request.reply",
            norm="25.1-c",
            noun="exchange.sharerequest",
            object_id=n + 1,
            title=f"申请{n}",
            body=body(),
            offices="data_officer",
            opened_at=now - timedelta(days=5),
            due_at=now + timedelta(days=-1 if lapses() else 5),
        )


def orders(number: int, body: Callable[[], int]) -> Iterator[Order]:
    for _ in range(number):
        state = "escalated" if lapses() else "closed"
        yield Order(issued_by_id=body(), body_id=body(), demands="示例", state=state)


def backups(number: int, first: int, supplier: int) -> Iterator[BackupJob]:
    now = clock.now()
    for n in range(number):
        old = timedelta(days=900) if lapses() else timedelta(hours=1)
        yield BackupJob(
            system_id=first + n, supplier_id=supplier, state="running", last_at=now - old, restored_on=today
        )


def forms(number: int, body: Callable[[], int]) -> Iterator[CollectionForm]:
    for n in range(number):
        yield CollectionForm(
            body_id=body(),
            name=f"申请表{n % 200}",
            matter=f"事项{n % 50}",
            subject="natural_person",
            frequency="once",
            basis="示例",
            state="registered",
        )


def fields(number: int, first: int, forms_made: int) -> Iterator[FormField]:
    for n in range(number):
        yield FormField(
            form_id=first + n % forms_made,
            position=n // forms_made + 1,
            name=FIELDS[n // forms_made % len(FIELDS)],
            state="asked" if lapses() else "shared",
        )


def fill(objects: int) -> None:
    """The stock of this many governed objects."""
    known = bodies()
    numbers = {model: int(objects * share) for model, share in SHARES.items()}

    def body() -> int:
        return lot.choice(known)

    stored(Resource, resources(numbers[Resource], body))
    stored(System, systems(numbers[System], body))
    stored(Duty, duties(numbers[Duty], body))
    stored(Order, orders(numbers[Order], body))
    stored(BackupSupplier, [BackupSupplier(body_id=known[0], state="named")])
    system = System.objects.order_by("pk")[0].pk
    stored(ProtectionCheck, checks(numbers[ProtectionCheck], system))
    stored(BackupJob, backups(numbers[BackupJob], system, known[0]))
    stored(CollectionForm, forms(numbers[CollectionForm], body))
    first = CollectionForm.objects.order_by("pk")[0].pk
    stored(FormField, fields(numbers[FormField], first, numbers[CollectionForm]))


@contextmanager
def timed(told: dict[str, tuple[float, float]], name: str) -> Iterator[None]:
    """Wall and CPU seconds of a block, printed as it ends."""
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    told[name] = (time.perf_counter() - wall, time.process_time() - cpu)
    print(f"{name}: {told[name][0]:.1f} s, CPU {told[name][1]:.1f} s", flush=True)


def bare() -> int:
    """What plain SQL needs to count the lapses in the same tables, without saying which."""
    counts = (
        "SELECT COUNT(*) FROM catalogue_resource WHERE state = 'published' AND updated_on < '2026-01-01'",
        "SELECT COUNT(*) FROM infrastructure_system WHERE state = 'live' AND network <> 'unified'",
        "SELECT COUNT(*) FROM infrastructure_system WHERE state = 'live' AND grade = 3 AND tested_on < '2026-01-01'",
        "SELECT COUNT(*) FROM acts_duty WHERE closed_at IS NULL AND due_at < CURRENT_TIMESTAMP",
        "SELECT COUNT(*) FROM supervision_order WHERE state = 'escalated'",
        "SELECT COUNT(*) FROM operations_backupjob WHERE state = 'running' AND last_at < CURRENT_TIMESTAMP",
        "SELECT COUNT(*) FROM catalogue_formfield WHERE state = 'asked'",
    )
    with connection.cursor() as cursor:
        return sum(_one(cursor, sql) for sql in counts)


def _one(cursor: Any, sql: str) -> int:
    cursor.execute(sql)
    return int(cursor.fetchone()[0])


def tell(one: Swept) -> None:
    if one.lapses or one.closed:
        print(f"  {one.monitor}: {one.lapses} lapses, {one.opened} opened, {one.closed} closed", flush=True)


def main() -> None:
    """Fill, sweep, sweep again, put a part right, sweep once more, measure."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--objects", type=int, default=1_000_000)
    objects = asked.parse_args().objects
    call_command("migrate", verbosity=0)
    told: dict[str, tuple[float, float]] = {}
    if not Resource.objects.exists():
        with timed(told, "filled"):
            fill(objects)
    print(f"{connection.vendor}: {objects} objects, {LAPSED:.0%} lapsing, load {os.getloadavg()[0]:.1f}")
    with timed(told, "bare SQL"):
        bare()
    with timed(told, "first sweep"):
        first = sweep(tell=tell)
    opened = sum(one.opened for one in first)
    with timed(told, "second sweep"):
        second = sweep()
    again = sum(one.opened for one in second)
    gone = System.objects.filter(network="private")
    with transaction.atomic(), under_way(UnderWay("bench.right")):
        open_gate(connection, "bench.right")
        gone.update(network="unified")
    with timed(told, "third sweep"):
        third = sweep()
    closed = sum(one.closed for one in third)
    with timed(told, "figures measured"):
        rows = measure()
    print(
        f"opened {opened}, then {again}; closed {closed}; open {Finding.objects.filter(state='open').count()}"
    )
    print(f"measured {rows} figures")
    for name in ("first sweep", "second sweep"):
        print(f"{name} / bare SQL: {told[name][0] / told['bare SQL'][0]:.1f}")
    if again:
        sys.exit("a second sweep opened findings again")


if __name__ == "__main__":
    main()
