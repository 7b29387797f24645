"""Every monitor opens a finding from a real lapse, once, and closes it when the cause is gone."""

import pytest

from banyan.acts import clock, registry
from banyan.acts.models import Finding
from banyan.acts.monitor import Monitor
from banyan.acts.sweep import sweep
from banyan.law.inforce import pack
from banyan.law.norms import Norm
from tests.monitor_cases import CASES

MONITORS: dict[str, Monitor] = {one.name: one for one in registry.monitors}


def test_every_monitor_has_a_case_and_no_case_is_left_over() -> None:
    assert set(CASES) == set(MONITORS), "see tests/monitor_cases/__init__.py"


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(MONITORS))
def test_every_monitor_opens_a_finding_once_and_closes_it(name: str) -> None:
    assert name in CASES, f"tests/monitor_cases has no case for {name}"
    monitor, case = MONITORS[name], CASES[name]()
    with clock.at(next(case)):
        (first,) = sweep([monitor])
        (again,) = sweep([monitor])
    assert (first.opened, first.closed) == (1, 0)
    assert (again.lapses, again.opened, again.closed) == (1, 0, 0)
    finding = Finding.objects.get(monitor=name)
    assert finding.state == "open"
    assert pack().holds(Norm(finding.norm))
    assert finding.because_words
    assert finding.body_name
    with clock.at(next(case)):
        (last,) = sweep([monitor])
    assert (last.lapses, last.opened, last.closed) == (0, 0, 1)
    finding.refresh_from_db()
    assert finding.state == "closed"
    assert finding.closed_at is not None
