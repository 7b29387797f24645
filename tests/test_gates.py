"""A gate shows the very conditions by which its act is judged, on the page and in the API."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.governed import Governed
from banyan.acts.queries import possible
from banyan.bodies.models import Account, Body
from tests import province
from tests.monitor_cases.case import let
from tests.samples import MAKERS
from tests.test_api import API, headers

pytestmark = pytest.mark.django_db
GATES: list[Act] = sorted((act for act in registry.acts if act.gate), key=lambda act: act.name)
GIVEN: dict[str, dict[str, Any]] = {"planning.approve_project": {"approval_number": "闽发改〔2026〕7号"}}
"""What an act with a gate must be given before it is judged; most need nothing."""


@pytest.fixture(autouse=True)
def _government() -> None:
    for kind in ("managing_department", "government", "approval", "finance"):
        province.body(kind, kind=kind)


def _officer(act: Act, thing: Governed) -> Actor:
    """Somebody who may do the act on this object."""
    for place in act.by.places:
        number = place.body(thing)
        if number is not None:
            return province.officer(Body.objects.get(pk=number), min(place.offices))
    pytest.fail(f"nobody may do {act.name}")


def _standing(act: Act) -> Governed:
    """An object that stands before the gate."""
    source = min(act.moves.sources)
    made = let(MAKERS[act.noun](), state=source)
    return act.on._default_manager.get(pk=made.pk)


def _path(act: Act, thing: Governed) -> str:
    return f"{registry.registers[act.noun].path}/{thing.pk}"


def _words(page: str) -> str:
    """What is read on a page."""
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def test_there_are_gates() -> None:
    assert len(GATES) >= 7
    assert all(any(rule.precondition for rule in act.rules) for act in GATES)


@pytest.mark.parametrize("act", GATES, ids=lambda act: act.name)
def test_the_api_shows_the_conditions_of_the_judgement_and_refuses_by_them(act: Act, client: Client) -> None:
    thing = _standing(act)
    actor = _officer(act, thing)
    who = headers(actor)
    judged = next(one for one in possible(actor, thing) if one.act is act)
    told = client.get(f"{API}/{_path(act, thing)}", headers=who).json()["acts"]
    mine = next(one for one in told if one["act"] == act.name)
    assert [one["rule"] for one in mine["gate"]] == [rule.name for rule in act.rules if rule.precondition]
    failing = {one["rule"] for one in mine["gate"] if not one["holds"]}
    assert failing == {one.rule for one in judged.refusals} == {one["rule"] for one in mine["refusals"]}
    assert failing, "the sample passes the whole gate: let it break a condition"
    assert not mine["possible"]
    answer = client.post(
        f"{API}/{_path(act, thing)}/{act.slug}",
        GIVEN.get(act.name, {}),
        content_type="application/json",
        headers=who,
    )
    assert answer.status_code == 409, answer.content
    assert failing <= {one["rule"] for one in answer.json()["refusals"]}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("act", GATES, ids=lambda act: act.name)
def test_the_page_shows_every_condition_with_its_verdict(act: Act, language: str, client: Client) -> None:
    thing = _standing(act)
    actor = _officer(act, thing)
    headers(actor)
    client.force_login(Account.objects.get(officer=actor.officer))
    client.cookies["django_language"] = language
    page = _words(client.get(f"/{_path(act, thing)}/{act.slug}/").content.decode())
    judged = next(one for one in possible(actor, thing) if one.act is act)
    rules = [rule for rule in act.rules if rule.precondition]
    with override(language):
        assert all(gettext(rule.demand) in page for rule in rules)
        for refusal in judged.refusals:
            assert refusal.because.render(gettext) in page
            assert refusal.instead.render(gettext) in page
        failing = {one.rule for one in judged.refusals}
        told = gettext("{held} of {all} conditions hold.")
        assert told.format(held=len(rules) - len(failing), all=len(rules)) in page
        assert gettext("It can be done as soon as every condition in the table holds.") in page
        assert gettext("Not done:") not in page
