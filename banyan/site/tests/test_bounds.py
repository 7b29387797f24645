"""What is too large is answered unread, and every answer carries the policy."""

from typing import Any

import pytest
from django.test import Client

from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.site import bounds
from tests import province

pytestmark = pytest.mark.django_db
LARGE = 17 * 1024 * 1024


class Unread:
    """A body that nobody may touch."""

    def read(self, *_: Any) -> bytes:
        raise AssertionError("the body was read")

    readline = read


def sent(client: Client, path: str, length: str) -> Any:
    """The answer to a form of this length, which a cookie of the right token comes with."""
    client.get("/sign-in")
    kind = "multipart/form-data; boundary=B"
    sent: dict[str, Any] = {"CONTENT_LENGTH": length, "wsgi.input": Unread(), "HTTP_ACCEPT_LANGUAGE": "en"}
    return client.generic("POST", path, b"", kind, **sent)


@pytest.mark.parametrize("path", ["/sign-in", "/language", bounds.DELIVERIES, "/nowhere", "/api/v1/sign-in"])
@pytest.mark.parametrize("length", [str(LARGE), "9" * 30, "x"])
def test_a_stranger_sends_nothing_large(path: str, length: str) -> None:
    answer = sent(Client(enforce_csrf_checks=True), path, length)
    assert answer.status_code == 413
    assert "At most 16 MB" in answer.content.decode() or answer.json()["code"] == "too-large"


def test_an_officer_loads_a_large_file_on_its_page_alone(client: Client) -> None:
    person = Officer.objects.get(pk=province.officer(province.body("民政局"), "data_officer").officer or 0)
    client.force_login(open_account(person.user_name, person.pk, "long-enough-for-a-test", bytes(20)))
    assert sent(client, bounds.DELIVERIES, str(LARGE)).status_code == 422
    assert sent(client, bounds.DELIVERIES, str(bounds.LARGEST_DELIVERY + 1)).status_code == 413
    assert sent(client, "/account/password", str(LARGE)).status_code == 413


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [("evil.example", "/", 400), ("127.0.0.1", "/nowhere", 404), ("127.0.0.1", "/api/v1/nowhere", 404)],
)
def test_an_answer_to_a_fault_carries_the_policy_too(
    client: Client, host: str, path: str, status: int
) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == status
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "private, no-store"
