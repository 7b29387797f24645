"""An officer takes in an inventory at the desk, sees what came in and what waits, and corrects a row there."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from banyan.acts.actor import Actor
from banyan.acts.reaction import follow_all
from banyan.bodies.models import Account, Body
from banyan.desk.pages import inventory
from banyan.infrastructure.inventory.sheets import SHEETS
from banyan.infrastructure.models import Network, StockRow
from tests import province
from tests.test_api import headers

pytestmark = [pytest.mark.django_db, pytest.mark.norm("39.1-a")]
PAGE = "/infrastructure/stock-rows/take-in/"


def signed_in(client: Client, actor: Actor) -> Client:
    headers(actor)
    client.force_login(Account.objects.get(officer=actor.officer))
    return client


def workbook(*rows: list[str]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([*SHEETS["network"].columns], *rows):
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sent(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("专网清查.xlsx", content)


@pytest.fixture
def planner() -> Actor:
    return province.officer(province.body("福建省海洋与渔业局"), "planning_officer")


def test_a_row_that_the_law_refuses_tells_its_article(client: Client, planner: Actor) -> None:
    other = province.body("鼓楼区卫健局", "350102")
    told = signed_in(client, planner).post(
        PAGE, {"kind": "network", "file": sent(workbook([other.code, "卫生专网", "", "", "", ""]))}
    )
    assert "第五条第二款" in told.content.decode()


@pytest.mark.norm("13.2-a")
def test_a_workbook_is_taken_in_seen_and_a_row_of_it_corrected_on_the_desk(
    client: Client, planner: Actor
) -> None:
    desk = signed_in(client, planner)
    code = Body.objects.get(name="福建省海洋与渔业局").code
    assert f'href="{PAGE}"' in desk.get("/infrastructure/stock-rows/").content.decode()
    file = workbook([code, "渔业专网", "", "", "", ""], [code, "渔政专网", "", "2012年", "", ""])
    told = desk.post(PAGE, {"kind": "network", "file": sent(file)}).content.decode()
    row = StockRow.objects.get()
    assert (row.file_name, row.line, Network.objects.get().name) == ("专网清查.xlsx", 3, "渔业专网")
    for seen in (
        "建成日期",
        "这样的日期",
        "2012年",
        f"/infrastructure/stock-rows/{row.pk}/correct-stock-row/",
    ):
        assert seen in told
    corrected = desk.post(
        f"/infrastructure/stock-rows/{row.pk}/correct-stock-row/", {"corrected": "建成日期：2012-05-01"}
    )
    assert corrected.status_code == 302
    follow_all()
    assert set(Network.objects.values_list("name", flat=True)) == {"渔业专网", "渔政专网"}
    again = desk.post(PAGE, {"kind": "network", "file": sent(file)}).content.decode()
    assert Network.objects.count() == 2
    assert "没有待更正的行" in again


def test_a_file_that_is_no_such_sheet_is_told_beside_the_field(client: Client, planner: Actor) -> None:
    desk = signed_in(client, planner)
    for given, field in (
        ({"kind": "network", "file": SimpleUploadedFile("a.csv", "甲,乙\n1,2".encode())}, "file"),
        ({"kind": "network"}, "file"),
        ({"kind": "castle", "file": sent(workbook())}, "kind"),
    ):
        answer = desk.post(PAGE, given)
        assert answer.status_code == 422
        assert f'id="take-in-{field}-error"' in answer.content.decode()
    assert not Network.objects.exists()


def test_each_kind_has_an_empty_sheet_to_fill_in(client: Client, planner: Actor) -> None:
    desk = signed_in(client, planner)
    page = desk.get(PAGE).content.decode()
    for kind, sheet in SHEETS.items():
        assert f'href="{kind}.csv"' in page
        assert desk.get(f"{PAGE}{kind}.csv").content.decode("utf-8-sig").strip() == ",".join(sheet.columns)


def test_who_enters_no_stock_takes_in_no_inventory(client: Client) -> None:
    unit = province.body("福建省海洋与渔业局")
    desk = signed_in(client, province.officer(unit, "form_designer"))
    assert f'href="{PAGE}"' not in desk.get("/infrastructure/stock-rows/").content.decode()
    assert desk.get(PAGE).status_code == 404
    assert desk.get(f"{PAGE}network.csv").status_code == 404


def _rows(number: int, code: str) -> SimpleUploadedFile:
    lines = [",".join(SHEETS["network"].columns), *(f"{code},专网{n},,,," for n in range(number))]
    return SimpleUploadedFile("专网.csv", "\n".join(lines).encode())


def test_at_the_limit_a_file_is_taken_in_and_above_it_the_command_is_named(
    client: Client, planner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inventory, "MOST_ROWS", 3)
    desk, code = signed_in(client, planner), Body.objects.get(name="福建省海洋与渔业局").code
    user = Account.objects.get(officer=planner.officer).user_name
    above = desk.post(PAGE, {"kind": "network", "file": _rows(4, code)}, HTTP_ACCEPT_LANGUAGE="en")
    assert above.status_code == 422
    told = above.content.decode()
    assert "at most 3 rows and 5 MB" in told
    assert f"banyan stock import FILE --kind network --as {user}" in told
    assert not Network.objects.exists()
    assert not StockRow.objects.exists()
    assert desk.post(PAGE, {"kind": "network", "file": _rows(3, code)}).status_code == 200
    assert Network.objects.count() == 3


def test_a_file_of_more_bytes_is_refused_before_it_is_read(
    client: Client, planner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, code = signed_in(client, planner), Body.objects.get(name="福建省海洋与渔业局").code
    size = _rows(2, code).size or 0
    monkeypatch.setattr(inventory, "MOST_BYTES", size - 1)
    above = desk.post(PAGE, {"kind": "network", "file": _rows(2, code)})
    assert above.status_code == 422
    assert "banyan stock import" in above.content.decode()
    monkeypatch.setattr(inventory, "MOST_BYTES", size)
    assert desk.post(PAGE, {"kind": "network", "file": _rows(2, code)}).status_code == 200
    assert Network.objects.count() == 2
