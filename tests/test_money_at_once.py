"""What only connections at once can get wrong: two payments out of one line, one sent twice, one beside a hold."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Thread
from time import sleep

import pytest
from django.db import connection, connections, transaction

from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Entry
from banyan.planning.acts import funds
from banyan.planning.models import Project
from banyan.supervision.acts import consequences
from tests.works import Cast, finding_against, running_project

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
PATIENCE = 3000
"""So many looks at the locks before a test gives up."""
WAITERS = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def _attempt(act: Callable[[], object], answers: list[str]) -> Thread:
    def work() -> None:
        try:
            act()
            answers.append("done")
        except Refused as refused:
            answers.extend(sorted(one.rule for one in refused.refusals))
        finally:
            connections.close_all()

    thread = Thread(target=work)
    thread.start()
    return thread


@contextmanager
def _locked(project: Project) -> Iterator[Callable[[int], None]]:
    """Keep the project locked; what is yielded waits until so many attempts wait for it."""

    def until(number: int) -> None:
        with connection.cursor() as cursor:
            waiting, tries = 0, 0
            while waiting < number:
                tries += 1
                assert tries < PATIENCE, f"{waiting} of {number} wait for the lock"
                sleep(0.01)
                cursor.execute(WAITERS)
                waiting = cursor.fetchone()[0]

    with transaction.atomic():
        Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
        yield until


@pytest.mark.norm("4.1-d")
def test_two_payments_at_once_never_exceed_their_line() -> None:
    cast = Cast()
    project, first = running_project(cast)
    second = perform(funds.request_payment, cast.builder, line=first.line_id, amount=500_000).on
    answers: list[str] = []
    with _locked(project) as until:
        both = [
            _attempt(partial(perform, funds.pay, cast.treasurer, pk), answers) for pk in (first.pk, second)
        ]
        until(2)
    for thread in both:
        thread.join()
    assert sorted(answers) == ["done", "planning.payment_is_within_an_arranged_line"]


def test_a_payment_that_is_sent_twice_at_once_answers_twice_and_is_made_once() -> None:
    cast = Cast()
    project, payment = running_project(cast)
    answers: list[str] = []
    with _locked(project) as until:
        pay = partial(perform, funds.pay, cast.treasurer, payment.pk, key="pressed-twice")
        both = [_attempt(pay, answers) for _press in range(2)]
        until(2)
    for thread in both:
        thread.join()
    assert answers == ["done", "done"]
    assert Entry.objects.filter(act="planning.pay").count() == 1


@pytest.mark.norm("36.2-d")
def test_a_payment_that_waited_behind_a_hold_is_judged_after_it() -> None:
    cast = Cast()
    project, payment = running_project(cast)
    finding = finding_against(cast.unit)
    hold = partial(perform, consequences.hold_payments, cast.inspector, project.pk)
    answers: list[str] = []
    with _locked(project) as until:
        held = _attempt(partial(hold, findings=[finding.pk], reason="目录外采集"), answers)
        until(1)
        paid = _attempt(partial(perform, funds.pay, cast.treasurer, payment.pk), answers)
        until(2)
    held.join()
    paid.join()
    assert answers == ["done", "planning.payment_is_not_held"]
