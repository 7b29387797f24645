"""Thousands of random acts, lawful and unlawful: no state within reach violates a gate, and the ledger replays.

What is checked here is told anew, in queries of its own: it does not ask the rules that the acts were judged by.
``STEPS=20000 pytest tests/test_random_acts.py`` walks further.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.db.models import Sum

from banyan.acts import clock, registry
from banyan.acts.act import Act
from banyan.acts.log import acts_log
from banyan.acts.models import Entry, Finding, Proposal
from banyan.acts.reaction import follow_all
from banyan.acts.sweep import sweep
from banyan.infrastructure.models import System
from banyan.ledger.models import Leaf
from banyan.operations.models import BackupJob
from banyan.planning.models import BudgetLine, Hold, Payment, Plan, Project
from banyan.supervision.models import Referral
from tests import province
from tests.wanderer import Wanderer, states
from tests.works import Cast, finding_against, running_project

STEPS = int(os.environ.get("STEPS", "1000"))
PARTS = ("planning", "infrastructure", "operations", "supervision")
START = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
RUNNING = {"approved", "building", "trial", "accepted", "operating"}
MONEY = [
    "planning.propose_line",
    "planning.advise_line",
    "planning.arrange_line",
    "planning.request_payment",
    "planning.pay",
    "planning.begin_trial",
    "supervision.hold_payments",
    "supervision.suspend_project",
    "supervision.stop_acceptance",
    "supervision.hold_operation_funds",
]
STOPS = {"construction": {"payment", "building"}, "operation": {"operation_funds"}}

pytestmark = pytest.mark.django_db


def _held(project: Project, kind: str) -> bool:
    return Hold.objects.filter(project=project, state="in_force", kind__in=STOPS[kind]).exists()


def _paid_lawfully(pk: int) -> None:
    payment = Payment.objects.get(pk=pk)
    line = payment.line
    assert not _held(line.project, line.kind), "money moved under a hold"
    assert line.project.state in RUNNING
    assert line.state == "arranged"
    paid = Payment.objects.filter(line=line, state="paid").aggregate(n=Sum("amount"))["n"]
    assert Decimal(0) < paid <= line.amount
    if payment.milestone is not None:
        assert payment.milestone.state == "reached"
        assert payment.milestone.project == line.project
        on_it = Payment.objects.filter(milestone=payment.milestone, state="paid").aggregate(n=Sum("amount"))
        assert on_it["n"] * 100 <= payment.milestone.share * line.project.budget


def _arranged_lawfully(pk: int) -> None:
    line = BudgetLine.objects.get(pk=pk)
    assert line.score is not None
    assert line.weighed
    assert line.project.state in RUNNING
    assert not _held(line.project, line.kind)


def _proposed_within_the_budget(pk: int) -> None:
    line = BudgetLine.objects.get(pk=pk)
    if line.kind == "construction":
        lines = BudgetLine.objects.filter(project=line.project, kind=line.kind).exclude(state="refused")
        assert lines.aggregate(n=Sum("amount"))["n"] <= line.project.budget


def _approved_lawfully(pk: int) -> None:
    project = Project.objects.get(pk=pk)
    assert project.plan_item is not None
    assert project.plan_item.plan.state == "published"
    assert project.framework_conformity
    assert project.sharing_plan
    assert project.protection in range(1, 6)
    assert project.standards.exists()
    assert not project.standards.filter(state="replaced").exists()
    assert project.mode == "self_built" or (project.agreement and project.agreement.ownership_clause)
    assert project.kind not in {"channel", "grid_platform", "community_terminal", "data_centre"}


def _started_lawfully(pk: int) -> None:
    project = Project.objects.get(pk=pk)
    assert project.lines.filter(state="arranged").exists()
    assert project.milestones.filter(state="planned").aggregate(n=Sum("share"))["n"] == 100
    assert not Hold.objects.filter(
        project=project, state="in_force", kind__in=["building", "acceptance"]
    ).exists()


def _accepted_lawfully(pk: int) -> None:
    project = Project.objects.get(pk=pk)
    assert project.acceptance_tests
    assert project.archives
    assert not project.systems.exclude(state="live").exists()
    assert not project.resources.exclude(state="published").exists()
    assert not Hold.objects.filter(
        project=project, state="in_force", kind__in=["acceptance", "building"]
    ).exists()


def _terminated_by_two(pk: int) -> None:
    confirmed = Proposal.objects.filter(act="supervision.terminate_project", object_id=pk, state="confirmed")
    assert confirmed.exists()


def _live_lawfully(pk: int) -> None:
    system = System.objects.get(pk=pk)
    assert system.network == "unified"
    assert BackupJob.objects.get(system=system).restored_on is not None
    assert system.grade
    assert system.grade < 2 or system.filing_number
    assert system.interface
    assert system.audit_log
    assert system.audit_months >= 6


def _issued_lawfully(pk: int) -> None:
    plan = Plan.objects.get(pk=pk)
    assert plan.filing_number if plan.kind in {"city_plan", "scheme"} else plan.approval_number


def _referral_rests_on_an_unmet_order(pk: int) -> None:
    for referral in Referral.objects.filter(order=pk):
        assert referral.order.state == "escalated"
        assert referral.judged


GATES: dict[str, Callable[[int], None]] = {
    "planning.pay": _paid_lawfully,
    "planning.arrange_line": _arranged_lawfully,
    "planning.propose_line": _proposed_within_the_budget,
    "planning.approve_project": _approved_lawfully,
    "planning.start_building": _started_lawfully,
    "planning.accept_project": _accepted_lawfully,
    "planning.publish_plan": _issued_lawfully,
    "supervision.terminate_project": _terminated_by_two,
    "supervision.draw_up_referral": _referral_rests_on_an_unmet_order,
    "operations.go_live": _live_lawfully,
}
"""What must be so right after an act went through, told independently of its rules."""


def _replayed() -> dict[tuple[str, int], str]:
    """The states as the leaves of the acts' log give them, read from the first to the last."""
    found: dict[tuple[str, int], str] = {}
    for leaf in Leaf.objects.filter(log=acts_log()).order_by("pk"):
        told = json.loads(bytes(leaf.data))
        if "proposal" in told:
            found["acts.proposal", told["proposal"]] = "waiting"
        for noun, key, before, after in told.get("changes", []):
            if before is not None:
                assert found.get((noun, key), before) == before, told
            if after is not None:
                found[noun, key] = after
    return found


def _every_hold_has_an_open_cause() -> None:
    for hold in Hold.objects.filter(state="in_force"):
        assert hold.findings.filter(state=Finding.State.OPEN).exists(), hold


def _moments(dice: Random) -> Iterator[datetime]:
    """Time goes on, now by minutes and now by weeks."""
    at = START
    while True:
        at += (
            timedelta(minutes=dice.randint(1, 90))
            if dice.random() < 0.98
            else timedelta(days=dice.randint(1, 40))
        )
        yield at


def _walk(seed: int, acts: Iterable[Act], *, lapses: bool = False) -> Counter[str]:
    """Walk, check every gate that is passed, sweep now and then, and tell how often each act went through."""
    with clock.at(START):
        cast = Cast()
        running_project(cast, "初验\t2027-06-01\t40\n终验\t2027-12-01\t60")
        finding_against(cast.unit)
    stranger = province.officer(province.body("鼓楼区卫健局", region="350102"), "planning_officer")
    wanderer = Wanderer(seed, [*cast.people(), stranger], acts)
    done: Counter[str] = Counter()
    for step, moment in zip(range(STEPS), _moments(Random(seed)), strict=False):
        with clock.at(moment):
            entry = wanderer.step()
            if entry:
                done[entry.act] += 1
                if check := GATES.get(entry.act):
                    check(entry.on)
            if step % 50 == 49:
                sweep()
                follow_all()
                _every_hold_has_an_open_cause()
                if lapses:
                    finding_against(cast.unit)
    return done


@pytest.mark.norm("36.2-a", "36.2-b", "36.2-c", "36.2-d", "36.2-e", "36.2-g", "36.2-h", "38.1-a")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_walk_leads_round_a_gate_and_the_ledger_replays(seed: int) -> None:
    done = _walk(seed, (one for one in registry.acts if one.part in PARTS))
    assert len(done) > len(GATES)
    assert _replayed() == states()


@pytest.mark.norm("36.2-c", "36.2-d", "36.2-e", "36.2-h")
@pytest.mark.parametrize("seed", [1, 2])
def test_money_never_moves_under_a_hold_however_often_it_is_tried(seed: int) -> None:
    done = _walk(seed, (registry.acts[name] for name in MONEY), lapses=True)
    assert done["planning.pay"] > 1
    assert done["supervision.hold_payments"] + done["supervision.suspend_project"] > 1
    stopped = Entry.objects.filter(act="planning.pay", outcome=Entry.Outcome.REFUSED)
    assert any("payment_is_not_held" in str(one.refusals) for one in stopped)
    assert Hold.objects.filter(state="released").exists()
    assert _replayed() == states()
