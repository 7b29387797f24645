"""What no filter, search, order or key of a register can be is told so, and never breaks a page."""

import pytest
from django.db import DatabaseError
from django.test import Client

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Invalid
from banyan.acts.reading import Query, read_page
from banyan.acts.register import Register
from banyan.bodies.models import Office, Officer
from banyan.bodies.sign_in import open_account
from tests import province

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
]


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


@pytest.mark.parametrize("value", ["²", "9" * 30, "9" * 5_000, "🌳", "-1", "٣"])
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
