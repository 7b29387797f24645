"""What only PostgreSQL can get wrong: leaves that commit out of order, and two sequencers at once."""

from threading import Barrier, Thread

import pytest
from django.db import connections, transaction

from banyan.ledger.models import Leaf, Log
from banyan.ledger.queries import entry_bundle, latest, open_log
from banyan.ledger.sequence import sequence
from banyan.ledger.verify import split_bundle
from banyan.ledger.write import INSERT_SQL, append

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def shared(transactional_db: None) -> Log:
    """A log that other connections see too."""
    return open_log("acts", kind="acts", title="t")


def test_an_entry_that_commits_after_a_later_one_gets_its_place(shared: Log) -> None:
    slow = connections.create_connection("default")
    slow.set_autocommit(False)
    with slow.cursor() as cursor:
        cursor.execute(INSERT_SQL["postgresql"], [shared.pk, b"slow"])
    with transaction.atomic():
        append(shared.pk, b"quick")
    sequence(shared)
    assert latest(shared).size == 1
    slow.commit()
    slow.close()
    sequence(shared)
    assert list(split_bundle(entry_bundle(shared, 0, 2) or b"")) == [b"quick", b"slow"]
    assert Leaf.objects.order_by("id").values_list("position", flat=True)[0] == 1


def test_writers_do_not_wait_for_the_sequencer(shared: Log) -> None:
    with transaction.atomic():
        append(shared.pk, b"first")
    other = connections.create_connection("default")
    with transaction.atomic():
        Log.objects.select_for_update(no_key=True).get(pk=shared.pk)
        with other.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
            cursor.execute(INSERT_SQL["postgresql"], [shared.pk, b"second"])
    other.close()
    assert Leaf.objects.count() == 2


def test_two_sequencers_give_every_entry_one_place(shared: Log) -> None:
    with transaction.atomic():
        for n in range(400):
            append(shared.pk, b"%d" % n)
    start = Barrier(2)

    def work() -> None:
        start.wait()
        while sequence(shared, limit=30):
            pass
        connections.close_all()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert latest(shared).size == 400
    placed = Leaf.objects.filter(log=shared).order_by("position").values_list("position", flat=True)
    assert list(placed) == list(range(400))
