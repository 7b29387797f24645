"""A record in a list, and what an entry of the ledger was on, are links only for who may open them."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.acts import open_findings
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Duty, Entry, Finding
from banyan.bodies.models import Body, Office, Officer
from banyan.bodies.sign_in import open_account
from banyan.infrastructure.acts import networks
from banyan.infrastructure.tests.stage import Cast
from banyan.operations.models import BackupSupplier
from tests import province
from tests.monitor_cases.case import a, let

pytestmark = pytest.mark.django_db


def _signed_in(reader: Actor) -> Client:
    officer = Officer.objects.get(pk=reader.officer or 0)
    client = Client(headers={"accept-language": "en"})
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    return client


def _of(body: Body) -> Client:
    return _signed_in(province.officer(body, *Office.Kind.values))


def _page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def _lapse(body: Body, about: Any) -> dict[str, Any]:
    return {
        "key": "agreement",
        "norm": "16.2-b",
        "body": body.pk,
        "region": "350103",
        "noun": "bodies.agreement",
        "object_id": about.pk,
        "title": str(about),
        "because": {"msgid": "x", "args": {}},
        "facts": {},
    }


def _supplier() -> Any:
    agreement = Cast().commission(province.body("福建省民政局"))
    with under_way(UnderWay("tests.prepare")):
        return BackupSupplier.objects.create(body=agreement.supplier, agreement=agreement)


def test_a_list_leads_to_a_record_only_who_may_open_it() -> None:
    supplier = _supplier()
    place = "/operations/backup-suppliers/"
    link = f'href="/bodies/agreements/{supplier.agreement_id}/"'
    stranger, theirs = _of(province.body("连江县水利局", "350103")), _of(supplier.agreement.body)
    assert stranger.get(f"/bodies/agreements/{supplier.agreement_id}/").status_code == 404
    page = _page(stranger, place)
    assert str(supplier.agreement) in page
    assert link not in page
    assert link in _page(theirs, place)


def test_the_marks_of_a_list_ask_no_query_of_their_own() -> None:
    supplier = _supplier()
    desk = _of(supplier.agreement.body)
    with CaptureQueriesContext(connection) as asked:
        _page(desk, "/operations/backup-suppliers/")
    told = [one["sql"] for one in asked.captured_queries if "bodies_agreement" in one["sql"]]
    assert len(told) == 1, "the rows and whether their agreements may be opened come in one query"


def test_an_entry_leads_to_its_object_only_who_may_open_it() -> None:
    cast = Cast()
    agreement = cast.commission(cast.managing)
    perform(networks.establish_backbone, cast.office, name="骨干网", agreement=agreement)
    entry = Entry.objects.filter(noun="bodies.agreement").latest("pk")
    place = f"/entries/{entry.pk}/"
    assert f'href="/bodies/agreements/{agreement.pk}/"' in _page(_signed_in(cast.office), place)
    stranger = province.officer(province.body("连江县水利局", "350103"), "data_officer")
    with under_way(UnderWay("tests.prepare")):
        Entry.objects.filter(pk=entry.pk).update(officer=stranger.officer)
    theirs = _page(_signed_in(stranger), place)
    assert str(agreement) in theirs
    assert f"/bodies/agreements/{agreement.pk}/" not in theirs


def test_home_and_the_list_of_entries_lead_only_to_what_may_be_opened() -> None:
    supplier = _supplier()
    agreement = f"/bodies/agreements/{supplier.agreement_id}/"
    entry = Entry.objects.filter(noun="bodies.agreement").latest("pk")
    unit = province.body("连江县水利局", "350103")
    stranger = _of(unit)
    Entry.objects.filter(pk=entry.pk).update(body=unit.pk)
    told = {"rows": [_lapse(unit, supplier.agreement)]}
    perform(open_findings, SYSTEM, monitor="planning.city_has_no_plan", number=1, lapses=told)
    home = _page(stranger, "/")
    assert stranger.get(f"/entries/{entry.pk}/").status_code == 404
    for page in (home, _page(stranger, "/entries/")):
        assert str(supplier.agreement) in page
        assert f"/entries/{entry.pk}/" not in page
        assert agreement not in page
    assert f'href="/acts/findings/{Finding.objects.get().pk}/"' in home
    Entry.objects.filter(pk=entry.pk).update(body=supplier.agreement.body_id)
    assert f"/entries/{entry.pk}/" in _page(_of(supplier.agreement.body), "/entries/")


def test_a_duty_on_what_may_not_be_opened_is_told_without_a_link() -> None:
    supplier = _supplier()
    unit = province.body("连江县水利局", "350103")
    with under_way(UnderWay("tests.prepare")):
        Duty.objects.create(
            parameter="filing.reply",
            norm="10.2-b",
            noun="bodies.agreement",
            object_id=supplier.agreement_id,
            title="答复备案",
            body=unit.pk,
            offices="",
            opened_at=clock.now(),
            due_at=clock.now(),
        )
    home = _page(_of(unit), "/")
    assert "答复备案" in home
    assert f"/bodies/agreements/{supplier.agreement_id}/" not in home
    assert 'href=""' not in home


def test_the_lines_of_a_check_are_narrowed_to_an_inspection_that_is_searched_for() -> None:
    line = a("supervision.checkline")
    inspection = line.inspection
    let(inspection.plan, state="issued")
    own = _of(inspection.body)
    address = "/supervision/check-lines/"
    page = _page(own, address)
    assert f'data-finder="{address}choices/inspection/"' in page
    found = own.get(f"{address}choices/inspection/").json()["options"]
    assert [one["value"] for one in found] == [str(inspection.pk)]
    chosen = _page(own, f"{address}?inspection={inspection.pk}")
    assert f'<option value="{inspection.pk}" selected>{inspection}</option>' in chosen
    stranger = _of(province.body("连江县水利局", "350103"))
    assert str(inspection) not in _page(stranger, f"{address}?inspection={inspection.pk}")
    for bad in ("abc", "🌳", "' OR 1=1", "9" * 400):
        assert own.get(address, {"inspection": bad}).status_code in (200, 422), bad
