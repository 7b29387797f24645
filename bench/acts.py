"""Acts per second through the one door against the same change by the ORM in a transaction; 1 and 8 clients.

    python bench/acts.py            on SQLite, in a folder of its own
    tools/with-postgres python bench/acts.py

Prints the concurrency beside every ratio. The baseline does what the act's change does and nothing else: it locks the
object, writes the new state and commits. An act besides reads its facts, judges its rules, writes the leaf, the entry,
the index of what it touched, and settles the duty.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("BANYAN_HOME", tempfile.mkdtemp(prefix="banyan-bench-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
sys.path.insert(0, str(Path(__file__).parent.parent))

import django

django.setup()

from django.core.management import call_command
from django.db import OperationalError, connection, transaction

from banyan.acts.actor import Actor
from banyan.acts.defence import open_gate
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.bodies.models import Officer
from banyan.bodies.queries import actor_of
from banyan.catalogue.acts import collection
from banyan.catalogue.models import CollectionItem
from banyan.exchange.rules.granting import GrantFacts, consumer_is_protected_enough
from tests import province

SECONDS = 5.0
FACTS = GrantFacts(
    requested=frozenset({1}),
    request_until=date(2027, 1, 1),
    longest_until=date(2028, 1, 1),
    today=date(2026, 1, 1),
    protection=2,
    required_protection=2,
    published=True,
    conditional=True,
)


def prepare(number: int) -> tuple[Actor, list[int]]:
    """A unit with this many proposed collection items, and the officer who reviews them."""
    call_command("migrate", verbosity=0)
    unit = province.body("示例民政局", "350102")
    managing = province.body("示例数字办", "350102", "managing_department")
    officer = province.officer(managing, "catalogue_officer")
    with transaction.atomic(), under_way(UnderWay("bench.prepare")):
        open_gate(connection, "bench.prepare")
        made = CollectionItem.objects.bulk_create(
            (
                CollectionItem(
                    body=unit,
                    matter="示例",
                    name=f"项{n}",
                    subject="natural_person",
                    frequency="once",
                    level="county",
                    region_code="350102",
                    state="proposed",
                    basis="某法第一条",
                )
                for n in range(number)
            ),
            batch_size=1000,
        )
    return officer, [item.pk for item in made]


def by_the_door(actor: Actor, pk: int) -> None:
    perform(collection.return_item, actor, pk, reason="示例")


def by_the_orm(_actor: Actor, pk: int) -> None:
    with transaction.atomic(), under_way(UnderWay("bench.bare")):
        open_gate(connection, "bench.bare")
        item = CollectionItem.objects.select_for_update().get(pk=pk)
        item.state = "returned"
        item.save()


def client(
    work: Callable[[Actor, int], None],
    officer: int,
    keys: list[int],
    answer: "multiprocessing.Queue[tuple[int, int]]",
) -> None:
    """One client: does its keys until the time is over; answers how many, and how often the database was locked."""
    actor = actor_of(Officer.objects.get(pk=officer))
    done = locked = 0
    end = time.perf_counter() + SECONDS
    for pk in keys:
        try:
            work(actor, pk)
            done += 1
        except OperationalError:
            locked += 1
        if time.perf_counter() > end:
            break
    answer.put((done, locked))


def rate(
    work: Callable[[Actor, int], None], actor: Actor, keys: list[int], clients: int
) -> tuple[float, int]:
    """Changes a second over all clients, and how often the database was locked."""
    share = len(keys) // clients
    queue: multiprocessing.Queue[tuple[int, int]] = multiprocessing.Queue()
    connection.close()
    officer = actor.officer or 0
    running = [
        multiprocessing.Process(target=client, args=(work, officer, keys[n * share : (n + 1) * share], queue))
        for n in range(clients)
    ]
    start = time.perf_counter()
    for process in running:
        process.start()
    answers = [queue.get() for _ in running]
    for process in running:
        process.join()
    seconds = time.perf_counter() - start
    return sum(done for done, _ in answers) / seconds, sum(locked for _, locked in answers)


def main() -> None:
    multiprocessing.set_start_method("fork")
    actor, keys = prepare(60_000)
    print(f"database: {connection.vendor}; {SECONDS:.0f} s a measurement")
    for clients in (1, 8):
        quarter = len(keys) // 4
        first = keys[(0 if clients == 1 else 2) * quarter :][:quarter]
        second = keys[(1 if clients == 1 else 3) * quarter :][:quarter]
        bare, bare_locked = rate(by_the_orm, actor, first, clients)
        acts, acts_locked = rate(by_the_door, actor, second, clients)
        print(
            f"{clients} client(s): {acts:7.0f} acts/s, bare ORM {bare:7.0f}/s, ratio {acts / bare:.2f};"
            f" «database is locked»: {acts_locked} and {bare_locked}"
        )
    start = time.perf_counter()
    for _ in range(200_000):
        consumer_is_protected_enough.check(FACTS, None)
    print(f"rules: {200_000 / (time.perf_counter() - start):,.0f} evaluations a second")


if __name__ == "__main__":
    main()
