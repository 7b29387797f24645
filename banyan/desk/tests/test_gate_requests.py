"""The gate of a form requests what is picked: each provider by itself, each once, and all of it is told."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.models import Entry
from banyan.bodies.models import Body, Officer
from banyan.bodies.queries import actor_by_user_name
from banyan.bodies.sign_in import open_account
from banyan.catalogue.acts import forms
from banyan.catalogue.models import CollectionForm, FormField, Resource
from banyan.exchange.acts import sharing, systems
from banyan.exchange.models import ConsumerSystem, Grant, ShareRequest
from tests import province

pytestmark = pytest.mark.django_db
FIELDS = ("申请人姓名", "身份证号", "银行账号")
KEY = {
    "kty": "EC",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
}


@dataclass
class Gate:
    """A designer before a form whose fields are held at the police, who decide, and at a bank, whose data are free."""

    client: Client
    form: CollectionForm
    people: Resource
    accounts: Resource
    given: dict[str, Any]

    @property
    def address(self) -> str:
        return f"/catalogue/collection-forms/{self.form.pk}/gate/"

    def page(self) -> str:
        return self.client.get(self.address, HTTP_ACCEPT_LANGUAGE="en").content.decode()

    def key(self) -> str:
        found = re.search(r'name="act-key" value="([^"]+)"', self.page())
        assert found
        return found[1]

    def send(self, *names: str, key: str = "", **more: Any) -> Any:
        picked = list(FormField.objects.filter(form=self.form, name__in=names).values_list("pk", flat=True))
        sent = {**self.given, "pick": picked, "act-key": key or self.key(), **more}
        return self.client.post(self.address, sent, HTTP_ACCEPT_LANGUAGE="en")


def _resource(provider: Body, **more: Any) -> Resource:
    return province.published_resource(provider, **more)


@pytest.fixture
def gate(client: Client) -> Gate:
    people = _resource(province.body("福建省公安厅", line="公安"))
    accounts = _resource(
        province.body("福建省财政厅", line="财政"),
        name="惠民资金发放账户",
        sharing="1",
        items="公民身份号码\tC\t18\tkey\trequired\n银行账号\tC\t30",
    )
    civil = province.body("鼓楼区民政局", "350102", line="民政")
    designer = province.officer(civil, "form_designer", "integrator", name="林设计")
    system = perform(
        systems.register_system,
        designer,
        name="高龄津贴系统",
        client_id="gl-mzj",
        protection=3,
        public_key=KEY,
    ).on
    form = perform(
        forms.draft_form,
        designer,
        name="高龄津贴申请表",
        matter="高龄津贴",
        subject="natural_person",
        frequency="on_application",
        basis="老年人权益保障法第三十三条",
        fields="\n".join(FIELDS),
    ).on
    officer = Officer.objects.get(pk=designer.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    given = {
        "system": system,
        "purpose": "高龄津贴资格审核",
        "legal_basis": "老年人权益保障法第三十三条",
        "case_type": "高龄津贴",
        "daily_volume": 200,
        "until": str(clock.today() + timedelta(days=200)),
        "responsible": designer.officer,
    }
    return Gate(client, CollectionForm.objects.get(pk=form), people, accounts, given)


def ask_before(gate: Gate) -> None:
    """The same request to the police waits already, made by its own form."""
    system = ConsumerSystem.objects.get(pk=gate.given["system"])
    officer = Officer.objects.get(pk=gate.given["responsible"])
    given = {**gate.given, "system": system, "responsible": officer}
    designer = actor_by_user_name(officer.user_name)
    items = list(gate.people.items.all()[:1])
    perform(sharing.submit_share_request, designer, resource=gate.people, items=items, **given)


def test_one_press_requests_from_each_provider_and_tells_of_each(gate: Gate) -> None:
    answer = gate.send(*FIELDS)
    assert answer.status_code == 302
    page = gate.client.get(answer["Location"], HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert page.count('class="notice good"') == 2
    assert {one.resource_id for one in ShareRequest.objects.all()} == {gate.people.pk, gate.accounts.pk}
    assert Grant.objects.get().resource == gate.accounts


def test_a_second_press_answers_what_the_first_did(gate: Gate) -> None:
    key = gate.key()
    first = gate.send(*FIELDS, key=key)
    again = gate.send(*FIELDS, key=key)
    assert again.status_code == 302
    assert again["Location"] == first["Location"]
    assert Entry.objects.filter(act="exchange.submit_share_request").count() == 2
    assert Grant.objects.count() == 1


def test_what_is_refused_is_told_and_stops_no_other_request(gate: Gate) -> None:
    ask_before(gate)
    key = gate.key()
    for _press in range(2):
        answer = gate.send(*FIELDS, key=key)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert page.count('class="notice good"') == 1
        assert "Request sharing: 福建省公安厅 · 人口基础信息" in re.sub(r"<[^>]+>", "", page)
        assert "The same request of this body waits for an answer." in page
    assert ShareRequest.objects.filter(resource=gate.accounts).count() == 1
    assert Grant.objects.get().resource == gate.accounts


def test_the_key_of_another_request_makes_none(gate: Gate) -> None:
    key = gate.key()
    gate.send("银行账号", key=key)
    answer = gate.send("银行账号", key=key, purpose="社会救助核对")
    assert answer.status_code == 409
    assert "This form was sent before with other answers" in answer.content.decode()
    assert ShareRequest.objects.count() == 1


def test_a_bad_answer_is_asked_again_with_what_was_picked(gate: Gate) -> None:
    answer = gate.send("银行账号", until="soon")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert not ShareRequest.objects.exists()
    ticked = set(re.findall(r'name="pick" value="(\d+)" id="[^"]+" checked', page))
    assert ticked == {str(FormField.objects.get(form=gate.form, name="银行账号").pk)}


def test_picking_nothing_is_told(gate: Gate) -> None:
    answer = gate.send()
    assert answer.status_code == 409
    assert "No field is picked." in answer.content.decode()


def test_a_field_not_asked_any_more_names_the_request_by_which_it_comes(gate: Gate) -> None:
    gate.send(*FIELDS)
    page = gate.page()
    assert page.count("Obtained by sharing; people are not asked.") == len(FIELDS)
    for one in ShareRequest.objects.all():
        row = page.partition(f'<a href="/exchange/share-requests/{one.pk}/">')[2].partition("</a>")[0]
        assert one.resource.name in re.sub(r"<[^>]+>", "", row)


def test_a_field_struck_out_names_what_holds_it_already(gate: Gate) -> None:
    field = FormField.objects.get(form=gate.form, name="银行账号")
    designer = actor_by_user_name(Officer.objects.get(pk=gate.given["responsible"]).user_name)
    perform(forms.strike_fields, designer, gate.form, fields=[field])
    row = gate.page().partition("Struck out; people are not asked.")[2].partition("</tr>")[0]
    assert f'<a href="/catalogue/resources/{gate.accounts.pk}/">' in row
