"""Every link of the pages an officer begins from leads to a page that this officer may open."""

import re
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from tests.journeys.demo import Demo
from tests.journeys.visitor import code

OFFICERS = ("fangshigong", "linshiqing", "lilidan", "liushihui", "zhangshiyun")
"""An inspector of discipline, a consumer, a finance officer, a provider, a technical service unit."""
PAGES = ("/", "/logs/", "/entries/", "/exchange/share-requests/")
DEEPER = re.compile(r"^/(score/(\d+/)?|logs/[^/]+/|exchange/share-requests/\d+/(decide)?)$")
"""From the pages above, these are looked at as well: scores, a log of reads, a request and its decision."""
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
MOST_DEEPER = 6


def _signed_in(demo: Demo, user: str) -> httpx.Client:
    one = demo.credentials()[user]
    client = httpx.Client(base_url=demo.desk, trust_env=False, timeout=60)
    token = re.search('name="csrfmiddlewaretoken" value="([^"]+)"', client.get("/sign-in").text)
    assert token
    given = {"user_name": user, "password": one["password"], "csrfmiddlewaretoken": token[1]}
    answer = client.post("/sign-in", data={**given, "code": code(one["totp_secret"])})
    assert answer.status_code == 302, answer.text
    return client


def _links(client: httpx.Client, page: str) -> list[str]:
    answer = client.get(page)
    assert answer.status_code == 200, page
    return list(dict.fromkeys(link.replace("&amp;", "&") for link in LINK.findall(answer.text)))


def _looked_at(client: httpx.Client) -> Iterator[tuple[str, list[str]]]:
    """The pages with their links, those that a few of these links lead to as well."""
    waiting: list[str] = list(PAGES)
    seen: set[str] = set()
    while waiting:
        page = waiting.pop(0)
        seen.add(page)
        links = _links(client, page)
        yield page, links
        deeper = [one for one in links if DEEPER.match(one) and one not in {*seen, *waiting}]
        waiting += deeper[:MOST_DEEPER]


@pytest.mark.parametrize("user", OFFICERS)
def test_no_link_of_the_pages_one_begins_from_is_closed(demo: Demo, user: str) -> None:
    with closing(_signed_in(demo, user)) as client:
        places: dict[str, str] = {}
        for page, links in _looked_at(client):
            places |= {link: page for link in links if link not in places}
        assert len(places) > len(PAGES)
        answers = {link: client.get(link, follow_redirects=True).status_code for link in places}
    assert {(places[link], link, status) for link, status in answers.items() if status != 200} == set()
