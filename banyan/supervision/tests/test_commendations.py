"""Commendations (article 9) and coordination cases (article 4)."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty
from banyan.acts.registry import registers
from banyan.acts.sweep import sweep
from banyan.bodies.models import Body
from banyan.law.inforce import in_force
from banyan.law.tests.trial_packs import write_overlay
from banyan.supervision.acts import commendations, coordination, orders
from banyan.supervision.models import Commendation, CoordinationCase
from banyan.supervision.queries.commendations import points_of, proposable
from banyan.supervision.tests.stage import Cast, found, refused_by

pytestmark = pytest.mark.django_db
YEAR: dict[str, Any] = {"since": date(2025, 1, 1), "merit": "率先归集共享"}


def _proposed(cast: Cast) -> Commendation:
    given = {**YEAR, "until": clock.today()}
    made = perform(commendations.propose_commendation, cast.inspector, body=cast.unit.pk, **given).on
    return Commendation.objects.get(pk=made)


@pytest.mark.norm("9.1-a")
def test_figures_propose_people_hear_and_the_government_commends_in_public() -> None:
    cast = Cast()
    commendation = _proposed(cast)
    assert (commendation.points, commendation.rank, commendation.peers) == (100, 1, 2)
    nobody = Actor(None, "")
    assert not registers["supervision.commendation"].visible(nobody).exists()
    with pytest.raises(Refused) as refused:
        perform(commendations.commend, cast.leader, commendation, decision="予以表彰")
    assert refused_by(refused) == {"acts.state_allows_it"}
    perform(commendations.hear_commendation, cast.inspector, commendation.pk, heard="公示五日无异议")
    perform(commendations.commend, cast.leader, commendation.pk, decision="予以表彰")
    assert registers["supervision.commendation"].visible(nobody).get().state == "commended"


@pytest.mark.norm("9.1-a")
def test_points_are_counted_by_what_the_law_pack_says_on_the_last_day(tmp_path: Path) -> None:
    cast = Cast()
    found(cast.unit)
    bodies = Body.objects.filter(pk=cast.unit.pk)
    today = clock.today()
    before, since = today - timedelta(days=30), today + timedelta(days=1)
    dearer = (
        "[commendation.finding]\nvalues = ["
        f'{{ value = 2, until = {today}, source = "editor", certainty = "A" }},'
        f'{{ value = 7, from = {since}, source = "editor", certainty = "A" }}]'
    )
    with in_force(write_overlay(tmp_path, parameters__toml=dearer)):
        assert points_of(bodies, before, today) == {cast.unit.pk: 98}
        assert points_of(bodies, before, since) == {cast.unit.pk: 93}


@pytest.mark.norm("9.1-a")
def test_nobody_is_commended_below_the_best_or_with_an_open_finding() -> None:
    cast = Cast()
    found(cast.unit)
    given = {**YEAR, "until": clock.today()}
    assert cast.unit not in proposable(None, cast.inspector)
    with pytest.raises(Refused) as refused:
        perform(commendations.propose_commendation, cast.inspector, body=cast.unit.pk, **given)
    assert refused_by(refused) == {
        "supervision.commended_body_has_no_open_finding",
        "supervision.figures_propose_the_body",
    }
    sweep()
    with pytest.raises(Refused) as refused:
        perform(commendations.propose_commendation, cast.inspector, body=cast.unit.pk, **given)
    assert refused_by(refused) == {"supervision.figures_propose_the_body"}, "the period had a finding"


@pytest.mark.norm("9.1-a", "34.1-c")
def test_a_body_under_an_unmet_order_is_not_commended() -> None:
    cast = Cast()
    commendation = _proposed(cast)
    perform(commendations.hear_commendation, cast.inspector, commendation, heard="无异议")
    finding = found(cast.unit)
    given: dict[str, Any] = {"body": cast.unit.pk, "findings": [finding.pk], "demands": "停止目录外采集"}
    perform(orders.order_correction, cast.inspector, **given)
    sweep()
    with pytest.raises(Refused) as refused:
        perform(commendations.commend, cast.leader, commendation.pk, decision="予以表彰")
    assert refused_by(refused) == {"supervision.commended_body_has_met_its_orders"}
    perform(commendations.decline_commendation, cast.leader, commendation.pk, decision="整改未完成")


def _case(cast: Cast) -> CoordinationCase:
    given: dict[str, Any] = {"subject": "渔港视频归属", "statement": "应由我方维护"}
    made = perform(coordination.open_coordination, cast.head, other=cast.other.pk, **given).on
    return CoordinationCase.objects.get(pk=made)


@pytest.mark.norm("4.1-b", "5.1-e")
def test_a_dispute_is_stated_by_both_coordinated_and_agreed() -> None:
    cast = Cast()
    case = _case(cast)
    assert case.office == cast.managing
    with pytest.raises(Refused) as refused:
        perform(
            coordination.open_coordination,
            cast.neighbour,
            other=cast.unit.pk,
            subject=case.subject,
            statement="反对",
        )
    assert refused_by(refused) == {"supervision.dispute_is_brought_once"}
    with pytest.raises(Refused) as refused:
        perform(coordination.coordinate, cast.inspector, case, minutes="会议纪要")
    assert refused_by(refused) == {"supervision.both_sides_were_heard"}
    perform(coordination.state_position, cast.neighbour, case.pk, reply="应共享使用")
    perform(coordination.coordinate, cast.inspector, case.pk, minutes="会议纪要")
    assert Duty.objects.get(parameter="coordination.decision", closed_at=None).body == cast.government.pk
    perform(coordination.record_agreement, cast.inspector, case.pk, outcome="共建共享")
    assert not Duty.objects.filter(noun="supervision.coordinationcase", closed_at=None).exists()


@pytest.mark.norm("4.1-b")
def test_who_stays_silent_is_coordinated_after_its_day_and_the_government_decides() -> None:
    cast = Cast()
    with clock.at(clock.now() - timedelta(days=30)):
        case = _case(cast)
    perform(coordination.coordinate, cast.inspector, case, minutes="林业局未到会")
    perform(coordination.decide_dispute, cast.leader, case.pk, outcome="由海洋与渔业局牵头")
    case.refresh_from_db()
    assert case.state == "decided"


@pytest.mark.norm("4.1-b")
def test_a_body_has_no_dispute_with_itself() -> None:
    cast = Cast()
    with pytest.raises(Refused) as refused:
        perform(
            coordination.open_coordination, cast.head, other=cast.unit.pk, subject="示例", statement="示例"
        )
    assert refused_by(refused) == {"supervision.dispute_is_between_two_bodies"}
