"""Bad rows are corrected by their custodian and enter the next version; nothing of them is lost on the way."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.models import Entry
from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.kit.worktime import BEIJING
from banyan.lake.acts.loads import correct_row
from banyan.lake.loading import load_file, replay
from banyan.lake.models import Load, QuarantinedRow
from banyan.lake.monitors import load_is_stuck, quarantine_is_not_corrected
from banyan.lake.queries import quarantine, rows
from banyan.lake.tests.factories import Province, person
from banyan.lake.tests.test_loading import begun, rules_of, served

MONDAY = datetime(2026, 11, 2, 10, tzinfo=BEIJING)


@pytest.fixture
def load(province: Province, tmp_path: Path) -> Load:
    """A version of 30 rows, with rows 32 (no name), 33 (no such day) and 34 (a key twice) in quarantine."""
    rows = [person(one) for one in range(30)]
    bad = [person(50, 姓名=""), person(51, 出生日期="1990-02-30"), person(1, 姓名="张试双")]
    with clock.at(MONDAY):
        load_file(province.officer, province.resource, province.file(tmp_path, [*rows, *bad]))
    return Load.objects.get()


def at(load: Load, line: int) -> QuarantinedRow:
    """The row of this line in the quarantine of a load."""
    return QuarantinedRow.objects.get(load=load, line=line)


def correct(province: Province, load: Load, line: int, **corrected: str) -> Entry:
    return perform(correct_row, province.officer, load, row=at(load, line), corrected=corrected)


@pytest.mark.norm("17.2-b")
def test_a_corrected_row_enters_the_next_version(province: Province, load: Load) -> None:
    correct(province, load, 32, 姓名="张试名")
    report = replay(province.officer, load)
    assert (report.rows_good, report.rows_bad, report.published, report.version) == (31, 2, True, 2)
    new = rows.published_load(province.resource)
    assert new is not None
    assert new.replays == load
    row = rows.row(new, person(50)[0])
    assert row is not None
    assert json.loads(row.data)["姓名"] == "张试名"
    assert rows.rows_are_intact(new)
    assert province.states() == ["superseded", "published"]


def test_only_the_present_version_is_corrected_and_replayed(
    province: Province, load: Load, tmp_path: Path
) -> None:
    correct(province, load, 32, 姓名="张试名")
    load_file(province.officer, province.resource, province.file(tmp_path, [person(60)]))
    with pytest.raises(Refused) as refused:
        correct(province, load, 33, 出生日期="1990-02-03")
    assert rules_of(refused.value) == {"acts.state_allows_it"}
    with pytest.raises(Refused) as refused:
        replay(province.officer, load)
    assert rules_of(refused.value) == {"lake.load_is_the_present_version"}
    assert served(province) == [person(60)[0]]


def test_rows_not_corrected_wait_on_in_the_next_version(province: Province, load: Load) -> None:
    correct(province, load, 32, 姓名="张试名")
    with clock.at(MONDAY + timedelta(days=1)):
        replay(province.officer, load)
    new = rows.published_load(province.resource)
    assert new is not None
    waiting = {row.line: row for row in quarantine.waiting(new)}
    assert set(waiting) == {33, 34}
    assert waiting[33].since == MONDAY
    assert waiting[33].faults == QuarantinedRow.objects.get(load=load, line=33).faults
    assert not quarantine.waiting(load).exists()


def test_a_correction_may_give_a_row_another_key(province: Province, load: Load) -> None:
    correct(province, load, 34, 公民身份号码=person(52)[0])
    assert replay(province.officer, load).rows_good == 31
    assert person(52)[0] in served(province)


def test_a_row_whose_key_is_still_taken_goes_back_to_quarantine(province: Province, load: Load) -> None:
    correct(province, load, 34, 姓名="张试单")
    report = replay(province.officer, load)
    assert (report.rows_good, report.rows_bad) == (30, 3)
    new = rows.published_load(province.resource)
    assert new is not None
    assert quarantine.waiting(new).get(line=34).faults[0]["rule"] == "duplicate_key"


def test_two_corrected_rows_cannot_have_the_same_key(province: Province, load: Load) -> None:
    correct(province, load, 32, 姓名="张试名")
    correct(province, load, 34, 公民身份号码=person(50)[0])
    assert replay(province.officer, load).rows_good == 31


def test_a_correction_may_be_made_in_steps(province: Province, load: Load) -> None:
    correct(province, load, 32, 姓名="张试名")
    correct(province, load, 32, 性别="2")
    row = QuarantinedRow.objects.get(load=load, line=32)
    assert row.corrected == {"姓名": "张试名", "性别": "2"}
    assert row.data["姓名"] == ""


def test_corrected_values_may_be_written_one_a_line(province: Province, load: Load) -> None:
    perform(correct_row, province.officer, load, row=at(load, 32), corrected="姓名：张试名\n性别 = 2")
    assert QuarantinedRow.objects.get(load=load, line=32).corrected == {"姓名": "张试名", "性别": "2"}
    with pytest.raises(Invalid, match="Line 2: write a name, a colon and its value"):
        perform(correct_row, province.officer, load, row=at(load, 33), corrected="姓名：张试名\n1990-02-03")


def test_what_is_still_wrong_is_refused_at_once(province: Province, load: Load) -> None:
    with pytest.raises(Refused, match="出生日期 is not a date") as refused:
        correct(province, load, 33, 出生日期="1990-02-31")
    assert rules_of(refused.value) == {"lake.correction_keeps_the_rules"}


def test_nothing_is_corrected_while_a_version_is_being_checked(province: Province, load: Load) -> None:
    begun(province)
    with pytest.raises(Refused) as refused:
        correct(province, load, 32, 姓名="张试名")
    assert rules_of(refused.value) == {"lake.no_other_load_is_being_checked"}


def test_an_item_that_does_not_exist_is_refused(province: Province, load: Load) -> None:
    with pytest.raises(Refused, match="no item 年龄"):
        correct(province, load, 33, 年龄="7")


@pytest.mark.parametrize("value", ["张试\x00", 1990, None])
def test_corrected_values_are_text(province: Province, load: Load, value: Any) -> None:
    with pytest.raises(Invalid, match="as text"):
        perform(correct_row, province.officer, load, row=at(load, 32), corrected={"姓名": value})


def test_the_row_is_chosen_from_those_that_wait(province: Province, load: Load, client: Client) -> None:
    officer = Officer.objects.get(pk=province.officer.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    page = client.get(f"/lake/loads/{load.pk}/correct-row/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    for line in (32, 33, 34):
        assert re.search(rf'value="{at(load, line).pk}"[^§]*?Row {line}:', page)
    settled = at(load, 33)
    correct(province, load, 32, 姓名="张试名")
    replay(province.officer, load)
    with pytest.raises(Invalid) as invalid:
        perform(
            correct_row, province.officer, Load.objects.get(number=2), row=settled, corrected={"姓名": "甲"}
        )
    assert set(invalid.value.fields) == {"row"}


def test_only_the_custodian_corrects(province: Province, load: Load) -> None:
    with pytest.raises(Refused) as refused:
        perform(correct_row, province.stranger, load, row=at(load, 32), corrected={"姓名": "张试名"})
    assert "acts.office_may" in rules_of(refused.value)


def test_the_values_of_a_correction_are_personal(province: Province, load: Load) -> None:
    entry = correct(province, load, 32, 姓名="张试名")
    assert entry.personal == {"corrected": {"姓名": "张试名"}}
    assert "张试名" not in json.dumps([entry.given, entry.words], ensure_ascii=False)


def test_nothing_is_replayed_before_something_is_corrected(province: Province, load: Load) -> None:
    with pytest.raises(Refused) as refused:
        replay(province.officer, load)
    assert rules_of(refused.value) == {"lake.something_was_corrected"}


def test_only_the_custodian_replays(province: Province, load: Load) -> None:
    correct(province, load, 32, 姓名="张试名")
    with pytest.raises(Invalid, match="no record"):
        replay(province.stranger, load)


def test_a_replay_that_is_stopped_leaves_the_quarantine_as_it_was(province: Province, load: Load) -> None:
    correct(province, load, 32, 姓名="张试名")

    def stop(step: str, done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replay(province.officer, load, tell=stop)
    assert province.states() == ["published", "failed"]
    assert quarantine.waiting(load).count() == 3
    assert replay(province.officer, load).published


@pytest.mark.norm("17.2-b")
def test_rows_that_wait_too_long_are_a_lapse(province: Province, load: Load) -> None:
    due = datetime(2026, 11, 9, 23, tzinfo=BEIJING)
    assert list(quarantine_is_not_corrected.watch(due)) == []
    [lapse] = quarantine_is_not_corrected.watch(due + timedelta(days=1))
    assert (lapse.body, lapse.object_id, lapse.facts["rows"]) == (load.body_id, load.pk, 3)
    correct(province, load, 32, 姓名="张试名")
    with clock.at(due):
        replay(province.officer, load)
    [later] = quarantine_is_not_corrected.watch(due + timedelta(days=1))
    assert (later.key, later.facts["rows"]) == (lapse.key, 2)


@pytest.mark.norm("6.1-d")
def test_a_load_without_a_sign_of_life_is_a_lapse(province: Province) -> None:
    with clock.at(MONDAY):
        progress = begun(province)
    assert list(load_is_stuck.watch(MONDAY + timedelta(minutes=59))) == []
    assert [lapse.object_id for lapse in load_is_stuck.watch(MONDAY + timedelta(minutes=61))] == [
        progress.load_id
    ]
