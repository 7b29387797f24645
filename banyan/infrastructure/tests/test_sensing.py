"""Article 14.3: sensing resources are reported, decided, and used again before new ones are set up."""

from datetime import date
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.models import Duty
from banyan.bodies.models import Region
from banyan.infrastructure.acts import sensing
from banyan.infrastructure.models import SensingAccess, SensingResource
from banyan.infrastructure.tests.stage import NOW, TODAY, Cast, found, refused_by

pytestmark = pytest.mark.django_db


def _given(**more: Any) -> dict[str, Any]:
    region = Region.objects.get(code="350102").pk
    return {
        "name": "摄像头",
        "kind": "camera",
        "number": 8,
        "region": region,
        "place": "五一广场",
        "purpose": "客流",
        **more,
    }


def _in_use(officer: Actor, **more: Any) -> int:
    return perform(sensing.enter_sensing_resource, officer, **_given(**more)).on


@pytest.mark.norm("14.3-b", "14.3-c")
def test_a_new_one_is_reported_and_decided_in_time_before_it_is_used() -> None:
    cast = Cast()
    with clock.at(NOW):
        made = perform(sensing.report_sensing_resource, cast.local, **_given()).on
        duty = Duty.objects.get(parameter="sensing_report.decide")
        assert (duty.body, duty.due_at.date()) == (cast.county.pk, date(2026, 12, 8))
        assert "acts.state_allows_it" in refused_by(
            sensing.put_sensing_into_use, cast.local, made, in_use_since=TODAY
        )
        assert "acts.office_may" in refused_by(
            sensing.approve_sensing_resource, cast.city_office, made, answer="同意"
        )
        perform(sensing.approve_sensing_resource, cast.county_office, made, answer="同意，纳入统筹")
        assert refused_by(sensing.put_sensing_into_use, cast.local, made, in_use_since=date(2027, 1, 1)) == {
            "infrastructure.in_use_since_a_day_past"
        }
        perform(sensing.put_sensing_into_use, cast.local, made, in_use_since=TODAY)
        assert found("infrastructure.sensing_is_set_up_without_a_report") == 0
    assert SensingResource.objects.get().state == "in_use"


@pytest.mark.norm("14.3-c", "14.3-a")
def test_what_stands_at_the_place_is_offered_and_access_dispatched() -> None:
    cast = Cast()
    with clock.at(NOW):
        standing = _in_use(cast.county_office)
        elsewhere = _in_use(cast.county_office, kind="water", place="西湖")
        made = perform(sensing.report_sensing_resource, cast.local, **_given()).on
        assert refused_by(sensing.approve_sensing_resource, cast.county_office, made, answer="同意") == {
            "infrastructure.what_stands_there_is_weighed"
        }
        assert refused_by(sensing.offer_existing, cast.county_office, made, existing=elsewhere) == {
            "infrastructure.what_is_offered_stands_there"
        }
        perform(sensing.offer_existing, cast.county_office, made, existing=standing)
        assert refused_by(sensing.ask_sensing_access, cast.local, resource=made, purpose="客流") == {
            "infrastructure.access_is_to_what_others_use"
        }
        asked = perform(sensing.ask_sensing_access, cast.local, resource=standing, purpose="客流").on
        assert "acts.office_may" in refused_by(sensing.dispatch_sensing_access, cast.local, asked)
        perform(sensing.dispatch_sensing_access, cast.county_office, asked, until=date(2027, 1, 1))
        assert found("infrastructure.sensing_access_is_past_its_end") == 0
    with clock.at(NOW.replace(year=2027, month=1, day=2)):
        assert found("infrastructure.sensing_access_is_past_its_end") == 1
        perform(sensing.end_sensing_access, cast.county_office, asked)
        assert found("infrastructure.sensing_access_is_past_its_end") == 0
    assert SensingAccess.objects.get().state == "ended"


@pytest.mark.norm("14.3-c")
def test_a_department_may_approve_beside_what_stands_with_the_reason() -> None:
    cast = Cast()
    _in_use(cast.county_office)
    made = perform(sensing.report_sensing_resource, cast.local, **_given()).on
    perform(
        sensing.approve_sensing_resource,
        cast.county_office,
        made,
        answer="同意",
        why_not_existing="角度不够",
    )
    assert "角度不够" in SensingResource.objects.get(pk=made).answer


@pytest.mark.norm("14.3-c")
def test_access_may_be_refused_with_the_reason() -> None:
    cast = Cast()
    standing = _in_use(cast.county_office)
    asked = perform(sensing.ask_sensing_access, cast.local, resource=standing, purpose="客流").on
    perform(sensing.refuse_sensing_access, cast.county_office, asked, answer="涉及未成年人场所")
    assert SensingAccess.objects.get().state == "refused"
