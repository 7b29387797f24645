"""Accounts on the desk: one's own password and codes, and what the office that appoints officers may do."""

import base64
import html
import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.directory import directory
from banyan.acts.door import perform
from banyan.acts.errors import Invalid
from banyan.bodies import acts
from banyan.bodies.accounts import forget_events
from banyan.bodies.models import Account, AccountEvent, Body, Officer
from banyan.bodies.sign_in import open_account, sign_in
from banyan.kit.worktime import months_after
from banyan.law.inforce import in_force
from banyan.law.tests.trial_packs import write_overlay
from banyan.site.round import go_round
from tests import province

pytestmark = pytest.mark.django_db
PASSWORD, OWN = "long-enough-for-a-test", "榕树 a sentence of mine 🌳"
SECRET = bytes(range(20))
TWO_YEARS = """
[sign_in.event_retention]
values = [{ value = 24, source = "editor", certainty = "A" }]
"""
Page = Any


def _account(actor: Actor) -> Account:
    officer = Officer.objects.get(pk=actor.officer or 0)
    return open_account(officer.user_name, officer.pk, PASSWORD, SECRET)


def _signed_in(account: Account) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def _code(secret: str | bytes) -> str:
    key = base64.b32decode(secret) if isinstance(secret, str) else secret
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    return f"{totp(key):06d}"


def _fact(answer: Page, label: str) -> str:
    found = re.search(rf"<dt>{label}</dt>\s*<dd>\s*(.*?)\s*</dd>", answer.content.decode(), re.DOTALL)
    assert found, f"no {label}"
    return html.unescape(found[1])


def _secret(answer: Page) -> str:
    return _fact(answer, "Secret").replace(" ", "")


def _kinds(account: Account) -> list[str]:
    return list(account.events.order_by("pk").values_list("kind", flat=True))


@pytest.fixture
def unit() -> Body:
    return province.body("鼓楼区民政局", "350102")


@pytest.fixture
def officer(unit: Body) -> Account:
    return _account(province.officer(unit, "data_officer"))


@pytest.fixture
def keeper(unit: Body) -> Client:
    return _signed_in(_account(province.officer(unit, "administrator")))


def _changed(desk: Client, old: str = PASSWORD, new: str = OWN, again: str = "") -> Page:
    return desk.post("/account/password", {"old": old, "new": new, "again": again or new})


def test_a_new_password_ends_the_other_sessions_and_tokens_and_not_this_one(officer: Account) -> None:
    here, elsewhere, token = _signed_in(officer), _signed_in(officer), directory().token(officer)
    assert _changed(here)["location"] == "/account/"
    page = here.get("/account/").content.decode()
    assert "Your password is changed." in page
    assert "Password changed" in page
    assert elsewhere.get("/").status_code == 302
    assert directory().actor_of_token(token) is None
    assert sign_in(officer.user_name, PASSWORD, _code(SECRET)).account is None
    assert sign_in(officer.user_name, OWN, _code(SECRET)).account is not None
    assert _kinds(officer) == ["password_changed", "refused", "signed_in"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"old": "not this one"}, "This is not your present password."),
        ({"new": ""}, "Please fill in this field."),
        ({"new": "   "}, "Please fill in this field."),
        ({"new": "short"}, "This password is too short."),
        ({"new": "password1234"}, "This password is too common."),
        ({"new": "x" * 201}, "Use at most 200 characters; this has 201."),
        ({"new": PASSWORD}, "Choose another password than the present one."),
        ({"again": "another sentence"}, "This is not the same as the new password."),
    ],
)
def test_a_bad_answer_is_told_beside_its_field_and_changes_nothing(
    officer: Account, given: dict[str, str], says: str
) -> None:
    answer = _changed(_signed_in(officer), **given)
    assert answer.status_code == 422
    assert says in html.unescape(answer.content.decode())
    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


def test_the_validators_speak_chinese(officer: Account) -> None:
    desk = _signed_in(officer)
    told = desk.post("/account/password", {"old": PASSWORD, "new": "x"}, HTTP_ACCEPT_LANGUAGE="zh-hans")
    assert "密码" in re.findall(r'id="password-new-error">(.*?)</p>', told.content.decode(), re.DOTALL)[0]


@pytest.mark.norm("32.1-c")
def test_guessing_the_present_password_locks_the_account(officer: Account) -> None:
    desk = _signed_in(officer)
    for _ in range(5):
        _changed(desk, old=os.urandom(8).hex())
    assert "Too many failures" in _changed(desk).content.decode()
    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


def test_codes_are_renewed_only_with_a_code_of_the_new_secret(officer: Account) -> None:
    desk = _signed_in(officer)
    page = desk.get("/account/codes")
    secret = _secret(page)
    assert "<svg" in page.content.decode()
    assert f"secret={secret}" in _fact(page, "Address")
    for code in ("", "12345", "１２３４５６", "9" * 5000, _code(SECRET), "' OR 1=1"):
        told = desk.post("/account/codes", {"password": PASSWORD, "code": code})
        assert told.status_code == 422
        assert "This is no code of the new secret." in told.content.decode()
        assert _secret(told) == secret
    wrong = desk.post("/account/codes", {"password": "wrong", "code": _code(secret)})
    assert "This is not your present password." in wrong.content.decode()
    used = _code(secret)
    assert desk.post("/account/codes", {"password": PASSWORD, "code": used})["location"] == "/account/"
    assert sign_in(officer.user_name, PASSWORD, _code(SECRET)).account is None
    assert sign_in(officer.user_name, PASSWORD, used).account is None, "a code is accepted once"
    assert "codes_renewed" in _kinds(officer)


@pytest.mark.norm("5.2-b")
def test_an_account_is_opened_by_the_appointing_office_and_begins_with_another_password(
    unit: Body, keeper: Client
) -> None:
    appointed = Officer.objects.get(pk=province.officer(unit, "auditor").officer or 0)
    place = f"/accounts/{appointed.pk}/"
    assert "no account yet" in keeper.get(place).content.decode()
    made = keeper.post(place, {"account-key": "k1"})
    first, secret = _fact(made, "First password"), _secret(made)
    assert made["cache-control"].startswith("max-age=0, no-cache, no-store")
    again = keeper.post(place, {"account-key": "k1"}, follow=True).content.decode()
    assert "That was done already" in again
    assert first not in again
    desk = Client(headers={"accept-language": "en"})
    given = {"user_name": appointed.user_name, "password": first, "code": _code(secret), "next": "/overview/"}
    assert desk.post("/sign-in", given)["location"] == "/overview/"
    for address in ("/", "/account/", "/account/codes"):
        assert desk.get(address)["location"] == "/account/password", address
    assert "first password" in desk.get("/account/password").content.decode()
    assert _changed(desk, old=first)["location"] == "/account/"
    assert desk.get("/").status_code == 200
    assert _kinds(appointed.account) == ["opened", "signed_in", "password_changed"]


def test_a_first_password_opens_no_token(unit: Body, keeper: Client) -> None:
    appointed = Officer.objects.get(pk=province.officer(unit, "auditor").officer or 0)
    made = keeper.post(f"/accounts/{appointed.pk}/", {"account-key": "k1"})
    given = {"user_name": appointed.user_name, "password": _fact(made, "First password")}
    answer = Client().post(
        "/api/v1/sign-in", {**given, "code": _code(_secret(made))}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["type"].rpartition(":")[2]) == (403, "first-password")


def test_a_new_first_password_ends_the_former_one(officer: Account, keeper: Client) -> None:
    desk = _signed_in(officer)
    keeper.post(f"/accounts/{officer.officer_id}/", {"account-key": "k1"})
    assert desk.get("/").status_code == 302
    assert sign_in(officer.user_name, PASSWORD, _code(SECRET)).account is None


def test_a_lockout_is_lifted_by_the_appointing_office(officer: Account, keeper: Client) -> None:
    for _ in range(5):
        sign_in(officer.user_name, "wrong", "000000")
    place = f"/accounts/{officer.officer_id}/"
    assert "locked until" in keeper.get(place).content.decode()
    told = keeper.post(f"{place}lift", follow=True).content.decode()
    assert "The lock-out is lifted." in told
    assert "locked until" not in told
    code = f"{totp(SECRET):06d}"
    assert sign_in(officer.user_name, PASSWORD, code).account is not None
    last = AccountEvent.objects.get(kind="lock_lifted")
    assert last.by is not None


@pytest.mark.norm("5.2-b")
def test_nobody_else_sees_or_changes_an_account(unit: Body, officer: Account) -> None:
    place = f"/accounts/{officer.officer_id}/"
    others = [
        province.officer(unit, "catalogue_officer"),
        province.officer(province.body("台江区民政局", "350103"), "administrator"),
    ]
    for other in others:
        desk = _signed_in(_account(other))
        assert desk.get(place).status_code == 404
        assert desk.post(place, {"account-key": "k"}).status_code == 404
        assert desk.post(f"{place}lift").status_code == 404
    assert Client().get(place)["location"].startswith("/sign-in")
    own = _signed_in(officer)
    assert own.get(place)["location"] == "/account/"
    officer.refresh_from_db()
    assert officer.check_password(PASSWORD)


@pytest.mark.norm("5.2-b")
@pytest.mark.parametrize("ends", [True, False])
@pytest.mark.parametrize("begins", [-1, 1])
def test_who_appointed_an_officer_once_does_not_get_into_the_offices_held_elsewhere(
    unit: Body, officer: Account, keeper: Client, *, ends: bool, begins: int
) -> None:
    person = officer.officer
    assert person is not None
    new = province.body("台江区民政局", "350103")
    given: dict[str, Any] = {"name": person.name, "user_name": person.user_name, "kind": "data_officer"}
    perform(acts.appoint_officer, SYSTEM, new, since=clock.today() + timedelta(days=begins), **given)
    if ends:
        perform(acts.end_term, SYSTEM, person.terms.get(office__body=unit))
    place = f"/accounts/{person.pk}/"
    assert keeper.get(place).status_code == 404
    assert keeper.post(place, {"account-key": "k"}).status_code == 404
    there = _signed_in(_account(province.officer(new, "head")))
    assert there.get(place).status_code == (200 if ends else 404)


def test_the_way_to_an_account_stands_on_the_page_of_the_term(officer: Account, keeper: Client) -> None:
    assert officer.officer is not None
    term = officer.officer.terms.get()
    link = f'href="/accounts/{officer.officer_id}/"'
    assert link in keeper.get(f"/bodies/terms/{term.pk}/").content.decode()
    assert link not in _signed_in(officer).get(f"/bodies/terms/{term.pk}/").content.decode()


def test_who_is_locked_out_may_sign_in_again_in_time(officer: Account, keeper: Client) -> None:
    for _ in range(5):
        sign_in(officer.user_name, "wrong", "000000")
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert "locked until" not in keeper.get(f"/accounts/{officer.officer_id}/").content.decode()


@pytest.mark.parametrize(
    "name",
    ["林立", "lin li", "lin_li", ".lin", "lin.", "lin..li", "lin/li", "lin'--", "🌳", "lin@li", "línli"],
)
def test_a_user_name_is_of_letters_digits_dots_and_hyphens(unit: Body, name: str) -> None:
    boss = province.officer(unit, "administrator")
    given: dict[str, Any] = {"name": "林立", "kind": "auditor", "since": clock.today()}
    with pytest.raises(Invalid) as refused:
        perform(acts.appoint_officer, boss, unit, user_name=name, **given)
    assert list(refused.value.fields) == ["user_name"]
    assert "Latin letters" in str(refused.value.fields["user_name"])
    perform(acts.appoint_officer, boss, unit, user_name=" Lin-li.2 ", **given)
    assert Officer.objects.filter(user_name="Lin-li.2").exists()


def test_the_sweep_forgets_account_events_after_their_time_and_none_before(officer: Account) -> None:
    now = clock.now()
    kept_since = clock.midnight(months_after(clock.today(), -6))
    for at in (now, kept_since, kept_since - timedelta(seconds=1), now - timedelta(days=400)):
        AccountEvent.objects.create(account=officer, kind=AccountEvent.Kind.SIGNED_IN, at=at)
    go_round()
    assert list(officer.events.order_by("-at").values_list("at", flat=True)) == [now, kept_since]


def test_how_long_account_events_are_kept_is_the_law_packs(officer: Account, tmp_path: Path) -> None:
    longer = write_overlay(tmp_path, parameters__toml=TWO_YEARS)
    AccountEvent.objects.create(
        account=officer, kind=AccountEvent.Kind.LOCKED, at=clock.now() - timedelta(days=700)
    )
    with in_force(longer):
        assert forget_events() == 0
    assert forget_events() == 1
