"""``banyan probe`` and ``banyan readings`` as an operator types them."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from banyan.acts import clock
from banyan.kit.errors import SentenceError
from banyan.operations.models import Reading
from banyan.operations.tests.scene import Scene
from banyan.operations.tests.servers import Endpoint, serving
from banyan.site import environment, probing
from banyan.site.cli.answers import BadInput
from banyan.site.cli.measuring import probe, readings

AWAY = "http://127.0.0.1:9"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({}, "Give either --prometheus"),
        ({"prometheus_url": AWAY, "file": Path("answer.json")}, "Give either --prometheus"),
        ({"prometheus_url": "ftp://here"}, "http:// or https://"),
        ({"prometheus_url": AWAY, "start": "gestern"}, "Write a moment as"),
        ({"prometheus_url": "http://a\x01b"}, "does not answer"),
        ({"prometheus_url": AWAY, "start": "0001-01-01"}, "Name a moment"),
        ({"prometheus_url": AWAY, "end": "9999-12-31T23:59"}, "Name a moment"),
        ({"prometheus_url": AWAY, "step": 0}, "--step is a number"),
        ({"prometheus_url": AWAY, "step": 10**17}, "--step is a number"),
        ({"prometheus_url": AWAY, "start": "2026-11-02", "end": "2026-11-01"}, "--start lies before --end"),
    ],
)
@pytest.mark.django_db
def test_bad_input_is_one_sentence(given: dict[str, Any], told: str) -> None:
    with pytest.raises((BadInput, SentenceError)) as fault:
        readings(**given)
    assert told in str(fault.value)


def test_a_range_that_is_none_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANYAN_PROBE_NETWORKS", "intern")
    with pytest.raises(SentenceError, match="write ranges such as"):
        probe()


@pytest.mark.django_db
def test_a_saved_answer_is_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "answer.json"
    series = {"metric": {"system": "X1"}, "values": [[1780000000, "1"]]}
    file.write_text(json.dumps({"status": "success", "data": {"resultType": "matrix", "result": [series]}}))
    readings(file=file, json=True)
    assert json.loads(capsys.readouterr().out)["unknown_series"] == ['system="X1"']


@pytest.mark.django_db(transaction=True)
def test_the_clerk_measures_round_after_round_when_told_how_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANYAN_PROBE_EVERY", "1")
    monkeypatch.setenv("BANYAN_PROBE_NETWORKS", "127.0.0.1")
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        assert len(slept) < 3

    monkeypatch.setattr("banyan.site.probing.time.sleep", sleep)
    scene = Scene()
    with serving(Endpoint) as address:
        live = scene.live(scene.registered("S2", address + "/ok"))
        rounds = probing.turns(environment.probe_every())
        assert [next(rounds)[0].up for _ in range(2)] == [1, 1]
    assert Reading.objects.filter(system=live, up=True).count() == 2
    assert len(slept) == 1
    assert 0 < slept[0] <= 1


def test_a_thread_beside_the_clerk_measures_and_none_when_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def turns(every: int) -> Iterator[Any]:
        asked.append(every)
        return iter(())

    monkeypatch.setattr(probing, "turns", turns)
    assert probing.begin() is None
    assert asked == []
    monkeypatch.setenv("BANYAN_PROBE_EVERY", "300")
    thread = probing.begin()
    assert thread is not None
    thread.join(5)
    assert not thread.is_alive()
    assert asked == [300]


def test_how_often_is_a_number_of_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANYAN_PROBE_EVERY", "often")
    with pytest.raises(environment.EnvironmentFault, match="BANYAN_PROBE_EVERY must be a whole number"):
        environment.probe_every()


@pytest.mark.django_db
def test_a_round_without_systems_calls_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    probe(json=True)
    assert json.loads(capsys.readouterr().out)["called"] == 0


@pytest.mark.django_db(transaction=True)
def test_a_system_that_is_not_up_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BANYAN_PROBE_NETWORKS", "127.0.0.1")
    scene = Scene()
    with serving(Endpoint) as address:
        scene.live(scene.registered("S2", address + "/error"))
        probe()
        assert "S2 is not up: answered with an error." in capsys.readouterr().out
        with clock.at(clock.now() + timedelta(seconds=1)):
            probe(json=True)
        told = json.loads(capsys.readouterr().out)
    assert told["failed"] == [{"system": "S2", "why": "status", "because": "answered with an error"}]
