"""What needs two people is done only by a second one who is somebody else and holds the second office."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import confirm, perform
from banyan.acts.errors import NotThere, Refused
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Entry, Proposal
from banyan.acts.queries import proposals_for
from banyan.bodies.acts import appoint_officer, end_term
from banyan.bodies.models import Account, Body, Officer, Term
from banyan.bodies.queries import actor_of
from banyan.planning.models import Project
from tests import province
from tests.monitor_cases.case import a, let
from tests.test_api import API, headers
from tests.test_door import leaf_of

pytestmark = pytest.mark.django_db


def officer_of_both(first: Body, second: Body) -> Actor:
    """One person who holds the office that proposes and the office that confirms."""
    officer = Officer.objects.get(pk=province.officer(first, "inspector").officer or 0)
    perform(
        appoint_officer,
        SYSTEM,
        second,
        name=officer.name,
        user_name=officer.user_name,
        kind="approval_officer",
        since=date(2020, 1, 1),
    )
    return actor_of(officer)


class Case:
    """A project whose termination an inspector has proposed through the API."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.tokens: dict[int | None, dict[str, str]] = {}
        self.managing = province.body("省数字办", kind="managing_department")
        self.approval = province.body("省发展改革委", kind="approval")
        unit = province.body("福建省海洋与渔业局")
        self.project = a("planning.project", body=unit, state="building")
        a("supervision.order", body=unit, issued_by=self.managing, state="escalated")
        self.first = officer_of_both(self.managing, self.approval)
        path = f"{API}/planning/projects/{self.project.pk}/terminate-project"
        answer = self.post(path, self.first, seriousness="拒不整改")
        assert (answer.status_code, answer.json()["outcome"]) == (201, "proposed")
        self.proposal = Proposal.objects.get()

    def post(self, path: str, actor: Actor, **given: Any) -> Any:
        if actor.officer not in self.tokens:
            self.tokens[actor.officer] = headers(actor)
        who = self.tokens[actor.officer]
        return self.client.post(path, given, content_type="application/json", headers=who)

    def confirmed_by(self, actor: Actor) -> int:
        return int(self.post(f"{API}/proposals/{self.proposal.pk}/confirm", actor).status_code)

    @property
    def state(self) -> str:
        return Project.objects.get(pk=self.project.pk).state


@pytest.fixture
def case(client: Client) -> Case:
    return Case(client)


@pytest.mark.norm("36.2-f")
def test_the_first_person_cannot_confirm_though_holding_the_second_office(case: Case) -> None:
    assert case.confirmed_by(case.first) == 404
    with pytest.raises(Refused) as refused:
        confirm(case.proposal, case.first)
    assert [one.rule for one in refused.value.refusals] == ["acts.second_person_confirms"]
    assert (case.state, Proposal.objects.get().state) == ("building", "waiting")


@pytest.mark.norm("36.2-f")
@pytest.mark.parametrize(
    ("kind", "region", "office"),
    [
        ("managing_department", "350000", "inspector"),
        ("approval", "350000", "data_officer"),
        ("approval", "350100", "approval_officer"),
    ],
)
def test_another_person_without_the_second_office_cannot_confirm(
    kind: str, region: str, office: str, case: Case
) -> None:
    body = {"managing_department": case.managing, "approval": case.approval}[kind]
    if region != "350000":
        body = province.body("福州市发展改革委", region, kind)
    other = province.officer(body, office)
    assert case.confirmed_by(other) == 404
    with pytest.raises(Refused) as refused:
        confirm(case.proposal, other)
    assert [one.rule for one in refused.value.refusals] == ["acts.second_person_confirms"]
    assert case.state == "building"


@pytest.mark.norm("36.2-f")
def test_what_somebody_proposed_who_left_the_office_cannot_be_confirmed(case: Case) -> None:
    second = province.officer(case.approval, "approval_officer")
    for term in Term.objects.filter(officer=case.first.officer):
        perform(end_term, SYSTEM, term)
    assert case.confirmed_by(second) == 409
    assert [one["rule"] for one in Entry.objects.latest("pk").refusals] == ["acts.office_may"]
    assert (case.state, Proposal.objects.get().state) == ("building", "waiting")


@pytest.mark.norm("36.2-f")
def test_another_person_of_the_second_office_confirms_once_and_the_entry_names_both(case: Case) -> None:
    second = province.officer(case.approval, "approval_officer")
    assert case.confirmed_by(second) == 201
    assert (case.state, Proposal.objects.get().state) == ("terminated", "confirmed")
    entry = Entry.objects.get(act="supervision.terminate_project", outcome="done")
    assert entry.officer == case.first.officer
    assert leaf_of(entry)["second"] == second.officer
    both = f"（省数字办 {case.first.name}发起，省发展改革委 {second.name}复核）"
    assert entry.told.endswith(both)
    told = case.client.get(f"{API}/entries/{entry.pk}", headers=case.tokens[second.officer]).json()
    assert told["sentence"] == entry.told
    history = f"/planning/projects/{case.project.pk}/"
    case.client.force_login(Account.objects.get(officer=second.officer))
    assert both in case.client.get(history).content.decode()
    assert case.confirmed_by(second) == 404
    with pytest.raises(NotThere):
        confirm(Proposal.objects.get(), second)
    assert Entry.objects.filter(act="supervision.terminate_project", outcome="done").count() == 1


def test_who_confirms_second_finds_that_it_was_done(case: Case) -> None:
    second, third = (province.officer(case.approval, "approval_officer") for _ in range(2))
    stale = Proposal.objects.get()
    confirm(Proposal.objects.get(), second)
    with pytest.raises(NotThere):
        confirm(stale, third)
    assert Entry.objects.filter(act="supervision.terminate_project", outcome="refused").count() == 0


def test_a_proposal_is_confirmed_however_many_wait_before_it(case: Case) -> None:
    last = case.proposal
    fields = [field.attname for field in Proposal._meta.concrete_fields if not field.primary_key]
    others = {name: getattr(last, name) for name in fields}
    others["object_id"] = a("planning.project", state="building").pk
    with under_way(UnderWay("tests.prepare")):
        Proposal.objects.bulk_create(Proposal(pk=last.pk + 1 + one, **others) for one in range(200))
        last.pk += 300
        last.save(force_insert=True)
    second = province.officer(case.approval, "approval_officer")
    assert last.pk in {one.pk for one in proposals_for(second)}
    assert case.confirmed_by(second) == 201


@pytest.mark.norm("36.2-f")
def test_the_desk_shows_the_proposal_to_the_second_person_alone(case: Case) -> None:
    second = province.officer(case.approval, "approval_officer")
    headers(second)
    page = f"/proposals/{case.proposal.pk}/"
    for actor, status in ((case.first, 404), (second, 200)):
        case.client.force_login(Account.objects.get(officer=actor.officer))
        assert case.client.get(page).status_code == status
        assert (page in case.client.get("/").content.decode()) is (status == 200)
    case.client.force_login(Account.objects.get(officer=case.first.officer))
    assert case.client.post(page).status_code == 404
    assert case.state == "building"
    case.client.force_login(Account.objects.get(officer=second.officer))
    assert case.client.post(page).status_code == 302
    assert case.state == "terminated"


@pytest.mark.norm("36.2-f")
def test_what_changed_since_the_proposal_is_judged_again(case: Case) -> None:
    """Between proposal and confirmation the order was met: nothing is terminated."""
    order = case.project.body.orders.get()
    let(order, state="closed")
    assert case.confirmed_by(province.officer(case.approval, "approval_officer")) == 409
    assert case.state == "building"
