"""What a form offers before anybody typed: nothing is ticked by itself, and what cannot be answered is not sent."""

import re
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from banyan.bodies.models import Body, Officer
from banyan.bodies.sign_in import open_account
from tests import province

pytestmark = pytest.mark.django_db


def shown(client: Client, of: Body, office: str, path: str) -> str:
    """The page as an officer of this office sees it."""
    officer = Officer.objects.get(pk=province.officer(of, office).officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    return client.get(path).content.decode()


def test_a_question_that_is_no_by_default_stands_unticked(client: Client) -> None:
    page = shown(client, province.body("省水利厅"), "planning_officer", "/planning/projects/propose-project/")
    assert re.search(r'<input type="checkbox"[^>]*name="is_central_task"[^>]*>', page)
    assert not re.search(r'name="is_central_task"[^>]* checked', page)


def test_a_form_that_must_choose_from_nothing_has_no_button(client: Client) -> None:
    page = shown(client, province.body("省水利厅"), "planning_officer", "/planning/payments/request-payment/")
    form = re.search(r'<form class="act.*?</form>', page, re.DOTALL)
    assert form
    assert "<button" not in form[0]
    assert "“预算项目”" in form[0]


def test_an_empty_register_says_who_enters_its_rows(client: Client) -> None:
    page = shown(client, province.body("省水利厅"), "form_designer", "/planning/management-methods/")
    assert "起草管理办法：" in page
    assert 'name="q"' not in page.split("<main", 1)[1]


def test_an_object_that_was_sent_stands_in_the_form_as_it_may_be_sent_again(client: Client) -> None:
    path = "/exchange/consumer-systems/register-system/"
    shown(client, province.body("省水利厅"), "integrator", path)
    key = '{"kty": "EC", "crv": "P-256"}'
    page = client.post(path, {"client_id": "shuili", "public_key": key}).content.decode()
    typed = re.search(r'<textarea[^>]*name="public_key"[^>]*>(.*?)</textarea>', page, re.DOTALL)
    assert typed
    assert unescape(typed[1]).strip() == key


def test_a_file_that_cannot_be_read_is_told_of_as_an_alert(client: Client) -> None:
    path = "/catalogue/collection-forms/draft-form/"
    shown(client, province.body("省水利厅"), "form_designer", path)
    sent = {
        "name": "取水申请表",
        "matter": "取水许可",
        "subject": "legal_person",
        "frequency": "on_application",
        "basis": "《取水许可和水资源费征收管理条例》第十条",
        "file": ContentFile(b"PK\x03\x04 no workbook", name="form.xlsx"),
    }
    page = client.post(path, sent).content.decode()
    assert re.search(r'role="alert">.{0,300}XLSX', page, re.DOTALL)
