"""The probe measures what it is allowed to call, and calls nothing else (article 33)."""

import socket
import time
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest

from banyan.kit.endpoints import NotAsked, endpoint
from banyan.kit.errors import SentenceError
from banyan.operations.measuring import probe
from banyan.operations.measuring.addresses import may_be_called, networks
from banyan.operations.measuring.probe import Answer, Target, ask_all, trusted
from banyan.operations.tests.servers import Endpoint, certificate, serving

INNER = (
    "0.0.0.0",  # noqa: S104  an address that is asked about, not listened on
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.1.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "192.0.0.8",
    "3fff::1",
    "fd00::1",
    "fe80::1",
    "fec0::1",
)
NO_WEB = (
    "",
    "file:///etc/passwd",
    "gopher://a/",
    "ftp://a/",
    "http://",
    "http://u:p@host/",
    "http://host:22/",
    "http://host:99999/",
    "http://ho st/",
    "https 接口",
    "http://host/\r\nX: y",
)


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    with serving(Endpoint) as address:
        yield address


def ask(*urls: str, opened: str = "127.0.0.1/32", authorities: str = "") -> list[Answer]:
    targets = [Target(number, url) for number, url in enumerate(urls)]
    return ask_all(targets, networks(opened), trusted(authorities))


@pytest.mark.norm("33.2-a")
@pytest.mark.parametrize(
    ("path", "up", "why"),
    [("/ok", True, ""), ("/door", True, ""), ("/error", False, "status"), ("/missing", False, "status")],
)
def test_an_answer_tells_whether_the_system_works(web: str, path: str, up: bool, why: str) -> None:  # noqa: FBT001  a case of the table
    (answer,) = ask(web + path)
    assert (answer.up, answer.why) == (up, why)
    assert answer.ms is not None


def test_the_time_of_the_answer_is_told(web: str) -> None:
    quick, slow = ask(web + "/ok", web + "/slow")
    assert quick.ms is not None
    assert slow.ms is not None
    assert slow.ms >= 300 > quick.ms


def test_calls_are_made_side_by_side(web: str) -> None:
    begun = time.perf_counter()
    answers = ask(*[web + "/slow"] * 30)
    assert all(one.up for one in answers)
    assert time.perf_counter() - begun < 30 * 0.3 / 3


def test_a_redirect_is_an_answer_and_is_not_followed(web: str) -> None:
    (answer,) = ask(web + "/elsewhere")
    assert answer.up
    assert "/followed" not in Endpoint.seen


def test_who_does_not_listen_has_no_connection() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (answer,) = ask(f"http://127.0.0.1:{port}/")
    assert (answer.up, answer.why) == (False, "connection")


def test_who_accepts_and_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "WHOLE_SECONDS", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        (answer,) = ask(f"http://127.0.0.1:{silent.getsockname()[1]}/")
    assert (answer.up, answer.why) == (False, "timeout")


def test_a_name_without_address_is_told() -> None:
    (answer,) = ask("http://nowhere.invalid/", opened="0.0.0.0/0")
    assert (answer.up, answer.why) == (False, "name")


def test_a_certificate_is_checked(tmp_path: Path) -> None:
    tls, authority = certificate(tmp_path)
    with serving(Endpoint, tls) as address:
        (unknown,) = ask(address + "/ok")
        (known,) = ask(address + "/ok", authorities=str(authority))
        (misnamed,) = ask(address.replace("127.0.0.1", "localhost") + "/ok", authorities=str(authority))
    assert (unknown.up, unknown.why) == (False, "certificate")
    assert known.up
    assert not misnamed.up


def test_an_inner_address_is_called_only_where_the_operator_opened_it(web: str) -> None:
    before = len(Endpoint.seen)
    (answer,) = ask(web + "/ok", opened="")
    assert answer.not_asked
    assert not answer.why
    assert len(Endpoint.seen) == before


@pytest.mark.parametrize(
    "address",
    INNER,
)
def test_inner_addresses_are_closed(address: str) -> None:
    assert not may_be_called(ip_address(address), ())


@pytest.mark.parametrize("address", ["8.8.8.8", "240e::1", "::ffff:8.8.8.8"])
def test_public_addresses_are_open(address: str) -> None:
    assert may_be_called(ip_address(address), ())


def test_an_address_that_hands_out_credentials_is_opened_only_by_itself() -> None:
    metadata = ip_address("169.254.169.254")
    assert not may_be_called(metadata, networks("0.0.0.0/0, 169.254.0.0/16"))
    assert may_be_called(metadata, networks("169.254.169.254"))
    assert may_be_called(ip_address("10.1.2.3"), networks("10.0.0.0/8"))


@pytest.mark.parametrize(
    "url",
    NO_WEB,
)
def test_an_address_that_is_no_web_address_is_not_called(url: str) -> None:
    with pytest.raises(NotAsked):
        endpoint(url)


def test_a_range_that_is_none_is_told_in_one_sentence() -> None:
    with pytest.raises(SentenceError, match=r"10\.20\.0\.0/16"):
        networks("10.0.0.0/8, intern")
