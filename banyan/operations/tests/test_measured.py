"""Readings are kept, counted, graded, and what falls short is found (articles 33 and 35)."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.infrastructure.models import System
from banyan.kit.errors import SentenceError
from banyan.law.inforce import pack
from banyan.operations.acts import levels, units
from banyan.operations.measuring import prometheus, rounds
from banyan.operations.measuring.addresses import networks
from banyan.operations.measuring.keeping import Taken, forget, keep
from banyan.operations.measuring.probe import trusted
from banyan.operations.models import MeasuredDay, Reading, ServiceLevel
from banyan.operations.monitors.measured import (
    availability_is_below_agreed,
    level_is_not_measured,
)
from banyan.operations.queries.measured import history_of
from banyan.operations.tests.scene import NOW, ZONE, Scene, found
from banyan.operations.tests.servers import Endpoint, Prometheus, serving

pytestmark = pytest.mark.django_db
MINUTES = timedelta(minutes=5)


def agreed(scene: Scene, **more: Any) -> ServiceLevel:
    given = {"availability": "99.5", "response_ms": 500, "reply_hours": 8, **more}
    commission = scene.commissioned().pk
    made = perform(
        levels.agree_service_level, scene.owner, commission=commission, system=scene.system.pk, **given
    ).on
    return ServiceLevel.objects.get(pk=made)


def take(
    system: System, up: int, down: int = 0, ms: int = 100, begin: datetime = NOW - timedelta(days=1)
) -> None:
    """So many readings up, then so many down, five minutes apart."""
    keep(
        Taken(system.pk, begin + n * MINUTES, n < up, ms if n < up else None, "" if n < up else "timeout")
        for n in range(up + down)
    )


@pytest.mark.norm("33.1-c", "7.1-b")
def test_a_level_is_agreed_within_a_commission_and_what_is_fixed() -> None:
    scene = Scene()
    agreed(scene)
    with pytest.raises(Refused) as refused:
        agreed(scene, availability="95")
    assert {one.rule for one in refused.value.refusals} == {
        "operations.level_reaches_what_is_fixed",
        "operations.system_has_one_level",
    }


@pytest.mark.norm("33.2-a")
def test_availability_below_what_is_agreed_is_found_until_it_recovers() -> None:
    scene = Scene()
    agreed(scene)
    take(scene.system, up=95, down=5)
    (finding,) = found(availability_is_below_agreed)
    assert finding.body == scene.cloud.pk
    assert finding.facts["calls"] == 100
    assert str(finding.because["args"]["measured"]) == "95.000"
    take(scene.system, up=1000, begin=NOW - timedelta(days=6))
    assert found(availability_is_below_agreed) == []


@pytest.mark.norm("33.2-a")
def test_a_breach_stands_until_the_end_of_the_month_after_it() -> None:
    scene = Scene()
    agreed(scene)
    take(scene.system, up=50, down=50)
    with clock.at(NOW + timedelta(days=30)):
        assert len(found(availability_is_below_agreed)) == 1
    with clock.at(NOW + timedelta(days=45)):
        assert found(availability_is_below_agreed) == []


@pytest.mark.norm("33.2-a")
@pytest.mark.parametrize(("hour", "number"), [(0, 1), (7, 1), (8, 1), (23, 1), (-1, 0)])
def test_a_level_counts_as_unmeasured_from_the_same_day_of_the_province_at_every_hour(
    hour: int, number: int
) -> None:
    scene = Scene()
    level = agreed(scene)
    scene.live(scene.system)
    hours = pack().parameter("service_level.measured_within", on=level.since).of(int)
    next_day = clock.midnight(level.since + timedelta(days=1))
    with clock.at(next_day + timedelta(hours=hours + hour)):
        assert len(found(level_is_not_measured)) == number


@pytest.mark.norm("33.1-c")
@pytest.mark.parametrize(
    ("up", "down", "ms", "grade"),
    [
        (1000, 0, 100, "excellent"),
        (1000, 0, 900, "good"),
        (994, 6, 100, "good"),
        (99, 1, 100, "fair"),
        (9, 1, 1, "poor"),
    ],
)
def test_a_month_is_graded_by_what_was_agreed(up: int, down: int, ms: int, grade: str) -> None:
    scene = Scene()
    agreed(scene)
    take(scene.system, up, down, ms, begin=NOW - timedelta(days=4))
    (month,) = history_of(scene.system, scene.owner)
    assert month.graded == grade


def test_a_reading_is_kept_once_and_single_ones_are_forgotten_but_stay_counted() -> None:
    scene = Scene()
    reading = Taken(scene.system.pk, NOW, up=True, ms=10)
    assert keep([reading, reading]).written == 1
    again = keep([reading])
    assert (again.written, again.known) == (0, 1)
    with clock.at(NOW + timedelta(days=60)):
        assert keep([reading]).too_old == 1
        assert forget(clock.now()) == 1
    assert MeasuredDay.objects.get().taken == 1


def test_the_probe_measures_systems_in_operation_and_leaves_others_alone() -> None:
    scene = Scene()
    with serving(Endpoint) as address:
        live = scene.live(scene.registered("S2", address + "/ok"))
        scene.registered("S3", address + "/missing")
        inner = scene.live(scene.registered("S4", "http://10.255.255.1/"))
        done = rounds.probe_round(networks("127.0.0.1"), trusted())
    assert done.up == 1
    assert [code for code, _ in done.not_asked] == [inner.code]
    assert Reading.objects.get().system_id == live.pk


@pytest.fixture
def server() -> Iterator[str]:
    Prometheus.series, Prometheus.asked = {}, []
    with serving(Prometheus) as address:
        yield address


@pytest.mark.norm("33.2-a")
def test_readings_come_from_a_prometheus(server: str) -> None:
    scene = Scene()
    by_endpoint = scene.registered("S7", "https://fish.example/health")
    Prometheus.series = {
        "probe_success": [
            ({"system": "S1"}, lambda at: "0" if at % 3600 == 0 else "1"),
            ({"instance": "https://fish.example/health"}, lambda at: "1"),
            ({"system": "unknown"}, lambda at: "1"),
        ],
        "probe_duration_seconds": [({"system": "S1"}, lambda at: "0.25")],
    }
    begin = datetime(2026, 11, 20, tzinfo=ZONE)
    span = prometheus.Span(begin, begin + timedelta(days=1) - MINUTES, MINUTES)
    up = prometheus.from_server(server, "probe_success", span)
    took = prometheus.from_server(server, "probe_duration_seconds", span)
    imported, kept = rounds.keep_imported(up, took, "system")
    assert kept.written == 2 * 288
    assert imported.unknown == ('system="unknown"',)
    day = MeasuredDay.objects.get(system=scene.system)
    assert (day.day, day.taken, day.up, day.total_ms) == (date(2026, 11, 20), 288, 264, 264 * 250)
    assert MeasuredDay.objects.get(system=by_endpoint).up == 288
    assert rounds.keep_imported(up, took, "system")[1].written == 0
    assert Prometheus.asked[0]["path"] == "/api/v1/query_range"


def test_a_long_span_is_asked_in_pieces(server: str) -> None:
    Prometheus.series = {"up": [({"system": "S1"}, lambda at: "1")]}
    span = prometheus.Span(NOW - timedelta(days=20), NOW, timedelta(minutes=1))
    series = prometheus.from_server(server, "up", span)
    moments = [at for one in series for at, _ in one.values]
    assert len(Prometheus.asked) == 3
    assert len(moments) == len(set(moments)) == 20 * 24 * 60 + 1


def test_an_answer_saved_in_a_file_is_read_and_no_number_is_told(tmp_path: Path) -> None:
    scene = Scene()
    at = NOW.timestamp()
    values = [[at, "1"], [at + 60, "NaN"], [at + 120, "+Inf"], [1e18, "1"], [-1e300, "1"]]
    answer = {
        "status": "success",
        "data": {"resultType": "matrix", "result": [{"metric": {"system": "S1"}, "values": values}]},
    }
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(answer))
    imported, kept = rounds.keep_imported(prometheus.from_file(file), [], "system")
    assert (kept.written, imported.unreadable) == (1, 4)
    assert Reading.objects.get().system_id == scene.system.pk


@pytest.mark.parametrize(
    "answer",
    [
        b"<html>",
        b"[]",
        b'{"status":"error","error":"bad query"}',
        b'{"status":"success","data":{"resultType":"vector","result":[]}}',
        b'{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1]]}]}}',
    ],
)
def test_what_is_no_answer_is_told_in_one_sentence(answer: bytes) -> None:
    with pytest.raises(SentenceError):
        prometheus.series_of(answer)


def test_a_prometheus_that_is_away_is_told_in_one_sentence() -> None:
    with serving(Endpoint) as address:
        pass
    with pytest.raises(SentenceError, match="does not answer"):
        prometheus.from_server(address, "up", prometheus.Span(NOW - MINUTES, NOW, MINUTES))


@pytest.mark.norm("7.1-b")
def test_a_level_ends_with_its_commission() -> None:
    scene = Scene()
    level = agreed(scene)
    perform(units.end_commission, scene.owner, level.commission_id, reason="到期")
    level.refresh_from_db()
    assert level.state == "ended"
