"""What is sent twice through HTTP, at once or after going back, is done once: on PostgreSQL, with two connections."""

import re
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.models import Entry
from banyan.bodies.models import Account
from banyan.planning.acts import plans
from banyan.planning.models import Plan, Project
from tests import province
from tests.test_api import headers
from tests.works import Cast, draft, published_plan

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
PROPOSE = "/planning/projects/propose-project/"
PROPOSED = {
    "number": "FJ-2027-009",
    "name": "感知资源整合项目",
    "kind": "sensing",
    "mode": "self_built",
    "purpose": "整合海上感知资源",
    "year": "2027",
    "budget": "1000000",
}


def _desk(actor: Actor) -> Client:
    if not Account.objects.filter(officer=actor.officer).exists():
        headers(actor)
    desk = Client()
    desk.force_login(Account.objects.get(officer=actor.officer))
    return desk


def _key(desk: Client, form: str) -> str:
    found = re.search(r'name="act-key" value="([^"]+)"', desk.get(form).content.decode())
    assert found
    return found[1]


def _at_once(*sendings: Callable[[], Any]) -> list[int]:
    """The answers to what is sent at the same moment, each over its own connection."""
    start, answers = Barrier(len(sendings)), []

    def work(send: Callable[[], Any]) -> None:
        try:
            start.wait()
            answers.append(send().status_code)
        finally:
            connections.close_all()

    threads = [Thread(target=work, args=(one,)) for one in sendings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)


def test_a_project_that_is_sent_twice_at_once_is_proposed_once() -> None:
    cast = Cast()
    one, other = _desk(cast.builder), _desk(cast.builder)
    given = {**PROPOSED, "act-key": _key(one, PROPOSE)}
    assert _at_once(lambda: one.post(PROPOSE, given), lambda: other.post(PROPOSE, given)) == [302, 302]
    assert Project.objects.count() == 1
    assert Entry.objects.filter(act="planning.propose_project", outcome="done").count() == 1


def test_a_project_that_is_sent_from_two_forms_at_once_is_proposed_once() -> None:
    cast = Cast()
    one, other = _desk(cast.builder), _desk(cast.builder)
    keys = [_key(one, PROPOSE), _key(other, PROPOSE)]
    first, second = ({**PROPOSED, "act-key": key} for key in keys)
    done, not_done = _at_once(lambda: one.post(PROPOSE, first), lambda: other.post(PROPOSE, second))
    assert done == 302
    assert not_done in {409, 422}, (
        "its number is taken: by the rule, or by the database when both were judged at once"
    )
    assert Project.objects.count() == 1


def test_a_form_sent_again_after_going_back_leads_to_what_was_done() -> None:
    desk = _desk(Cast().builder)
    given = {**PROPOSED, "act-key": _key(desk, PROPOSE)}
    first, again = desk.post(PROPOSE, given), desk.post(PROPOSE, given)
    assert again["Location"] == first["Location"]
    assert Project.objects.count() == 1


@pytest.mark.norm("12.1-b")
def test_two_officers_who_accept_the_same_filing_at_once_accept_it_once() -> None:
    cast = Cast()
    published_plan(cast)
    scheme = draft(cast, cast.builder, "scheme", "1\t渔业业务平台\t1.1")
    perform(plans.file_plan, cast.builder, scheme.pk)
    second = province.officer(cast.managing, "planning_officer")
    form = f"/planning/plans/{scheme.pk}/accept-filing/"
    one, other = _desk(cast.office), _desk(second)
    keys = [_key(one, form), _key(other, form)]
    answers = _at_once(
        lambda: one.post(form, {"act-key": keys[0]}), lambda: other.post(form, {"act-key": keys[1]})
    )
    assert answers == [302, 409]
    assert Entry.objects.filter(act="planning.accept_filing", outcome="done").count() == 1
    assert Plan.objects.get(pk=scheme.pk).filing_number
