"""The pages of figures: overview, scores, annual report; every number on them leads to as many rows."""

import json
import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client

from banyan.acts import registry
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.acts import open_findings
from banyan.acts.door import perform
from banyan.acts.figure import Told
from banyan.acts.figures import score_of, standings
from banyan.acts.models import Finding
from banyan.acts.reading import Query, read_page
from banyan.acts.sentences import stored
from banyan.bodies.models import Body, Officer
from banyan.bodies.sign_in import open_account
from banyan.desk.boundaries import Drawn
from banyan.desk.outlines import Outline
from banyan.desk.pages import overview
from banyan.desk.pages.figures import card, cell, points
from banyan.desk.shapes import Cell
from banyan.kit.sentence import say
from banyan.supervision.acts import orders
from tests import province

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a [^>]*href="([^"]+)"[^>]*>([\d,]+)(?:<| )')


def signed_in(client: Client, actor: Actor) -> Client:
    officer = Officer.objects.get(pk=actor.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def watcher() -> Actor:
    office = province.body("省数字办", kind="managing_department")
    return province.officer(office, "inspector")


@pytest.fixture
def unit() -> Body:
    return province.body("鼓楼区民政局", "350102")


def lapses(body: Body, number: int) -> None:
    rows = [
        {
            "key": f"{body.pk}/{n}",
            "norm": "6.1-d",
            "body": body.pk,
            "region": body.region_code,
            "noun": "bodies.body",
            "object_id": body.pk,
            "title": f"问题{n}",
            "because": stored(say("x")),
            "facts": {},
        }
        for n in range(number)
    ]
    monitor = "catalogue.resource_is_stale"
    perform(open_findings, SYSTEM, monitor=monitor, number=number, lapses={"rows": rows})


def opened(url: str, actor: Actor) -> int:
    """How many rows the register behind an address shows."""
    split = urlsplit(url.replace("&amp;", "&"))
    register = next(one for one in registry.registers if f"/{one.path}/" == split.path)
    return len(read_page(register, actor, Query(filters=dict(parse_qsl(split.query)), limit=200)).rows)


def numbers(page: str) -> list[tuple[str, int]]:
    paths = {f"/{one.path}/" for one in registry.registers}
    found = LINK.findall(page)
    return [(url, int(text.replace(",", ""))) for url, text in found if urlsplit(url).path in paths]


@pytest.mark.norm("1.1-a", "36.1-a")
@pytest.mark.parametrize(
    "address", ["/overview/", "/overview/?region=350100", "/score/", "/report/", "/score/{body}/"]
)
def test_every_count_on_the_page_leads_to_as_many_rows(
    client: Client, watcher: Actor, unit: Body, address: str
) -> None:
    lapses(unit, 3)
    page = signed_in(client, watcher).get(address.format(body=unit.pk)).content.decode()
    counts = [(url, number) for url, number in numbers(page) if "exchange/grants" not in url]
    assert 3 in {number for _url, number in counts}
    assert [number for _url, number in counts] == [opened(url, watcher) for url, _number in counts]


def test_a_share_of_nothing_is_no_link() -> None:
    rate = next(one for one in registry.figures if one.is_rate)
    assert cell(rate, Told(0, 0), {}) == Cell("—")
    assert cell(rate, Told(0, 4), {}).url
    assert card(rate, Told(0, 0), {}).url == ""


def test_a_body_sees_what_one_act_brings_and_others_do_not_see_the_body(client: Client, unit: Body) -> None:
    lapses(unit, 2)
    own = signed_in(client, province.officer(unit, "data_officer"))
    page = own.get("/overview/", follow=True)
    assert page.redirect_chain == [(f"/score/{unit.pk}/", 302)]
    text = page.content.decode()
    assert text.count("+2") == 2
    assert 'href="/lake/loads/begin-load/"' in text
    assert f"{score_of(unit.pk).points:.0f}" == "96"
    other = province.body("台江区民政局", "350103")
    assert own.get(f"/score/{other.pk}/").status_code == 404
    assert own.get("/score/").status_code == 404
    assert own.get("/report/").status_code == 404


@pytest.mark.norm("36.1-a")
def test_the_lowest_scores_show_what_cost_the_points(client: Client, watcher: Actor, unit: Body) -> None:
    lapses(unit, 2)
    ranked = {one.body: one for one in standings()}[unit.pk]
    costing = [line for line in ranked.score.lines if line.lost]
    assert sum(line.lost for line in costing) == 100 - ranked.score.points
    page = signed_in(client, watcher).get("/overview/").content.decode()
    for line in costing:
        assert f"{registry.figures[line.figure].title} 2: −{points(line.lost)}" in page


@pytest.mark.norm("36.1-a")
def test_finance_sees_the_score_of_a_unit_whose_money_it_arranges(client: Client, unit: Body) -> None:
    finance = province.officer(province.body("鼓楼区财政局", "350102", "finance"), "finance_officer")
    desk = signed_in(client, finance)
    assert desk.get(f"/score/{unit.pk}/").status_code == 200
    assert f"/score/{unit.pk}/" in desk.get(f"/bodies/bodies/{unit.pk}/").content.decode()


def test_the_map_says_nothing_of_regions_that_are_not_counted(
    client: Client, monkeypatch: pytest.MonkeyPatch, unit: Body
) -> None:
    names = {"350102": "鼓楼区", "350103": "台江区"}
    drawing = Drawn("0 0 9 9", {code: (name, Outline("M0 0h9v9z", (4, 4))) for code, name in names.items()})
    monkeypatch.setattr(overview, "drawn", lambda level: drawing)
    lapses(unit, 2)
    lapses(province.body("台江区民政局", "350103"), 3)
    county = province.officer(province.body("鼓楼区数字办", "350102", "managing_department"), "inspector")
    page = signed_in(client, county).get("/overview/").content.decode()
    assert "鼓楼区 2 open" in page
    assert "台江区 —" in page
    assert "region=350103" not in page


@pytest.mark.parametrize("region", ["350200", "3501", "abc", "990000"])
def test_a_region_outside_the_own_one_is_not_there(client: Client, region: str) -> None:
    city = province.officer(province.body("福州市数字办", "350100", "managing_department"), "inspector")
    desk = signed_in(client, city)
    assert desk.get(f"/overview/?region={region}").status_code == 404
    assert desk.get(f"/score/?region={region}").status_code == 404
    assert desk.get("/overview/?region=350102").status_code == 200
    assert desk.get("/overview/?figure=none").status_code == 404


@pytest.mark.norm("1.1-b", "34.1-a")
def test_the_report_tells_the_acts_of_the_year_from_the_ledger(
    client: Client, watcher: Actor, unit: Body
) -> None:
    lapses(unit, 1)
    found = list(Finding.objects.values_list("pk", flat=True))
    perform(orders.order_correction, watcher, body=unit.pk, findings=found, demands="更新数据")
    desk = signed_in(client, watcher)
    page = desk.get("/report/").content.decode()
    links = re.findall(r'href="(/entries/[^"]+)">(\d+)<', page)
    told = {dict(parse_qsl(urlsplit(url.replace("&amp;", "&")).query))["act"]: int(n) for url, n in links}
    assert told == {"supervision.order_correction": 1}
    rows = desk.get(links[0][0].replace("&amp;", "&")).content.decode()
    assert rows.count('role="row"') == 2
    assert "更新数据" in rows


@pytest.mark.parametrize(
    ("kind", "starts"), [("pdf", b"%PDF-"), ("html", b"<!doctype html>"), ("json", b"{")]
)
def test_the_report_is_had_as_a_file(client: Client, watcher: Actor, kind: str, starts: bytes) -> None:
    answer = signed_in(client, watcher).get(f"/report/?format={kind}")
    assert answer.content.lstrip().startswith(starts)
    assert answer["Content-Disposition"].endswith(f'-350000.{kind}"')
    if kind == "json":
        told: dict[str, Any] = json.loads(answer.content)
        urls = [
            cell["url"]
            for one in told["sections"]
            for grid in one["grids"]
            for row in grid["rows"]
            for cell in row
        ]
        assert any(url.startswith("http") for url in urls)


@pytest.mark.parametrize("query", ["year=1900", "year=x", "year=²", "region=1", "region=999999"])
def test_a_report_that_cannot_be_is_refused_with_a_sentence(
    client: Client, watcher: Actor, query: str
) -> None:
    assert signed_in(client, watcher).get(f"/report/?{query}").status_code == 422


def test_a_past_year_without_measures_has_no_figures_and_no_links(client: Client, watcher: Actor) -> None:
    page = signed_in(client, watcher).get("/report/?year=2020").content.decode()
    assert "Figures were not measured in that year." in page
    assert numbers(page) == []


def test_the_filter_of_a_link_shows_as_a_chip_in_words_and_stays(
    client: Client, watcher: Actor, unit: Body
) -> None:
    page = signed_in(client, watcher).get(f"/acts/findings/?state=open&body={unit.pk}").content.decode()
    assert re.search(rf'class="chip" href="\?state=open"><span>Body</span> <b>(<span[^>]*>)?{unit}<', page)
    assert f'name="body" value="{unit.pk}"' in page
