"""Bodies rate the units that work for them and get replies; departments instruct them (articles 7, 33, 35)."""

from datetime import date, timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.models import Duty
from banyan.acts.queries import open_findings_of
from banyan.operations.acts import levels, service
from banyan.operations.models import Commission, Instruction, Rating, ServiceLevel, ServiceRequest
from banyan.operations.monitors.service import rating_is_missing
from banyan.operations.periods import ended, running, to_rate
from banyan.operations.queries.measured import late_replies
from banyan.operations.tests.scene import DAY, NOW, Scene, found
from tests import province

pytestmark = pytest.mark.django_db
BEGIN = date(2026, 1, 31)


def rate(scene: Scene, commission: Commission, score: int = 4) -> None:
    perform(service.rate_service, scene.owner, commission, score=score, remark="响应及时")


@pytest.mark.norm("35.1-a")
def test_a_period_is_rated_once_from_one_to_five() -> None:
    scene = Scene()
    commission = scene.commissioned()
    with pytest.raises(Refused) as refused:
        rate(scene, commission, score=6)
    assert [one.rule for one in refused.value.refusals] == ["operations.score_is_one_to_five"]
    rate(scene, commission)
    with pytest.raises(Refused) as refused:
        rate(scene, commission)
    assert [one.rule for one in refused.value.refusals] == ["operations.period_is_rated_once"]
    rating = Rating.objects.get()
    assert (rating.since, rating.until) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.norm("35.1-a")
def test_only_the_body_that_is_served_rates() -> None:
    scene = Scene()
    commission = scene.commissioned()
    with pytest.raises(Refused):
        perform(service.rate_service, scene.operator, commission, score=5, remark="自评")


@pytest.mark.norm("35.1-a")
def test_a_missing_rating_stands_on_the_desk_of_the_body_until_it_is_given() -> None:
    scene = Scene()
    commission = scene.commissioned()
    assert found(rating_is_missing) == []
    with clock.at(NOW + timedelta(days=60)):
        (finding,) = found(rating_is_missing)
        assert list(open_findings_of([scene.unit.pk])) == [finding]
        rate(scene, commission)
        assert found(rating_is_missing) == []
        rate(scene, commission)
    assert list(Rating.objects.order_by("since").values_list("since", flat=True)) == [
        date(2026, 1, 1),
        date(2027, 1, 1),
    ]


def test_periods_are_counted_from_the_beginning_of_the_commission() -> None:
    assert running(BEGIN, date(2026, 1, 30), 6) == -1
    assert running(BEGIN, date(2026, 7, 30), 6) == 0
    assert running(BEGIN, date(2026, 7, 31), 6) == 1
    assert ended(BEGIN, date(2026, 7, 30), 6) is None
    last = ended(BEGIN, date(2026, 8, 1), 6)
    assert last
    assert (last.since, last.until) == (BEGIN, date(2026, 7, 30))
    assert to_rate(BEGIN, date(2026, 8, 1), 6, frozenset()) == last
    following = to_rate(BEGIN, date(2026, 8, 1), 6, frozenset({BEGIN}))
    assert following
    assert following.since == date(2026, 7, 31)
    assert to_rate(BEGIN, date(2026, 8, 1), 6, frozenset({BEGIN, following.since})) is None


@pytest.mark.norm("33.2-b")
def test_a_request_is_replied_to_within_its_clock() -> None:
    scene = Scene()
    commission = scene.commissioned()
    made = perform(service.ask_service, scene.owner, commission=commission.pk, what="开通账号").on
    duty = Duty.objects.get(noun="operations.servicerequest")
    assert duty.body == scene.cloud.pk
    assert duty.due_at.date() == DAY + timedelta(days=1)
    perform(service.reply_service, scene.operator, made, reply="已开通")
    assert not Duty.objects.filter(noun="operations.servicerequest", closed_at=None).exists()
    perform(service.ask_service_again, scene.owner, made, why="仍不能登录")
    assert Duty.objects.filter(noun="operations.servicerequest", closed_at=None).exists()
    perform(service.reply_service, scene.operator, made, reply="已处理")
    perform(service.close_service, scene.owner, made)
    assert ServiceRequest.objects.get().state == "closed"


@pytest.mark.norm("33.2-b")
def test_a_service_is_asked_under_the_own_commission() -> None:
    scene = Scene()
    commission = scene.commissioned()
    other = province.officer(province.body("福建省水利厅"), "head")
    watcher = province.officer(scene.managing, "head")
    with pytest.raises(Refused) as refused:
        perform(service.ask_service, watcher, commission=commission.pk, what="开通账号")
    assert [one.rule for one in refused.value.refusals] == [
        "operations.service_is_asked_under_the_own_commission"
    ]
    with pytest.raises(Invalid, match="no record"):
        perform(service.ask_service, other, commission=commission.pk, what="开通账号")


@pytest.mark.norm("33.1-c", "33.2-b")
def test_replies_later_than_agreed_are_counted() -> None:
    scene = Scene()
    commission = scene.commissioned()
    level = perform(
        levels.agree_service_level,
        scene.owner,
        commission=commission.pk,
        system=scene.system.pk,
        availability="99.5",
        response_ms=500,
        reply_hours=8,
    ).on
    quick = perform(service.ask_service, scene.owner, commission=commission.pk, what="甲").on
    perform(service.reply_service, scene.operator, quick, reply="好")
    slow = perform(service.ask_service, scene.owner, commission=commission.pk, what="乙").on
    with clock.at(NOW + timedelta(hours=9)):
        perform(service.reply_service, scene.operator, slow, reply="好")
        assert late_replies(ServiceLevel.objects.get(pk=level), DAY.replace(day=1)) == 1


@pytest.mark.norm("7.1-c")
def test_an_instruction_is_replied_to_returned_and_accepted() -> None:
    scene = Scene()
    given: dict[str, Any] = {"unit": scene.cloud.pk, "title": "报送巡检记录", "demand": "报送十一月巡检记录"}
    made = perform(service.instruct_unit, scene.office, **given).on
    duty = Duty.objects.get(noun="operations.instruction")
    assert (duty.body, duty.due_at.date()) == (scene.cloud.pk, date(2026, 12, 1))
    perform(service.reply_instruction, scene.operator, made, reply="见附件")
    perform(service.return_reply, scene.office, made, opinion="缺二十日记录")
    perform(service.reply_instruction, scene.operator, made, reply="已补齐")
    perform(service.accept_reply, scene.office, made)
    assert Instruction.objects.get().state == "closed"


@pytest.mark.norm("7.1-c")
def test_a_department_instructs_units_of_its_region_only() -> None:
    scene = Scene()
    county = province.body("鼓楼区大数据局", region="350102", kind="managing_department")
    with pytest.raises(Refused) as refused:
        perform(
            service.instruct_unit,
            province.officer(county, "head"),
            unit=scene.cloud.pk,
            title="报送",
            demand="报送",
        )
    assert [one.rule for one in refused.value.refusals] == [
        "operations.department_instructs_units_of_its_region"
    ]
