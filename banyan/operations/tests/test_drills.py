"""Emergency drills are planned, taken part in, and what they find out is fixed (articles 32.3 and 37)."""

from datetime import timedelta

import pytest
from django.utils.translation import gettext, override

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.operations.acts import drills
from banyan.operations.models import Drill, DrillPart
from banyan.operations.monitors.drills import drill_is_missing
from banyan.operations.tests.scene import DAY, NOW, Scene, found

pytestmark = pytest.mark.django_db


def plan(scene: Scene, days: int = 10) -> Drill:
    made = perform(
        drills.plan_drill,
        scene.office,
        title="政务云中断演练",
        scenario="主中心断电，切换到备份中心",
        planned_on=clock.today() + timedelta(days=days),
        bodies=[scene.unit.pk, scene.cloud.pk],
    ).on
    return Drill.objects.get(pk=made)


@pytest.mark.norm("32.3-e", "37.1-b")
def test_a_drill_is_planned_held_and_finished_when_what_it_found_is_fixed() -> None:
    scene = Scene()
    drill = plan(scene)
    with pytest.raises(Refused) as refused:
        perform(drills.record_drill, scene.office, drill, held_on=DAY + timedelta(days=10))
    assert [one.rule for one in refused.value.refusals] == ["operations.drill_has_been_held"]
    with clock.at(NOW + timedelta(days=10)):
        part = drill.parts.get(body=scene.unit)
        perform(drills.confirm_part, scene.owner, part, did="切换业务并核对数据")
        perform(drills.mark_absent, scene.office, drill.parts.get(body=scene.cloud))
        perform(drills.record_drill, scene.office, drill, held_on=clock.today(), found="切换用时超过三十分钟")
        drill = Drill.objects.get()
        assert drill.state == "held"
        perform(drills.finish_drill, scene.office, drill, fixed="改为自动切换")
    assert Drill.objects.get().state == "fixed"
    assert set(DrillPart.objects.values_list("state", flat=True)) == {"took_part", "absent"}


@pytest.mark.norm("32.3-e")
def test_what_is_confirmed_is_refused_a_second_time_in_a_whole_sentence() -> None:
    scene = Scene()
    part = plan(scene).parts.get(body=scene.unit)
    with clock.at(NOW + timedelta(days=10)):
        perform(drills.confirm_part, scene.owner, part, did="切换业务并核对数据")
        with pytest.raises(Refused) as refused:
            perform(drills.confirm_part, scene.owner, part.pk, did="再次")
    with override("en"):
        said = refused.value.refusals[0].because.render(gettext)
    assert said.startswith("The state of “")
    assert said.endswith("is “took part”.")


@pytest.mark.norm("37.1-b")
def test_a_body_without_a_drill_in_the_period_is_found_until_it_takes_part_in_one() -> None:
    scene = Scene()
    scene.live()
    assert found(drill_is_missing) == []
    with clock.at(NOW + timedelta(days=400)):
        (finding,) = found(drill_is_missing)
        assert finding.body == scene.unit.pk
        drill = plan(scene, days=0)
        perform(drills.record_drill, scene.office, drill, held_on=clock.today())
        assert len(found(drill_is_missing)) == 1
        perform(drills.confirm_part, scene.owner, drill.parts.get(body=scene.unit), did="参加")
        assert found(drill_is_missing) == []
