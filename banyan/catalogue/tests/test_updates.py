"""Article 16.1: the catalogues follow a body's functions; a change opens an update with a due date."""

from datetime import timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Finding
from banyan.acts.reaction import follow
from banyan.acts.sweep import sweep
from banyan.bodies.acts import abolish_body
from banyan.bodies.models import Body
from banyan.catalogue.acts import collection, updates
from banyan.catalogue.models import UpdateTask
from tests import province

pytestmark = [pytest.mark.django_db, pytest.mark.norm("16.1-c")]
CLOCK = "collection_catalogue.update"


def _refused(act: Act, actor: Actor, on: Any = None, **given: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        perform(act, actor, on, **given)
    return {one.rule for one in refused.value.refusals}


def _opened(unit: Body, event: str = "law") -> UpdateTask:
    managing = unit.managing or province.body("鼓楼区数字办", "350102", "managing_department")
    officer = province.officer(managing, "catalogue_officer")
    made = perform(updates.open_update, officer, body=unit, event=event, about="新修订的条例施行").on
    return UpdateTask.objects.get(pk=made)


def test_a_change_of_functions_opens_an_update_that_the_body_owes_by_a_day() -> None:
    unit = province.body("鼓楼区民政局", "350102")
    task = _opened(unit)
    duty = Duty.objects.get(parameter=CLOCK)
    assert (duty.body, duty.norm, task.owner) == (unit.pk, "16.1-c", unit)
    perform(updates.finish_update, province.officer(unit, "form_designer"), task, changes="撤下2项，新增1项")
    duty.refresh_from_db()
    task.refresh_from_db()
    assert (task.state, task.changes) == ("done", "撤下2项，新增1项")
    assert duty.closed_at is not None


def test_an_update_that_is_not_done_in_time_is_a_finding() -> None:
    unit = province.body("鼓楼区民政局", "350102")
    _opened(unit)
    sweep()
    assert not Finding.objects.filter(norm="16.1-c").exists()
    with clock.at(clock.now() + timedelta(days=30)):
        sweep()
    finding = Finding.objects.get(norm="16.1-c")
    assert (finding.body, finding.state) == (unit.pk, "open")


def test_an_abolished_body_leaves_its_entries_to_the_managing_department_until_all_are_withdrawn() -> None:
    unit = province.body("鼓楼区民政局", "350102")
    item = province.effective_item(unit, "银行账号")
    follow(perform(abolish_body, SYSTEM, unit, reason="并入鼓楼区社会工作部"))
    task = UpdateTask.objects.get()
    managing = Body.objects.get(kind="managing_department")
    assert (task.owner, task.event, task.about) == (managing, "abolished", "并入鼓楼区社会工作部")
    assert Duty.objects.get(parameter=CLOCK).body == task.owner.pk
    clerk = province.officer(task.owner, "catalogue_officer")
    assert _refused(updates.finish_update, clerk, task, changes="已全部撤下") == {
        "catalogue.nothing_of_an_abolished_body_stands"
    }
    perform(collection.withdraw_item, clerk, item, reason="机构撤销")
    perform(updates.finish_update, clerk, task, changes="已全部撤下")
    assert UpdateTask.objects.get().state == "done"


def test_abolishing_a_body_without_entries_opens_nothing() -> None:
    unit = province.body("鼓楼区民政局", "350102")
    follow(perform(abolish_body, SYSTEM, unit, reason="撤销"))
    assert not UpdateTask.objects.exists()


def test_a_department_opens_updates_within_its_region_only() -> None:
    unit = province.body("鼓楼区民政局", "350102")
    other = province.body("台江区数字办", "350103", "managing_department")
    given = {"body": unit, "event": "merged", "about": "职能划入"}
    assert _refused(updates.open_update, province.officer(other, "catalogue_officer"), **given) == {
        "catalogue.updated_body_is_of_the_own_region"
    }
