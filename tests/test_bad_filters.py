"""What no filter, search, order or key of a register can be is told so, and never breaks a page."""

import re
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from django.db import DatabaseError
from django.db.models import IntegerField
from django.test import Client

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.door import perform
from banyan.acts.errors import Invalid
from banyan.acts.reading import Query, read_page
from banyan.acts.register import Register
from banyan.bodies.models import Office, Officer
from banyan.bodies.sign_in import open_account
from banyan.desk.choosing import name_of
from tests import province
from tests.samples import MAKERS

pytestmark = pytest.mark.django_db
BAD = [
    "abc",
    "🌳",
    "' OR 1=1 --",
    "-1",
    "1.5",
    "9" * 30,
    "9" * 5_000,
    "99999",
    "x" * 5_000,
    "½",
    "²",
    "%",
    "_",
    " ",
    "",
    "\0",
    "\x01",
    "\x1b[31m",
    "\u202e",
    "２０２６",
    "二〇二六",
    "0",
    "10000",
    "2147483648",
    "1e3",
    "true",
    "[]",
]
NO_NUMBERS = ["２０２６", "٢٠٢٦", "二〇二六", "²", "-1", "1_000", " 2026", "1e3", "9" * 30]
BOUNDS = ["0", "1", "9999", "10000", "-1", "2147483648", "9" * 15]
NUMBERED = [
    (register, one.name)
    for register in registry.registers
    for one in register.filters
    if one.field and (one.field.is_relation or isinstance(one.field, IntegerField))
]
YEARS = [(registry.registers["acts.finding"], name) for name in ("found", "closed")]


def _broken(register: Register, reader: Actor) -> list[str]:
    asked = [Query(filters={one.name: value}) for one in register.filters for value in BAD]
    asked += [Query(search=value) for value in BAD]
    asked += [Query(sort=value) for value in BAD]
    asked += [Query(after=value) for value in BAD]
    return [f"{register.noun}: {query}"[:200] for query in asked if not _answers(register, reader, query)]


def _answers(register: Register, reader: Actor, query: Query) -> bool:
    try:
        read_page(register, reader, query)
    except Invalid:
        return True
    except (ValueError, OverflowError, DatabaseError):
        return False
    return True


def test_whatever_is_typed_every_register_answers() -> None:
    reader = province.officer(province.body("省数字办", kind="managing_department"), *Office.Kind.values)
    assert [told for register in registry.registers for told in _broken(register, reader)] == []


@pytest.fixture
def reader(client: Client) -> Client:
    """Somebody who sees everything in the province, signed in to the desk and with a token for the API."""
    actor = province.officer(province.body("省数字办", kind="managing_department"), *Office.Kind.values)
    officer = Officer.objects.get(pk=actor.officer or 0)
    account = open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20))
    client.force_login(account)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {directory().token(account)}"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def _places(register: Register) -> tuple[str, str]:
    return f"/{register.path}/", f"/api/v1/{register.path}"


def _named(one: tuple[Register, str]) -> str:
    return f"{one[0].noun}.{one[1]}"


def test_a_number_in_a_filter_is_read_one_way_or_refused_beside_it() -> None:
    actor = province.officer(province.body("省数字办", kind="managing_department"), *Office.Kind.values)
    for register, name in NUMBERED:
        for value in NO_NUMBERS:
            with pytest.raises(Invalid) as refused:
                read_page(register, actor, Query(filters={name: value}))
            assert list(refused.value.fields) == [name], (register.noun, value)


def test_a_full_width_number_is_told_on_the_page_and_beside_its_filter(reader: Client) -> None:
    desk, api = _places(registry.registers["planning.softwareentry"])
    page = reader.get(desk, {"year": "２０２６"})
    assert page.status_code == 422
    assert "“２０２６” is no value of this filter." in page.content.decode()
    assert reader.get(api, {"year": "２０２６"}).json()["errors"] == {
        "year": "“２０２６” is no value of this filter."
    }
    assert reader.get(api, {"year": "2026"}).status_code == 200


@pytest.mark.parametrize("asked", [one for one in NUMBERED if one[1] == "year"] + YEARS, ids=_named)
def test_a_year_at_the_bounds_of_a_database_breaks_no_page(
    asked: tuple[Register, str], reader: Client
) -> None:
    register, name = asked
    MAKERS[register.noun]()
    for value in BOUNDS:
        for place in _places(register):
            answer = reader.get(place, {name: value})
            assert answer.status_code in (200, 422), (place, value)
            assert (answer.status_code == 422) == (value == "-1" or name != "year"), (place, value)


def test_a_number_at_the_bounds_of_a_database_finds_nothing_or_is_refused() -> None:
    actor = province.officer(province.body("省数字办", kind="managing_department"), *Office.Kind.values)
    asked = [(one, Query(filters={name: value})) for one, name in NUMBERED for value in BOUNDS]
    assert [(one.noun, query) for one, query in asked if not _answers(one, actor, query)] == []


def _odd_requests(register: Register) -> Iterator[tuple[str, str, str]]:
    """Each parameter of a register with an odd value, a different one each time, on the desk and at the API in turn."""
    places, values = cycle(_places(register)), cycle(BAD[len(register.noun) % len(BAD) :] + BAD)
    for name in [*(one.name for one in register.filters), "q", "sort", "after"]:
        yield next(places), name, next(values)
    desk, api = _places(register)
    yield api, "limit", next(values)
    for name in ["columns", "export", "done"]:
        yield desk, name, next(values)
    for one in register.filters:
        if one.noun:
            yield desk, name_of(one.name), next(values)
            yield f"{desk}choices/{one.name}/", "q", next(values)


def test_an_odd_value_of_any_parameter_of_any_register_gets_an_answer(reader: Client) -> None:
    asked = [one for register in registry.registers for one in _odd_requests(register)]
    assert {value for _, _, value in asked} == set(BAD)
    reader.raise_request_exception = False
    answers = [(place, name, value[:40], reader.get(place, {name: value})) for place, name, value in asked]
    assert [told for *told, answer in answers if answer.status_code not in (200, 422)] == []
    assert [told for *told, answer in answers if answer.status_code == 422 and not _says_why(answer)] == []


def _says_why(answer: Any) -> bool:
    """Whether the API names the parameters that it cannot read, and the desk says how to go on."""
    if answer["Content-Type"].startswith("application/"):
        return all(answer.json()["errors"].values())
    return "Go back to the list and choose again." in answer.content.decode()


@pytest.mark.parametrize("value", ["²", "9" * 30, "9" * 5_000, "🌳", "-1", "٣", *BOUNDS])
def test_numbers_in_addresses_that_are_none_break_no_page(client: Client, value: str) -> None:
    reader = province.officer(province.body("省数字办", kind="managing_department"), *Office.Kind.values)
    officer = Officer.objects.get(pk=reader.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    for address in (
        "/?done={}",
        "/entries/?before={}",
        "/entries/?year={}",
        "/entries/?noun=bodies.body&object={}",
        "/score/?after={}",
        "/status/?page={}",
        "/law/compare?page={}",
        "/bodies/bodies/register-body/?superior={}",
        "/bodies/bodies/register-body/choices/superior/?q={}",
    ):
        assert client.get(address.format(value)).status_code in (200, 404, 422), address


@pytest.mark.parametrize("value", ["²", "--5", "9" * 30, "9" * 5_000, "🌳", "1.5"])
def test_a_record_that_is_no_number_is_told_beside_its_field(value: str) -> None:
    reader = province.officer(province.body("省数字办", kind="managing_department"), *Office.Kind.values)
    with pytest.raises(Invalid) as refused:
        perform(registry.acts["bodies.register_body"], reader, None, superior=value)
    assert "superior" in refused.value.fields


@pytest.mark.parametrize(
    ("asked", "says"),
    [("state=zz", "“zz” is no value of this filter."), ("export=pdf", "Choose one of: csv, xlsx.")],
)
def test_a_state_or_a_file_that_there_is_not_is_told(asked: str, says: str, client: Client) -> None:
    province.load_regions()
    answer = client.get(f"/catalogue/resources/?{asked}", HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_region_beyond_the_choices_is_told_by_its_name(client: Client) -> None:
    province.load_regions()
    page = client.get("/bodies/bodies/?region=350102").content.decode()
    assert re.search(r'class="chip".*?鼓楼区', page)
