"""An inventory of what exists is taken in row by row; what is wrong waits, is corrected and entered."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Invalid
from banyan.acts.models import Entry
from banyan.acts.reaction import follow_all
from banyan.bodies.acts import appoint_officer
from banyan.bodies.models import Officer
from banyan.bodies.queries import actor_by_user_name
from banyan.infrastructure.acts import stock
from banyan.infrastructure.inventory.sheets import SHEETS
from banyan.infrastructure.inventory.taking_in import take_in
from banyan.infrastructure.models import Channel, DataCentre, Network, Platform, StockRow, System
from banyan.infrastructure.queries.stock import wrong_values
from banyan.infrastructure.tests.stage import NOW, Cast, refused_by
from banyan.kit.errors import SentenceError
from banyan.kit.secrecy import MarkedSecret
from banyan.lake.items import ColumnsFault
from tests import province

pytestmark = [pytest.mark.django_db, pytest.mark.norm("39.1-a")]


def _csv(path: Path, kind: str, *rows: list[str]) -> Path:
    file = path / f"{kind}.csv"
    file.write_text("\n".join(",".join(row) for row in [SHEETS[kind].columns, *rows]), encoding="utf-8")
    return file


def _follow() -> None:
    follow_all()


@pytest.mark.norm("13.2-a")
def test_good_rows_become_stock_with_a_plan_and_bad_ones_wait_with_field_rule_and_value(
    tmp_path: Path,
) -> None:
    cast = Cast()
    code = cast.bureau.code
    file = _csv(
        tmp_path,
        "network",
        [code, "卫生专网", "上报", "2012-05-01", "", ""],
        [code, "", "上报", "2012-05-01", "", ""],
        [code, "急救专网", "调度", "2012年5月", "", ""],
        ["111111111111111111", "监督专网", "执法", "", "", ""],
        [code, "卫生专网", "又一次", "", "", ""],
        [code, "疫苗专网", "冷链", "", "2099-01-01", ""],
        [cast.unit.code, "渔业专网", "", "", "", ""],
    )
    with clock.at(NOW):
        done = take_in(cast.county_office, "network", file)
    assert (done.rows, done.entered, len(done.waiting)) == (7, 1, 6)
    network = Network.objects.get()
    assert (network.state, network.plan, str(network.integrate_by)) == (
        "to_integrate",
        "逐步整合",
        "2029-11-24",
    )
    assert network.body == cast.bureau
    found = {
        row.line: (row.faults[0]["field"], row.faults[0]["rule"], row.faults[0]["value"])
        for row in done.waiting
    }
    assert found[3] == ("名称", "required", "")
    assert found[4] == ("建成日期", "date", "2012年5月")
    assert found[5][1] == "credit_code"
    assert found[6] == ("统一社会信用代码、名称", "duplicate_key", f"{code}|卫生专网")
    assert found[7][1] == "infrastructure.private_network_is_integrated_in_time"
    assert found[8][1] == "infrastructure.entered_by_its_body_or_its_department"
    assert all(row.fault_words and row.data for row in done.waiting)


@pytest.mark.norm("22.1-b")
def test_a_row_marked_secret_keeps_its_whole_file_out(tmp_path: Path) -> None:
    cast = Cast()
    rows = [
        [cast.unit.code, "卫生专网", "上报", "", "", ""],
        [cast.unit.code, "", "指挥（机密★）", "", "", ""],
    ]
    with pytest.raises(MarkedSecret, match="Row 3"):
        take_in(cast.builder, "network", _csv(tmp_path, "network", *rows))
    assert (Network.objects.count(), StockRow.objects.count()) == (0, 0)


def test_a_file_taken_in_twice_enters_nothing_twice(tmp_path: Path) -> None:
    cast = Cast()
    rows = [[cast.unit.code, f"专网{number}", "", "", "", ""] for number in range(3)]
    file = _csv(tmp_path, "network", *rows, [cast.unit.code, "", "", "", "", ""])
    take_in(cast.builder, "network", file)
    again = take_in(cast.builder, "network", file)
    assert (again.entered, again.entered_before, len(again.waiting)) == (0, 3, 1)
    other = take_in(cast.office, "network", file)
    assert (other.entered, Network.objects.count()) == (0, 3)


def test_an_import_that_broke_off_goes_on(tmp_path: Path) -> None:
    cast = Cast()
    first = [cast.unit.code, "专网一", "", "", "", ""]
    whole = _csv(tmp_path, "network", first, [cast.unit.code, "专网二", "", "", "", ""])
    take_in(cast.builder, "network", whole)
    made = Entry.objects.filter(act="infrastructure.enter_private_network").count()
    assert take_in(cast.builder, "network", whole).entered_before == made == 2


def test_a_corrected_row_is_entered_at_once(tmp_path: Path) -> None:
    cast = Cast()
    file = _csv(tmp_path, "network", [cast.bureau.code, "卫生专网", "", "2012年", "", "分三步"])
    row = take_in(cast.county_office, "network", file).waiting[0]
    assert wrong_values(row, cast.county_office) == "建成日期：2012年"
    assert refused_by(stock.correct_stock_row, cast.county_office, row, corrected="日期：2012-01-01") == {
        "infrastructure.correction_names_columns",
        "infrastructure.corrected_row_is_right",
    }
    for wrong in ("建成日期：2012.1", f"建成日期：2012-01-01\n统一社会信用代码：{cast.unit.code}"):
        assert refused_by(stock.correct_stock_row, cast.county_office, row, corrected=wrong) == {
            "infrastructure.corrected_row_is_right"
        }
    for unread in ("建成日期", "建成日期：2012-01-01\n建成日期：2013-01-01"):
        with pytest.raises(Invalid):
            perform(stock.correct_stock_row, cast.county_office, row, corrected=unread)
    perform(stock.correct_stock_row, cast.county_office, row, corrected="建成日期=2012-01-01")
    _follow()
    row.refresh_from_db()
    network = Network.objects.get()
    assert (row.state, network.body, network.plan) == ("entered", cast.bureau, "分三步")


def test_a_row_that_should_not_be_there_is_dropped_with_the_reason(tmp_path: Path) -> None:
    cast = Cast()
    row = take_in(
        cast.builder, "network", _csv(tmp_path, "network", [cast.unit.code, "", "", "", "", ""])
    ).waiting[0]
    assert "acts.office_may" in refused_by(stock.drop_stock_row, cast.local, row, reason="重复")
    perform(stock.drop_stock_row, cast.builder, row, reason="重复")
    assert StockRow.objects.get().state == "dropped"


@pytest.mark.norm("14.2-b", "19.1-d", "20.2-b", "23.1-a")
def test_every_kind_of_inventory_is_taken_in(tmp_path: Path) -> None:
    cast = Cast()
    code = cast.unit.code
    rows = {
        "centre": [code, "渔业机房", "自用", "20", "2010-01-01", "2027-06-30", "迁入省中心"],
        "platform": [code, "渔业网格", "专业网格平台", "巡查", "30", "2013-01-01", "", ""],
        "channel": [code, "渔业服务网", "网站", "https://yuye.example.cn", "", "", ""],
        "system": [code, "YY-01", "渔业系统", "3", "否", "https", "渔业机房", "是", "否"],
    }
    for kind, row in rows.items():
        done = take_in(cast.builder, kind, _csv(tmp_path, kind, row))
        assert (done.entered, done.waiting) == (1, ()), kind
    assert DataCentre.objects.get().state == "to_integrate"
    assert Platform.objects.get().kind == "special_grid"
    assert Channel.objects.get().state == "to_integrate"
    system = System.objects.get()
    assert (system.is_stock, str(system.centre), system.faces_residents) == (True, "渔业机房", True)


def test_a_workbook_is_read_as_well_and_a_table_of_other_columns_enters_nothing(tmp_path: Path) -> None:
    cast = Cast()
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(SHEETS["channel"].columns)
    sheet.append([cast.unit.code, "渔业热线", "热线", "0591-12345678", "", "", ""])
    sheet.append([cast.unit.code, "渔业邮箱", "邮箱", "", "", "", ""])
    book.save(tmp_path / "channels.xlsx")
    done = take_in(cast.builder, "channel", tmp_path / "channels.xlsx")
    assert (done.entered, [row.faults[0]["rule"] for row in done.waiting]) == (1, ["code_list"])
    with pytest.raises(ColumnsFault, match="of an inventory of this kind") as fault:
        take_in(cast.builder, "network", tmp_path / "channels.xlsx")
    assert "resource" not in str(fault.value)
    assert not Network.objects.exists()


def test_a_wrong_row_waits_at_the_body_in_whose_office_it_was_entered(tmp_path: Path) -> None:
    cast = Cast()
    designer = Officer.objects.get(pk=province.officer(cast.unit, "form_designer").officer or 0)
    perform(
        appoint_officer,
        SYSTEM,
        cast.county,
        name=designer.name,
        user_name=designer.user_name,
        kind="planning_officer",
        since=date(2020, 1, 1),
    )
    both = actor_by_user_name(designer.user_name)
    assert [held.body for held in both.offices] == [cast.unit.pk, cast.county.pk]
    row = take_in(
        both, "network", _csv(tmp_path, "network", [cast.bureau.code, "专网", "", "2012年", "", "分步"])
    ).waiting[0]
    assert row.body == cast.county
    perform(stock.correct_stock_row, both, row, corrected="建成日期=2012-01-01")


def test_who_may_enter_nothing_takes_nothing_in(tmp_path: Path) -> None:
    cast = Cast()
    file = _csv(tmp_path, "network", [cast.bureau.code, "专网", "", "2012年", "", "分步"])
    with pytest.raises(SentenceError, match="None of your offices"):
        take_in(province.officer(cast.county, "form_designer"), "network", file)
    assert not StockRow.objects.exists()
