"""Whatever stands in an address or a body is read, or answered with a sentence; nothing breaks."""

from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from banyan.acts.asks import LARGEST_FILE
from banyan.bodies.models import Account
from tests.test_api import API, headers
from tests.test_sharing import Town

pytestmark = pytest.mark.django_db
NO_NUMBERS = ["²", "\uff15", "--5", "1e30", "9" * 5000, "NaN", "\0"]


def signed_in(client: Client) -> tuple[Client, Town]:
    town = Town()
    headers(town.decider)
    client.force_login(Account.objects.get(officer_id=town.decider.officer or 0))
    return client, town


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_a_public_page_is_shown_whatever_is_said_to_be_done(client: Client, number: str) -> None:
    assert client.get(f"/law?done={quote(number)}").status_code == 200


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_an_address_with_no_number_where_one_stands_cannot_be_read(client: Client, number: str) -> None:
    desk, _town = signed_in(client)
    asked = [
        "/status/?page=",
        "/law/compare?page=",
        "/entries/?before=",
        "/entries/?year=",
        "/entries/?noun=bodies.body&object=",
    ]
    answers = {path: desk.get(f"{path}{quote(number)}").status_code for path in asked}
    assert answers == dict.fromkeys(asked, 422)


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_the_api_names_the_parameter_that_cannot_be_read(client: Client, number: str) -> None:
    town = Town()
    for path, name in (
        ("/catalogue/resources?", "limit"),
        ("/catalogue/resources?", "after"),
        (f"/catalogue/resources/{town.resource.pk}/history?", "after"),
        ("/search?q=户&", "limit"),
    ):
        answer = client.get(f"{API}{path}{name}={quote(number)}", headers=headers(town.decider))
        assert answer.status_code == 422
        assert answer["Content-Type"] == "application/problem+json"
        assert name in answer.json()["errors"]


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_a_number_that_cannot_be_read_is_told_beside_its_field(client: Client, number: str) -> None:
    town = Town()
    path = f"{API}/exchange/consumer-systems/register-system"
    who = headers(town.designer)
    answer = client.post(path, {"protection": number}, content_type="application/json", headers=who)
    assert answer.status_code == 422
    assert "protection" in answer.json()["errors"]


@pytest.mark.parametrize(
    "body",
    [
        *("{", "[]", '{"name":"a","name":"b"}', '{"name":NaN}', '{"protection":1e999}', '{"name":"\\ud800"}'),
        *('{"a":' * 900 + "1" + "}" * 900, "[" * 100_000, f'{{"protection":{"9" * 5000}}}', '{"on":[1e30]}'),
        f'{{"on":[{10**30}]}}',
    ],
)
def test_a_body_that_cannot_be_kept_as_it_is_is_a_bad_request(client: Client, body: str) -> None:
    town = Town()
    who = headers(town.designer)
    for path in ("/exchange/consumer-systems/register-system", "/catalogue/resources/accept-resource"):
        answer = client.post(f"{API}{path}", body, content_type="application/json", headers=who)
        assert answer.status_code in {400, 422}
        assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("name", ["a\0b", "\0", "户" * 200, "\ufffe"])
def test_nobody_signs_in_by_a_name_that_cannot_be(client: Client, name: str) -> None:
    given = {"user_name": name, "password": "x\0", "code": "²"}
    assert client.post(f"{API}/sign-in", given, content_type="application/json").status_code == 401
    assert client.post("/sign-in", given).status_code < 500


@pytest.mark.parametrize("key", ['{"kty":NaN}', "[" * 100_000, '{"a":' * 900 + "1" + "}" * 900, "²"])
def test_an_object_that_cannot_be_read_is_told_in_the_form(client: Client, key: str) -> None:
    desk, town = signed_in(client)
    desk.force_login(Account.objects.get(pk=_account(town)))
    answer = desk.post("/exchange/consumer-systems/register-system/", {"public_key": key, "protection": "²"})
    assert answer.status_code == 422


def _account(town: Town) -> int:
    headers(town.designer)
    return Account.objects.get(officer_id=town.designer.officer or 0).pk


def test_a_file_of_a_form_has_a_largest_size(client: Client) -> None:
    town = Town()
    headers(town.designer)
    client.force_login(Account.objects.get(officer_id=town.designer.officer or 0))
    file = SimpleUploadedFile("fields.txt", b"x" * (LARGEST_FILE + 1))
    page = client.post("/catalogue/collection-forms/draft-form/", {"name": "登记表", "file": file})
    assert page.status_code == 422
    assert "10 MB" in page.content.decode()
