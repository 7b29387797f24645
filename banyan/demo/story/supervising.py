"""The second half of the chapter of building: who ignores an order is escalated, suspended, scored and referred."""

import json
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from banyan.acts import clock
from banyan.acts.figures import score_of
from banyan.acts.reaction import follow_all
from banyan.acts.sweep import sweep
from banyan.bodies.models import Body
from banyan.demo.oversight import IGNORING, ignored_order
from banyan.demo.story.client import Person
from banyan.demo.story.projects import (
    PROJECTS,
    Cast,
    arrange,
    filed_scheme,
    proposed_line,
    proposed_project,
    published_resource,
    rest_of_the_gate,
)
from banyan.demo.story.proving import SEQUENCED_WITHIN
from banyan.demo.story.stage import Stage, holds
from banyan.planning.models import Project
from banyan.supervision.models import Order, Referral
from banyan.supervision.queries.referral_file import referral_file

ORDERS, REFERRALS = "/supervision/orders", "/supervision/referrals"


def play_supervising(stage: Stage, cast: Cast) -> None:
    """Play the scenes of supervision."""
    stage.scene("七、不整改的，逐级追责", "7. Who does not correct, answers for it")
    project = _running_project(cast)
    order = _is_escalated(stage)
    finding = int(order.findings.get().pk)
    _is_suspended(stage, cast, project, finding)
    _is_not_commended(stage, cast)
    stage.scene("八、移送监察机关", "8. Referred to the supervision organ")
    referral = _is_referred(stage, cast, order)
    _is_proved(stage, cast, referral)
    _has_its_outcome(stage, cast.organ, referral)
    _corrects_at_last(stage, cast, order, finding, project)


def _unit() -> Body:
    return Body.objects.get(code=IGNORING)


def _running_project(cast: Cast) -> int:
    """A project of the body, being built."""
    item = filed_scheme(cast, cast.ignorer, "水利系统电子政务建设方案", "水库监测平台")
    number, project = proposed_project(cast.ignorer, "水库监测设备整合", "整合水库监测感知资源")
    given: dict[str, Any] = {"plan_item": item, "sharing_plan": "共享水库水位"}
    given |= {"resources": [published_resource(IGNORING)], **rest_of_the_gate(cast, number)}
    cast.ignorer.act(f"{PROJECTS}/{project}/complete-project", **given)
    cast.ignorer.act(f"{PROJECTS}/{project}/complete-study")
    cast.ignorer.act(f"{PROJECTS}/{project}/complete-design")
    cast.approver.act(f"{PROJECTS}/{project}/approve-project", approval_number=f"闽发改〔2026〕{project}号")
    arrange(cast, proposed_line(cast.ignorer, project))
    planned = str(clock.today() + timedelta(days=90))
    cast.ignorer.act(f"{PROJECTS}/{project}/start-building", milestones=f"初验\t{planned}\t100")
    return project


def _points() -> float:
    return float(score_of(_unit().pk).points)


def _is_escalated(stage: Stage) -> Order:
    """The order of the demo's past, found overdue today: the sweep opens the finding, a reaction escalates."""
    order = ignored_order()
    before = _points()
    stage.step(
        "34.1-c",
        "检查查实目录外采集并责令整改，期限已过未报告",
        "An inspection found collecting outside the catalogue; the order's time has passed without a report",
    )
    sweep()
    follow_all()
    order.refresh_from_db()
    holds(order.state == "escalated", f"the overdue order is {order.state}")
    stage.step("34.1-c", "巡检发现逾期，自动上报", "The sweep finds it overdue and escalates it by itself")
    sweep()
    after = _points()
    holds(after < before, f"the score went from {before} to {after}")
    stage.step(
        "36.1-a", f"评价得分由 {before:g} 降至 {after:g}", f"The score drops from {before:g} to {after:g}"
    )
    return order


def _is_suspended(stage: Stage, cast: Cast, project: int, finding: int) -> None:
    cast.inspector.act(f"{PROJECTS}/{project}/suspend-project", findings=[finding], reason="拒不整改")
    milestone = Project.objects.get(pk=project).milestones.get().pk
    found = cast.ignorer.refused(f"/planning/milestones/{milestone}/reach-milestone", evidence="初验报告")
    holds("36.2-e" in found, f"refused only under {sorted(found)}")
    stage.step("36.2-e", "在建项目被暂停，不得推进", "Its project is suspended and may not go on")


def _is_not_commended(stage: Stage, cast: Cast) -> None:
    given = {
        "body": _unit().pk,
        "since": str(clock.today() - timedelta(days=365)),
        "until": str(clock.today()),
    }
    found = cast.inspector.refused(
        "/supervision/commendations/propose-commendation", **given, merit="水库监测全省领先"
    )
    holds("9.1-a" in found, f"refused only under {sorted(found)}")
    stage.step(
        "9.1-a", "有未落实的整改，不得提名表彰", "Under an unmet order it is not proposed for commendation"
    )


def _is_referred(stage: Stage, cast: Cast, order: Order) -> int:
    given = {"facts": "检查查实目录外采集，责令后逾期未改", "judged": "重复采集约二千人次", "people": 2000}
    path = f"{ORDERS}/{order.pk}/draw-up-referral"
    found = cast.inspector.refused(path, item="38.1(1)-a", **given)
    holds("38.1-a" in found, f"refused only under {sorted(found)}")
    stage.step(
        "38.1-a", "移送情形须由问题得出，不能任选", "The case follows from the findings; another is refused"
    )
    stage.show(found["38.1-a"]["instead"])
    cast.inspector.act(path, item="38.1(3)-a", **given)
    referral = int(Referral.objects.get(order=order).pk)
    cast.inspector.act(f"{REFERRALS}/{referral}/refer")
    stage.step("38.1(3)-a", "按扩大采集范围的情形移送", "Referred as collecting beyond the catalogue")
    return referral


def _is_proved(stage: Stage, cast: Cast, referral: int) -> None:
    """The supervision organ takes the file over and checks it without asking anybody."""
    seen = cast.organ.get(f"{REFERRALS}/{referral}")
    holds("referred" in json.dumps(seen), "the supervision organ does not see the referral")
    cast.organ.act(f"{REFERRALS}/{referral}/accept-referral")
    end, told = time.monotonic() + SEQUENCED_WITHIN, _file(referral)
    while any(not one["proof"] for one in told["entries"]) and time.monotonic() < end:
        time.sleep(0.5)
        told = _file(referral)
    with TemporaryDirectory() as folder:
        status, said = _verified(Path(folder), told, next(iter(cast.organ.get("/logs")))["url"])
    holds(status == 0, f"the file does not prove itself: {said}")
    stage.step(
        "38.1-a",
        f"监察机关接收案卷，离线核验 {said['size']} 条台账，均属实",
        f"The supervision organ takes the file over and verifies its {said['size']} entries offline",
    )


def _file(referral: int) -> dict[str, Any]:
    return referral_file(Referral.objects.select_related("order__body").get(pk=referral))


def _verified(folder: Path, told: dict[str, Any], log: str) -> tuple[int, dict[str, Any]]:
    """What the verifier says of the file: Python alone, no log at hand."""
    answer = httpx.get(f"{log.rpartition('/')[0]}/acts/verify.py", timeout=30, trust_env=False)
    holds(answer.status_code == 200, "the verifier cannot be downloaded")
    (folder / "verify.py").write_bytes(answer.content)
    (folder / "vkey").write_text(told["log"]["vkey"] + "\n")
    (folder / "referral.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "verify.py", "referral.json", "--vkey", "vkey", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


def _has_its_outcome(stage: Stage, organ: Person, referral: int) -> None:
    given = {"outcome": "给予警告", "sanction": "warning", "effective_on": str(clock.today())}
    organ.act(f"{REFERRALS}/{referral}/conclude-referral", **given)
    until = Referral.objects.get(pk=referral).effective_until
    holds(until is not None, "the sanction has no period")
    stage.step(
        "38.1-a", f"结果记录：警告，影响期至 {until}", f"Outcome recorded: a warning, in effect until {until}"
    )


def _corrects_at_last(stage: Stage, cast: Cast, order: Order, finding: int, project: int) -> None:
    given = {"report": "已停用目录外字段", "evidence": "采集表备案号 闽采〔2026〕12号"}
    cast.ignorer.act(f"{ORDERS}/{order.pk}/report-correction", **given)
    cast.inspector.act(f"{ORDERS}/{order.pk}/check-correction", seen="现场核对采集表", put_right=[finding])
    cast.inspector.act(f"{ORDERS}/{order.pk}/close-order", check_result="核查属实")
    follow_all()
    state = Project.objects.get(pk=project).state
    holds(state == "building", f"the project is {state}")
    stage.step(
        "36.2-e", "终于整改并经核查，项目恢复建设", "Corrected and checked at last: the project goes on"
    )
