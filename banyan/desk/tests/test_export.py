import csv
import io
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from banyan.acts.door import perform
from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.catalogue.acts import forms
from banyan.catalogue.indexing import index_all
from tests import province

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1"]


@pytest.fixture
def signed_in(client: Client) -> Client:
    """A form designer whose forms have names that a spreadsheet would run."""
    designer: Any = province.officer(province.body("民政局", "350102"), "form_designer")
    for name in FORMULAS:
        given: dict[str, Any] = {
            "matter": "高龄津贴",
            "subject": "natural_person",
            "frequency": "once",
            "basis": "法",
        }
        perform(forms.draft_form, designer, name=name, **given)
    officer = Officer.objects.get(pk=designer.officer)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    return client


def cells(client: Client, kind: str) -> set[str]:
    answer = client.get("/catalogue/collection-forms/", {"export": kind})
    content = b"".join(answer) if answer.streaming else answer.content
    if kind == "csv":
        return {cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row}
    rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return {str(cell) for row in rows for cell in row}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_of_an_export_is_a_formula(signed_in: Client, kind: str) -> None:
    found = cells(signed_in, kind)
    assert {f"'{name}" for name in FORMULAS} <= found
    assert not {cell for cell in found if cell[:1] in set("=+-@＝＋－＠﹦")}


def test_an_export_of_found_words_holds_more_than_a_page(client: Client) -> None:
    province.body("鼓楼区数字办", "350102", "managing_department")
    unit = province.body("民政局", "350102")
    for number in range(60):
        province.published_resource(unit, name=f"高龄津贴名册{number}")
    index_all()
    answer = client.get("/catalogue/resources/", {"q": "高龄津贴", "export": "csv"})
    rows = b"".join(answer).decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + 60


def test_an_export_says_what_it_leaves_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("banyan.desk.pages.listing.EXPORT_MOST", 2)
    for number in range(3):
        province.body(f"民政局{number}", "350102")
    answer = client.get("/bodies/bodies/", {"export": "csv"}, headers={"Accept-Language": "en"})
    rows = b"".join(answer).decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + 2 + 1
    assert "2" in rows[-1]
