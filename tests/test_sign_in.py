"""Signing in: password and one-time code, lockout, and rights from the offices held today."""

import os
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.hashers import check_password, make_password
from django.db import connection
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.directory import directory
from banyan.acts.door import perform
from banyan.bodies import acts
from banyan.bodies.models import Account, Officer, Term
from banyan.bodies.queries import actor_of
from banyan.bodies.sign_in import open_account, sign_in
from tests import province

pytestmark = pytest.mark.django_db
PASSWORD = "long-enough-for-a-test"
SECRET = bytes(range(20))


def account() -> Account:
    actor = province.officer(province.body("甲局"), "data_officer")
    return open_account("jia", actor.officer or 0, PASSWORD, SECRET)


def code() -> str:
    return f"{totp(SECRET):06d}"


@pytest.mark.norm("32.1-c")
def test_signs_in_with_password_and_code_and_not_with_one_of_them() -> None:
    account()
    assert sign_in("jia", PASSWORD, "000000" if code() != "000000" else "000001").account is None
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert sign_in("jia", "wrong", code()).account is None
    assert sign_in("nobody", PASSWORD, code()).account is None
    assert sign_in("jia", PASSWORD, code()).account is not None


def test_a_code_is_accepted_once() -> None:
    account()
    used = code()
    assert sign_in("jia", PASSWORD, used).account is not None
    assert sign_in("jia", PASSWORD, used).account is None


@pytest.mark.norm("32.1-c")
def test_locks_the_account_after_too_many_failures_and_opens_it_again() -> None:
    account()
    for _ in range(5):
        assert sign_in("jia", os.urandom(8).hex(), "123456").account is None
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    locked = sign_in("jia", PASSWORD, code())
    assert locked.account is None
    assert locked.fault == sign_in("nobody", PASSWORD, code()).fault
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert sign_in("jia", PASSWORD, code()).account is not None


def test_a_password_is_worked_through_while_nothing_is_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    account()
    before, during = len(connection.savepoint_ids), []

    def check(*given: Any) -> bool:
        during.append(len(connection.savepoint_ids))
        return check_password(*given)

    def make(*given: Any) -> str:
        during.append(len(connection.savepoint_ids))
        return make_password(*given)

    monkeypatch.setattr("banyan.bodies.sign_in.check_password", check)
    monkeypatch.setattr("banyan.bodies.sign_in.make_password", make)
    for name in ("jia", "nobody"):
        sign_in(name, PASSWORD, code())
    assert during == [before, before]


@pytest.mark.norm("5.2-b")
def test_rights_come_from_the_offices_held_today() -> None:
    body = province.body("甲局")
    actor = province.officer(body, "data_officer")
    officer = Officer.objects.get(pk=actor.officer or 0)
    assert [held.kind for held in actor_of(officer).offices] == ["data_officer"]
    perform(acts.end_term, SYSTEM, Term.objects.get(officer=officer))
    assert actor_of(officer).offices == ()


def test_an_office_ends_with_its_last_day() -> None:
    body = province.body("甲局")
    perform(
        acts.appoint_officer,
        SYSTEM,
        body,
        name="王示例",
        user_name="wang",
        kind="head",
        since=date(2026, 1, 1),
        until=clock.today(),
    )
    officer = Officer.objects.get(user_name="wang")
    assert actor_of(officer).offices
    with clock.at(clock.now() + timedelta(days=1)):
        assert not actor_of(officer).offices


def test_a_token_ends_when_the_password_changes() -> None:
    made = account()
    token = directory().token(made)
    assert directory().actor_of_token(token) is not None
    open_account("jia", made.officer_id or 0, "another-long-password", SECRET)
    assert directory().actor_of_token(token) is None
    assert directory().actor_of_token("nonsense") is None


def test_a_password_is_taken_as_it_was_typed_on_the_desk_and_in_the_api(client: Client) -> None:
    spaced = f"{PASSWORD} "
    for path, kind in (("/sign-in", 302), ("/api/v1/sign-in", 200)):
        open_account("jia", account().officer_id or 0, spaced, SECRET)
        TOTPDevice.objects.update(last_t=-1)
        given = {"user_name": "jia", "password": spaced, "code": code()}
        sent = client.post(path, given, "application/json") if "/api/" in path else client.post(path, given)
        assert sent.status_code == kind


def test_the_form_and_the_message_tell_that_a_code_is_accepted_once(client: Client) -> None:
    account()
    used = code()
    given = {"user_name": "jia", "password": PASSWORD, "code": used}
    told = "each code is accepted once"
    assert told in client.get("/sign-in", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    client.post("/sign-in", given)
    client.post("/sign-out")
    again = client.post("/sign-in", given, HTTP_ACCEPT_LANGUAGE="en")
    nobody = client.post("/sign-in", {**given, "user_name": "nobody"}, HTTP_ACCEPT_LANGUAGE="en")
    for answer in (again, nobody):
        assert answer.status_code == 401
        assert "a code is accepted once only" in answer.content.decode()
