"""Who leads the e-government of a government, and what comes before it (article 4)."""

from datetime import date
from typing import Any

import pytest

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.supervision.acts import coordination, leaderships
from banyan.supervision.models import CoordinationCase, Leadership
from banyan.supervision.queries.leaderships import governments_without
from banyan.supervision.tests.stage import Cast, refused_by
from tests import province

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)


def registered(cast: Cast, leader: str) -> Leadership:
    given: dict[str, Any] = {"name": "数字福建建设领导小组", "leader": leader, "since": SINCE}
    return Leadership.objects.get(pk=perform(leaderships.register_leadership, cast.leader, **given).on)


@pytest.mark.norm("4.1-a")
def test_a_government_registers_who_leads_and_the_one_before_is_replaced() -> None:
    cast = Cast()
    first, second = registered(cast, "甲，副省长"), registered(cast, "乙，副省长")
    assert dict(Leadership.objects.values_list("pk", "state")) == {
        first.pk: "replaced",
        second.pk: "in_force",
    }
    assert second.body == cast.government
    with pytest.raises(Refused) as refused:
        perform(leaderships.register_leadership, cast.head, name="渔业局", leader="丙", since=SINCE)
    assert refused_by(refused) == {"acts.office_may"}


@pytest.mark.norm("4.1-a")
def test_a_dispute_names_who_leads_when_it_is_brought_and_when_it_is_decided() -> None:
    cast = Cast()
    first = registered(cast, "甲，副省长")
    given: dict[str, Any] = {"other": cast.other, "subject": "渔港视频", "statement": "要求共享"}
    case = CoordinationCase.objects.get(pk=perform(coordination.open_coordination, cast.head, **given).on)
    assert case.leadership == first
    second = registered(cast, "乙，副省长")
    perform(coordination.state_position, cast.neighbour, case, reply="涉及林业")
    perform(coordination.coordinate, cast.inspector, case.pk, minutes="未能一致")
    perform(coordination.decide_dispute, cast.leader, case.pk, outcome="共享")
    case.refresh_from_db()
    assert case.leadership == second


@pytest.mark.norm("4.1-a")
def test_leaderships_are_loaded_for_governments_that_have_none() -> None:
    cast = Cast()
    registered(cast, "甲，副省长")
    city = province.body("福州市人民政府", "350100", "government")
    row = {"code": city.code, "name": "数字福州建设领导小组", "leader": "丁，副市长", "since": "2026-01-01"}
    perform(leaderships.load_leaderships, SYSTEM, number=1, rows={"leaderships": [row]})
    assert not governments_without().exists()
