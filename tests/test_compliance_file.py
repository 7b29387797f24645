"""The compliance file of a body: for itself and for who watches it, and for nobody else (article 2)."""

from typing import Any

import pytest

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Entry
from banyan.acts.registry import registers
from banyan.api.shapes import object_as_json
from banyan.bodies.models import Body
from banyan.supervision.acts import leaderships, orders
from banyan.supervision.tests.stage import Cast, found

pytestmark = pytest.mark.django_db
FILE = ("open_findings", "refused_acts", "orders", "holds")


def file_of(body: Body, actor: Actor) -> dict[str, Any]:
    told = object_as_json(registers["bodies.body"], body, actor)
    return {name: told[name] for name in FILE if name in told}


@pytest.mark.norm("2.1-b")
def test_the_file_holds_open_findings_refused_acts_orders_and_holds() -> None:
    cast = Cast()
    finding = found(cast.unit)
    found(cast.other)
    with pytest.raises(Refused):
        perform(leaderships.register_leadership, cast.head, name="渔业局", leader="丙", since="2026-01-01")
    order = perform(
        orders.order_correction, cast.inspector, body=cast.unit, findings=[finding], demands="停止采集"
    ).on
    for actor in (cast.head, cast.inspector):
        file = file_of(cast.unit, actor)
        assert [one["id"] for one in file["open_findings"]] == [finding.pk]
        assert [one["id"] for one in file["refused_acts"]] == [Entry.objects.get(outcome="refused").pk]
        assert file["refused_acts"][0]["stopped_by"]
        assert [one["id"] for one in file["orders"]] == [order]
        assert file["holds"] == []


@pytest.mark.norm("2.1-b")
def test_the_file_is_for_the_body_and_its_supervisor_alone() -> None:
    cast = Cast()
    found(cast.unit)
    assert set(file_of(cast.unit, cast.head)) == set(FILE)
    assert file_of(cast.unit, cast.neighbour) == {}
