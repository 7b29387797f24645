"""The page of an object reads as people read: links that open, percent as percent, acts by their title."""

import html
import re
from urllib.parse import urljoin

import pytest
from django.test import Client

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.bodies.models import Officer, Term
from banyan.bodies.sign_in import open_account
from banyan.catalogue.models import Edition, EditionLine, ServiceEntry
from banyan.infrastructure.acts import networks
from banyan.infrastructure.tests.stage import Cast
from tests import province
from tests.monitor_cases.case import a, let

pytestmark = pytest.mark.django_db


def _page(client: Client, reader: Actor, address: str, language: str = "en") -> str:
    officer = Officer.objects.get(pk=reader.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    answer = client.get(address, HTTP_ACCEPT_LANGUAGE=language)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_record_that_the_reader_may_not_open_is_told_without_a_link(client: Client) -> None:
    cast = Cast()
    agreement = cast.commission(cast.managing)
    backbone = perform(networks.establish_backbone, cast.office, name="骨干网", agreement=agreement).on
    address, link = f"/infrastructure/networks/{backbone}/", f'href="/bodies/agreements/{agreement.pk}/"'
    theirs = _page(client, cast.builder, address)
    assert link not in theirs
    assert f'href="/bodies/bodies/{cast.managing.pk}/"' in theirs
    assert client.get(f"/bodies/agreements/{agreement.pk}/").status_code == 404
    assert link in _page(client, cast.office, address)


def test_the_rows_beside_an_object_open_only_for_who_may_look_into_them(client: Client) -> None:
    inspection = a("supervision.inspection")
    plan = let(inspection.plan, state="issued")
    stranger = province.officer(province.body("连江县水利局", "350103"), "data_officer")
    theirs = _page(client, stranger, f"/supervision/inspection-plans/{plan.pk}/", "zh-hans")
    assert str(inspection.body) in theirs
    assert f"/supervision/inspections/{inspection.pk}/" not in theirs
    inspected = province.officer(inspection.body, "data_officer")
    own = _page(client, inspected, f"/supervision/inspection-plans/{plan.pk}/")
    assert f'href="/supervision/inspections/{inspection.pk}/"' in own


def test_availability_reads_as_percent(client: Client) -> None:
    cast = Cast()
    agreement = cast.commission(cast.managing)
    backbone = perform(networks.establish_backbone, cast.office, name="骨干网", agreement=agreement).on
    entry = perform(networks.report_operation, cast.operator, backbone, availability="99.50", incidents=1)
    assert "99.5%" in _page(client, cast.office, f"/infrastructure/networks/{backbone}/")
    told = _page(client, cast.office, f"/entries/{entry.pk}/")
    visible = told.partition("Proof")[0]
    assert "Report" in visible
    assert "infrastructure.report_operation" not in visible


def test_the_way_to_deciding_is_for_who_decides_and_while_it_waits(client: Client) -> None:
    request = a("exchange.sharerequest")
    provider = province.officer(request.resource.body, "data_officer")
    consumer = province.officer(request.consumer, "data_officer")
    address = f"/exchange/share-requests/{request.pk}/"
    way = f'href="{address}decide/"'
    assert way in _page(client, provider, address)
    assert way not in _page(client, consumer, address)
    let(request, state="refused")
    assert way not in _page(client, provider, address)


def test_the_way_to_an_account_is_for_who_appoints_the_officer(client: Client) -> None:
    unit = province.body("连江县水利局", "350103")
    officer = province.officer(unit, "data_officer")
    term = Term.objects.get(officer=officer.officer or 0)
    address, way = f"/bodies/terms/{term.pk}/", f'href="/accounts/{officer.officer}/"'
    assert way in _page(client, province.officer(unit, "administrator"), address)
    assert way not in _page(client, officer, address)


def test_the_way_to_the_score_of_a_body_is_for_who_watches_it(client: Client) -> None:
    unit = province.body("连江县水利局", "350103")
    address, way = f"/bodies/bodies/{unit.pk}/", f'href="/score/{unit.pk}/"'
    assert way in _page(client, province.officer(unit, "data_officer"), address)
    stranger = province.officer(province.body("鼓楼区水利局", "350102"), "data_officer")
    assert way not in _page(client, stranger, address)
    assert way not in Client().get(address).content.decode()


def test_every_entry_of_an_edition_is_reached_from_its_page(client: Client) -> None:
    edition = let(a("catalogue.edition"), state="published")
    codes = [f"1/{number:03}" for number in range(120)]
    with under_way(UnderWay("tests.prepare")):
        for number, code in enumerate(codes):
            EditionLine.objects.create(
                edition=edition, object_id=number, code=code, title="资源", digest="x", facts={}
            )
    page = client.get(f"/catalogue/editions/{edition.pk}/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "Only the first 50 are shown here: see all" in page
    assert len(set(re.findall(r"1/\d{3}", page))) == 50
    found: list[str] = []
    way = f"/catalogue/edition-lines/?edition={edition.pk}&amp;sort=code"
    assert f'href="{way}"' in page
    while way:
        page = client.get(urljoin("/catalogue/edition-lines/", html.unescape(way))).content.decode()
        found += dict.fromkeys(re.findall(r"1/\d{3}", page))
        more = re.search(r'rel="next" href="([^"]+)"', page)
        way = more[1] if more else ""
    assert found == codes


def test_an_edition_in_work_tells_that_it_shows_the_first_entries_only(client: Client) -> None:
    body = province.body("电子政务管理部门", kind="managing_department")
    reader = province.officer(body, "catalogue_officer")
    with under_way(UnderWay("tests.prepare")):
        edition = Edition.objects.create(kind="services", body=body, number=1)
        for number in range(51):
            ServiceEntry.objects.create(
                body=body, code=f"s{number}", name=f"服务{number}", kind="data", state="published"
            )
    page = _page(client, reader, f"/catalogue/editions/{edition.pk}/")
    assert "Only the first 50 are shown here." in page
