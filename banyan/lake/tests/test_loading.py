"""A load is published whole or not at all, and bad rows wait with their faults."""

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.models import Entry
from banyan.bodies.acts import appoint_officer
from banyan.bodies.models import Body
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts.resources import withdraw_resource
from banyan.catalogue.models import Resource
from banyan.kit.secrecy import MarkedSecret
from banyan.kit.tablefile import TableFault
from banyan.lake import rows, run
from banyan.lake.acts.loads import begin_load, fail_load, publish_load
from banyan.lake.items import ColumnsFault
from banyan.lake.loading import clean_up, load_file
from banyan.lake.models import Load, Progress, QuarantinedRow, Row
from banyan.lake.queries import rows as queries
from banyan.lake.run import LoadFault
from banyan.lake.tests.factories import PEOPLE_COLUMNS, Province, made, person
from banyan.ledger.models import Leaf

RARE = "\U00020bb7\u3400"


def people(number: int, first: int = 0) -> list[list[str]]:
    return [person(one) for one in range(first, first + number)]


def served(province: Province) -> list[str]:
    """The keys of the present version."""
    load = queries.published_load(province.resource)
    return [row.key for row in queries.rows(load)] if load else []


def rules_of(refused: Refused) -> set[str]:
    return {one.rule for one in refused.refusals}


@pytest.mark.norm("25.1-b")
def test_a_good_file_becomes_the_present_version(province: Province, tmp_path: Path) -> None:
    report = load_file(province.officer, province.resource, province.file(tmp_path, people(3)))
    assert (report.rows_read, report.rows_good, report.rows_bad, report.published) == (3, 3, 0, True)
    load = queries.published_load(province.resource)
    assert load is not None
    row = queries.row(load, person(1)[0])
    assert row is not None
    assert row.region == "350102"
    assert json.loads(row.data) == dict(zip(PEOPLE_COLUMNS, person(1), strict=True))


@pytest.mark.norm("6.1-d")
def test_publishing_says_on_the_resource_that_its_data_is_new(province: Province, tmp_path: Path) -> None:
    load_file(province.officer, province.resource, province.file(tmp_path, people(1)))
    assert Resource.objects.get(pk=province.resource.pk).updated_on == clock.today()


def test_the_ledger_entry_names_the_digest_of_the_rows(province: Province, tmp_path: Path) -> None:
    load_file(province.officer, province.resource, province.file(tmp_path, people(2)))
    load = queries.published_load(province.resource)
    entry = Entry.objects.get(act="lake.publish_load")
    assert load is not None
    assert entry.given["rows_digest"] == load.rows_digest
    assert entry.words["on.rows_good"] == "2"
    assert queries.rows_are_intact(load)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_reads_names_of_four_bytes_in_either_encoding(
    province: Province, tmp_path: Path, encoding: str
) -> None:
    file = province.file(tmp_path, [person(1, 姓名=RARE)], encoding=encoding)
    load_file(province.officer, province.resource, file)
    assert json.loads(Row.objects.get().data)["姓名"] == RARE


def test_reads_a_workbook(province: Province, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for cells in (PEOPLE_COLUMNS, person(1), [*person(2)[:3], date(1990, 1, 2), "350102", 10000000002]):
        book.worksheets[0].append(cells)
    book.save(tmp_path / "people.xlsx")
    report = load_file(province.officer, province.resource, tmp_path / "people.xlsx")
    load = queries.published_load(province.resource)
    assert (report.rows_good, report.rows_bad) == (2, 0)
    assert load is not None
    row = queries.row(load, person(2)[0])
    assert row is not None
    assert json.loads(row.data)["出生日期"] == "1990-01-02"
    assert json.loads(row.data)["联系电话"] == "10000000002"


@pytest.mark.norm("17.2-b")
def test_bad_rows_wait_in_quarantine_with_their_faults(province: Province, tmp_path: Path) -> None:
    wrong = person(50, 姓名="", 出生日期="1990-02-30")
    report = load_file(province.officer, province.resource, province.file(tmp_path, [*people(20), wrong]))
    assert report.published
    assert (report.rows_bad, dict(report.faults)) == (1, {"required": 1, "date": 1})
    waiting = QuarantinedRow.objects.get()
    assert waiting.line == 22
    assert waiting.data["公民身份号码"] == wrong[0]
    assert {fault["field"] for fault in waiting.faults} == {"姓名", "出生日期"}
    assert "1 in quarantine" in report.words()
    assert report.plain()["rows_read"] == 21


def test_the_next_version_takes_the_place_of_the_former(province: Province, tmp_path: Path) -> None:
    for first in (0, 10):
        load_file(province.officer, province.resource, province.file(tmp_path, people(2, first)))
    assert province.states() == ["superseded", "published"]
    assert sorted(served(province)) == sorted(person(one)[0] for one in (10, 11))


@pytest.mark.norm("17.2-b")
def test_too_many_bad_rows_leave_the_former_version(province: Province, tmp_path: Path) -> None:
    load_file(province.officer, province.resource, province.file(tmp_path, people(3)))
    before = served(province)
    bad = [person(one, 姓名="") for one in range(40, 42)]
    report = load_file(province.officer, province.resource, province.file(tmp_path, [*people(8, 20), *bad]))
    assert not report.published
    assert "It is not published: 2 of 10 rows are bad, more than 10 %" in report.words()
    assert report.plain()["reason"].startswith("2 of 10 rows are bad")
    assert Load.objects.get(state="failed").rows_bad == 2
    assert province.states() == ["published", "failed"]
    assert served(province) == before
    assert Row.objects.count() == 3
    assert QuarantinedRow.objects.count() == 2


def test_a_file_without_a_good_row_leaves_the_former_version(province: Province, tmp_path: Path) -> None:
    load_file(province.officer, province.resource, province.file(tmp_path, people(1)))
    report = load_file(province.officer, province.resource, province.file(tmp_path, []))
    assert not report.published
    assert province.states() == ["published", "failed"]
    assert len(served(province)) == 1


def test_more_bad_rows_than_can_wait_end_the_load(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MOST_QUARANTINED", 2)
    file = province.file(tmp_path, [person(one, 姓名="") for one in range(3)])
    with pytest.raises(LoadFault, match="More than 2 rows"):
        load_file(province.officer, province.resource, file)
    assert province.states() == ["failed"]
    assert QuarantinedRow.objects.count() == 3


def test_a_fault_in_the_middle_of_the_file_leaves_nothing_of_it(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BATCH", 2)
    load_file(province.officer, province.resource, province.file(tmp_path, people(1)))
    file = province.file(tmp_path, people(5, 10))
    file.write_bytes(file.read_bytes() + b'"torn"quote,\n')
    with pytest.raises(TableFault):
        load_file(province.officer, province.resource, file)
    assert province.states() == ["published", "failed"]
    assert served(province) == [person(0)[0]]
    assert Row.objects.count() == 1
    assert "CSV" in Load.objects.get(state="failed").reason


def test_stopping_in_the_middle_leaves_the_former_version(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BATCH", 2)
    load_file(province.officer, province.resource, province.file(tmp_path, people(1)))

    def stop(step: str, done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_file(province.officer, province.resource, province.file(tmp_path, people(5, 10)), tell=stop)
    assert province.states() == ["published", "failed"]
    assert served(province) == [person(0)[0]]
    assert Row.objects.count() == 1


def begun(province: Province) -> Progress:
    """A load of which three rows are stored, as a process leaves it that is killed."""
    entry = perform(
        begin_load, province.officer, resource=province.resource, file_name="p.csv", file_digest="sha256:0"
    )
    progress = rows.start(Load.objects.get(pk=made(entry)))
    rows.store(progress, [(str(one), "", "{}") for one in range(3)])
    return progress


def test_the_next_load_clears_away_one_that_died(province: Province, tmp_path: Path) -> None:
    begun(province)
    with clock.at(clock.now() + timedelta(minutes=6)):
        report = load_file(province.officer, province.resource, province.file(tmp_path, people(1)))
    assert report.published
    assert province.states() == ["failed", "published"]
    assert Row.objects.count() == 1


def test_a_load_that_lives_is_not_cleared_away(province: Province, tmp_path: Path) -> None:
    begun(province)
    assert clean_up() == 0
    with pytest.raises(Refused) as refused:
        load_file(province.officer, province.resource, province.file(tmp_path, people(1)))
    assert rules_of(refused.value) == {"lake.no_other_load_is_being_checked"}
    assert province.states() == ["checking"]


def test_of_two_loads_that_begin_at_once_one_goes_on(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("banyan.lake.queries.loads.running_load", lambda resource: None)
    begun(province)
    with pytest.raises(LoadFault, match="has just begun"):
        load_file(province.officer, province.resource, province.file(tmp_path, people(1)))
    assert province.states() == ["checking"]


def test_a_load_ended_by_somebody_else_writes_no_further(province: Province) -> None:
    progress = begun(province)
    perform(fail_load, province.officer, progress.load_id, reason="wrong file")
    with pytest.raises(rows.LoadEnded):
        rows.store(progress, [("9", "", "{}")])
    assert not Row.objects.filter(key="9").exists()
    clean_up()
    assert not Row.objects.exists()


def test_what_is_not_whole_cannot_be_published(province: Province) -> None:
    progress = begun(province)
    with pytest.raises(Refused) as refused:
        perform(publish_load, province.officer, progress.load_id, rows_digest="sha256:0")
    assert "lake.every_row_was_checked" in rules_of(refused.value)


def test_only_the_digest_that_was_counted_is_published(province: Province) -> None:
    progress = begun(province)
    progress.finished, progress.rows_digest = True, "sha256:1"
    rows.beat(progress)
    with pytest.raises(Refused) as refused:
        perform(publish_load, province.officer, progress.load_id, rows_digest="sha256:2")
    assert rules_of(refused.value) == {"lake.rows_are_those_that_were_checked"}


@pytest.mark.norm("17.2-b")
def test_only_the_body_that_holds_a_resource_loads_it(province: Province, tmp_path: Path) -> None:
    file = province.file(tmp_path, people(1))
    with pytest.raises(Invalid, match="no record"):
        load_file(province.stranger, province.resource, file)
    watching = Body.objects.get(kind=Body.Kind.MANAGING)
    given: dict[str, Any] = {
        "name": "王示例",
        "user_name": "watcher",
        "kind": "data_officer",
        "since": date(2026, 1, 1),
    }
    perform(appoint_officer, SYSTEM, watching, **given)
    with pytest.raises(Refused) as refused:
        load_file(actor_by_user_name("watcher"), province.resource, file)
    assert rules_of(refused.value) == {"lake.resource_is_ones_own"}
    assert Load.objects.count() == 0


@pytest.mark.norm("17.2-a")
def test_only_a_catalogued_resource_is_loaded(province: Province, tmp_path: Path) -> None:
    perform(withdraw_resource, province.cataloguer, province.resource, reason="…")
    with pytest.raises(Refused) as refused:
        load_file(SYSTEM, province.resource, province.file(tmp_path, people(1)))
    assert rules_of(refused.value) == {"lake.resource_is_in_the_catalogue"}


@pytest.mark.norm("22.1-b")
def test_a_file_marked_secret_is_not_stored(province: Province, tmp_path: Path) -> None:
    file = province.file(tmp_path, people(1), name="人员名单（机密★10年）.csv")
    with pytest.raises(Refused) as refused:
        load_file(province.officer, province.resource, file)
    assert rules_of(refused.value) == {"lake.file_is_not_secret"}
    assert Load.objects.count() == 0
    assert b"digest" not in bytes(
        Leaf.objects.get(pk=Entry.objects.get(pk=refused.value.entry or 0).leaf).data
    )


@pytest.mark.norm("22.1-b")
@pytest.mark.parametrize("torn", [False, True])
def test_a_row_marked_secret_ends_its_load_and_nothing_of_the_file_stays(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, torn: bool
) -> None:
    monkeypatch.setattr(rows, "BATCH", 2)
    marked = people(4)
    marked[1][0] = "不是号码"
    marked[3][1] = "机 密 ★ 20年"
    marked[3] += ["多一格"] * torn
    with pytest.raises(MarkedSecret, match="Row 5"):
        load_file(province.officer, province.resource, province.file(tmp_path, marked))
    assert Load.objects.get().state == "failed"
    assert (QuarantinedRow.objects.count(), Row.objects.count()) == (0, 0)


def test_columns_that_do_not_fit_begin_no_load(province: Province, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("姓名,年龄\n张三,7\n", encoding="utf-8")
    with pytest.raises(ColumnsFault, match="Unknown: 年龄"):
        load_file(province.officer, province.resource, file)
    assert Load.objects.count() == 0


def test_tells_how_far_it_is(province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BATCH", 2)
    told: list[tuple[str, int, int]] = []
    file = province.file(tmp_path, people(5))
    load_file(province.officer, province.resource, file, tell=lambda *far: told.append(far))
    size = file.stat().st_size
    assert [step for step, _, _ in told] == ["checking", "checking", "checking", "digest"]
    assert told[-1][1:] == (size, size)


def test_the_digest_is_that_of_the_rows_in_the_order_of_their_keys(
    province: Province, tmp_path: Path
) -> None:
    for order in (people(5), people(5)[::-1]):
        load_file(province.officer, province.resource, province.file(tmp_path, order))
    first, second = Load.objects.order_by("number")
    assert first.rows_digest == second.rows_digest
    assert first.file_digest != second.file_digest


@pytest.mark.parametrize("change", ["data", "key", "region", "missing", "more"])
def test_any_change_to_the_stored_rows_shows(province: Province, tmp_path: Path, change: str) -> None:
    load_file(province.officer, province.resource, province.file(tmp_path, people(5)))
    load = queries.published_load(province.resource)
    assert load is not None
    some = Row.objects.filter(load=load, key=person(3)[0])
    if change == "data":
        some.update(data=some.get().data.replace("张试3", "张试4"))
    elif change == "key":
        some.update(key=person(3)[0] + "0")
    elif change == "region":
        some.update(region="350103")
    elif change == "missing":
        some.delete()
    else:
        Row.objects.create(load=load, key="9", data="{}")
    assert not queries.rows_are_intact(load)


def test_a_published_file_is_named_by_its_digest(province: Province, tmp_path: Path) -> None:
    file = province.file(tmp_path, people(1))
    load_file(province.officer, province.resource, file, file_name="upload.csv")
    load = Load.objects.get()
    assert load.file_name == "upload.csv"
    assert load.file_digest == f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
