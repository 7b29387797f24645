"""What follows from an act happens once, whatever fails on the way, and a monitor that fails stops no other."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from banyan.acts import registry
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.models import Entry, Reacted
from banyan.acts.monitor import Lapse, Monitor
from banyan.acts.reaction import Reaction, Task, catch_up, follow, follow_again
from banyan.acts.sweep import sweep
from banyan.bodies.acts import abolish_body
from banyan.catalogue.models import UpdateTask
from banyan.kit.sentence import say
from banyan.ledger.sequence import sequence_all
from banyan.site.checkup import checks
from tests import province

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def falling(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A reaction to the end of a body that raises until its list says otherwise."""
    tries: list[int] = []

    def react(entry: Entry) -> list[Task]:
        tries.append(entry.pk)
        if len(tries) == 1:
            raise ValueError("the facts are not there yet")
        return []

    one = Reaction("test.falls", (abolish_body.name,), react)
    declared = registry.Registry[Reaction]("reaction")
    for each in (one, *registry.reactions):
        declared.add(each.name, each)
    monkeypatch.setattr(registry, "reactions", declared)
    return tries


def _abolished() -> Entry:
    unit = province.body("鼓楼区民政局", "350102")
    province.effective_item(unit, "银行账号")
    return perform(abolish_body, SYSTEM, unit, reason="并入鼓楼区社会工作部")


def test_a_reaction_that_fails_stops_no_other_and_is_tried_again(falling: list[int]) -> None:
    entry = _abolished()
    assert [one.act for one in follow(entry)] == ["catalogue.open_update"]
    assert Reacted.objects.get(reaction="test.falls").fault == "ValueError: the facts are not there yet"
    assert "the facts are not there yet" in next(one.found for one in checks() if one.name == "reactions")
    assert follow_again() == 0
    assert next(one.holds for one in checks() if one.name == "reactions")
    follow(entry)
    assert falling == [entry.pk, entry.pk]
    assert UpdateTask.objects.count() == 1


def test_what_the_surface_did_the_clerk_does_not_do_again() -> None:
    done = follow(_abolished())
    sequence_all()
    with CaptureQueriesContext(connection) as asked:
        assert catch_up()
    table = Reacted._meta.db_table
    assert len([one for one in asked if table in one["sql"]]) == 1, "one look at all that was followed"
    assert UpdateTask.objects.count() == 1
    assert [one.pk for one in follow(Entry.objects.get(act=abolish_body.name))] == [one.pk for one in done]


def test_an_entry_is_followed_once_it_has_its_place_and_not_passed_over_before() -> None:
    """The sequencer passes nothing over that is committed late, so neither does who reads by its places."""
    sequence_all()
    while catch_up():
        pass
    _abolished()
    assert not catch_up()
    assert not UpdateTask.objects.exists()
    sequence_all()
    assert catch_up()
    assert UpdateTask.objects.get().about == "并入鼓楼区社会工作部"


def test_a_monitor_that_fails_is_told_and_the_others_go_on() -> None:
    def broken(at: datetime) -> Iterator[Lapse]:
        raise ZeroDivisionError("no reading")

    def sound(at: datetime) -> Iterator[Lapse]:
        unit = province.body("鼓楼区民政局", "350102")
        yield Lapse(
            "one",
            unit.pk,
            "bodies.body",
            unit.pk,
            "鼓楼区民政局",
            say("Due on {day}, not done.", day="2026-01-01"),
        )

    norm = next(iter(registry.monitors)).norm
    told = sweep(
        [Monitor("test.broken", norm, "Broken", broken), Monitor("test.sound", norm, "Sound", sound)]
    )
    assert [(one.monitor, one.opened, one.fault) for one in told] == [
        ("test.broken", 0, "ZeroDivisionError: no reading"),
        ("test.sound", 1, ""),
    ]
