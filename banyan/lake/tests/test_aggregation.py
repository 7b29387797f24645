"""Article 6: a unit is asked to bring a resource together, is reminded, and hands in a load that is accepted."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.timezone import localtime

from banyan.acts import clock
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Entry, Finding
from banyan.acts.sweep import sweep
from banyan.bodies.models import Body
from banyan.catalogue.models import Resource
from banyan.lake.acts import aggregation
from banyan.lake.models import AggregationTask, Load
from banyan.lake.reminding import remind_units
from tests import province
from tests.monitor_cases.case import a

pytestmark = [pytest.mark.django_db, pytest.mark.norm("6.1-e")]
CLOCK = "aggregation.answer"


class Platform:
    """The provincial office that runs the platform, and a unit that holds a resource."""

    def __init__(self) -> None:
        province.body("省数字办", kind="managing_department")
        self.unit = province.body("福建省民政厅")
        self.resource: Resource = province.published_resource(self.unit)
        managing = Body.objects.get(kind="managing_department")
        self.office = province.officer(managing, "catalogue_officer")
        self.holder = province.officer(self.unit, "data_officer")

    def ask(self, **more: Any) -> AggregationTask:
        given = {"resource": self.resource, "about": "全量汇聚", **more}
        return AggregationTask.objects.get(pk=perform(aggregation.ask_aggregation, self.office, **given).on)

    def loaded(self, **more: Any) -> Load:
        load: Load = a(
            "lake.load", **{"resource": self.resource, "body": self.unit, "state": "published", **more}
        )
        return load


def _refused(act: Act, actor: Actor, on: Any = None, **given: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        perform(act, actor, on, **given)
    return {one.rule for one in refused.value.refusals}


def _in(days: int) -> date:
    return clock.today() + timedelta(days=days)


def _due() -> date:
    return localtime(Duty.objects.get(parameter=CLOCK, closed_at=None).due_at).date()


def test_a_task_is_owed_by_its_day_or_within_the_usual_time() -> None:
    platform = Platform()
    task = platform.ask()
    assert task.due_on == _due() > _in(10)
    other = province.published_resource(platform.unit, name="社会组织信息")
    second = platform.ask(resource=other, due_on=_in(40))
    duty = Duty.objects.get(parameter=CLOCK, object_id=second.pk)
    assert localtime(duty.due_at).date() == _in(40)
    assert (duty.body, duty.norm) == (platform.unit.pk, "6.1-e")


def test_a_load_is_handed_in_returned_and_accepted() -> None:
    platform = Platform()
    task = platform.ask(due_on=_in(20))
    hand_in = aggregation.hand_in_load
    assert _refused(hand_in, platform.holder, task, load=platform.loaded(state="superseded")) == {
        "lake.load_is_the_present_one_of_the_resource"
    }
    load = platform.loaded(number=2)
    perform(hand_in, platform.holder, task, load=load)
    perform(aggregation.return_aggregation, platform.office, task, remark="缺2025年以前数据", due_on=_in(30))
    assert _due() == _in(30)
    perform(hand_in, platform.holder, task, load=load)
    perform(aggregation.accept_aggregation, platform.office, task)
    task.refresh_from_db()
    assert (task.state, task.load, task.remark) == ("accepted", load, "缺2025年以前数据")
    assert not Duty.objects.filter(parameter=CLOCK, closed_at=None).exists()


def test_no_answer_leads_to_a_reminder_and_then_to_a_finding() -> None:
    platform = Platform()
    task = platform.ask(due_on=_in(20))
    assert remind_units() == 0
    with clock.at(clock.now() + timedelta(days=17)):
        assert (remind_units(), remind_units()) == (1, 0)
        sweep()
        assert not Finding.objects.filter(norm="6.1-e").exists()
    assert Entry.objects.filter(act="lake.remind_of_aggregation", object_id=task.pk).count() == 1
    with clock.at(clock.now() + timedelta(days=21)):
        sweep()
    finding = Finding.objects.get(norm="6.1-e")
    assert (finding.body, finding.noun) == (platform.unit.pk, "lake.aggregationtask")


def test_a_resource_is_asked_for_once_for_a_day_to_come_and_from_the_catalogue() -> None:
    platform = Platform()
    act = aggregation.ask_aggregation
    given = {"resource": platform.resource, "about": "全量汇聚"}
    assert _refused(act, platform.office, **given, due_on=_in(0)) == {"lake.day_is_still_to_come"}
    platform.ask()
    assert _refused(act, platform.office, **given) == {"lake.resource_is_asked_for_once"}
    draft = a("catalogue.resource")
    assert _refused(act, platform.office, resource=draft, about="全量汇聚") == {
        "lake.resource_to_bring_is_catalogued"
    }
