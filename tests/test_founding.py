"""An installation begins with one command: its regions, its first managing department, its administrator's account."""

import base64
import io
import json
import sys
from datetime import date
from typing import Any

import pytest
from django_otp.oath import totp

from banyan.acts.door import perform
from banyan.acts.models import Entry
from banyan.bodies import acts
from banyan.bodies.models import Body, Officer, Region
from banyan.bodies.queries import actor_by_user_name
from banyan.bodies.sign_in import sign_in
from banyan.kit.identifiers import credit_code, organisation_code
from banyan.site.cli.main import main

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a pass phrase of an operator"
Told = pytest.CaptureFixture[str]


def _code(number: int) -> str:
    return str(credit_code.make("11", "350000", organisation_code.make(f"98{number:06d}")))


def _run(monkeypatch: pytest.MonkeyPatch, words: list[str], password: str = PASSWORD) -> int:
    monkeypatch.setattr(sys, "argv", ["banyan", *words])
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{password}\n"))
    try:
        main()
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def _found(monkeypatch: pytest.MonkeyPatch, password: str = PASSWORD, **more: str) -> int:
    given = {
        "name": "福建省数字办",
        "region": "350000",
        "credit-code": _code(1),
        "officer": "陈起",
        "user": "chen.qi",
    }
    words = [word for name, value in {**given, **more}.items() for word in (f"--{name}", value)]
    return _run(monkeypatch, ["found", *words, "--json"], password)


def _code_now(told: dict[str, Any]) -> str:
    return f"{totp(base64.b32decode(told['secret'])):06d}"


@pytest.mark.norm("5.2-b")
def test_the_founder_signs_in_and_registers_the_next_body_and_officer(
    monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    assert _found(monkeypatch) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["made"] == ""
    assert sign_in("chen.qi", PASSWORD, _code_now(told)).account is not None
    assert [entry.act for entry in Entry.objects.order_by("pk")] == [
        "bodies.load_regions",
        "bodies.found_managing_department",
    ]
    founder = actor_by_user_name("chen.qi")
    given: dict[str, Any] = {"name": "福建省公安厅", "code": _code(2), "kind": "application_unit"}
    province = Region.objects.get(code="350000")
    entry = perform(acts.register_body, founder, level="province", region=province, **given)
    second = Body.objects.get(pk=entry.on)
    appointed: dict[str, Any] = {"name": "林立", "user_name": "lin.li", "kind": "data_officer"}
    perform(acts.appoint_officer, founder, second, since=date(2026, 1, 1), **appointed)
    assert _run(monkeypatch, ["account", "lin.li", "--json"], "") == 0
    told = json.loads(capsys.readouterr().out)
    assert sign_in("lin.li", told["made"], _code_now(told)).account is not None


def test_an_installation_is_founded_once(monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    assert _found(monkeypatch) == 0
    capsys.readouterr()
    assert _found(monkeypatch, **{"credit-code": _code(3), "region": "350100", "user": "wang.er"}) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert "The register of bodies has begun: 福建省数字办" in told.err
    assert not Officer.objects.filter(user_name="wang.er").exists()


@pytest.mark.parametrize(
    ("password", "more", "says"),
    [
        (PASSWORD, {"credit-code": "11350000003591037X"}, "check"),
        (PASSWORD, {"region": "359999"}, "no province, city or county with the code 359999"),
        (PASSWORD, {"name": " "}, "fill in"),
        ("short", {}, "too short"),
    ],
)
def test_bad_input_is_one_sentence_and_founds_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: Told, password: str, more: dict[str, str], says: str
) -> None:
    assert _found(monkeypatch, password, **more) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert not Body.objects.exists()


def test_an_account_needs_an_officer(monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    assert _run(monkeypatch, ["account", "nobody"]) == 2
    assert "no officer with the user name nobody" in capsys.readouterr().err
