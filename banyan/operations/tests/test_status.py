"""The status page tells anybody what faces residents, and no more than is meant for users (article 33)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from banyan.acts.actor import ANYONE
from banyan.acts.door import perform
from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.infrastructure.models import System
from banyan.operations.acts import incidents
from banyan.operations.measuring.keeping import Taken, keep
from banyan.operations.queries.status import board
from banyan.operations.tests.scene import DAY, NOW, Scene
from tests import province

pytestmark = pytest.mark.django_db


def facing(scene: Scene, code: str, *, residents: bool = True) -> System:
    """A system in operation, that faces residents or not."""
    return scene.live(scene.registered(code, faces_residents=residents))


def words(scene: Scene) -> dict[str, str]:
    return {one.system.code: one.word for one in board(scene.owner).standings}


@pytest.mark.norm("33.2-a")
def test_a_system_works_is_down_maintained_disturbed_or_not_measured() -> None:
    scene = Scene()
    working, down, maintained, disturbed, stale = (facing(scene, f"R{n}") for n in range(5))
    keep(Taken(one.pk, NOW, up=True, ms=10) for one in (working, maintained, disturbed))
    keep([Taken(down.pk, NOW, up=False, why="timeout")])
    keep([Taken(stale.pk, NOW - timedelta(hours=3), up=True, ms=10)])
    perform(
        incidents.announce_maintenance,
        scene.owner,
        system=maintained.pk,
        what="打补丁",
        day=DAY,
        hour=10,
        hours=2,
        urgent_because="高危漏洞",
    )
    given: dict[str, Any] = {
        "title": "查询缓慢",
        "what": "内部细节",
        "severity": "general",
        "notice": "正在处理",
    }
    perform(incidents.report_incident, scene.owner, system=disturbed.pk, **given)
    assert words(scene) == {
        "R0": "working",
        "R1": "down",
        "R2": "maintained",
        "R3": "disturbed",
        "R4": "unmeasured",
    }
    assert [one.system.code for one in board(scene.owner).standings][:2] == ["R3", "R2"]


@pytest.mark.norm("33.2-b")
def test_nobody_outside_sees_an_inner_system_or_the_details_of_an_incident(client: Client) -> None:
    scene = Scene()
    outer, inner = facing(scene, "R1"), facing(scene, "R2", residents=False)
    for system in (outer, inner):
        given: dict[str, Any] = {
            "title": "密码泄露",
            "what": "数据库口令外泄",
            "severity": "general",
            "notice": "正在处理",
        }
        perform(incidents.report_incident, scene.owner, system=system.pk, **given)
    assert [one.system for one in board(ANYONE).standings] == [outer]
    assert {one.system for one in board(scene.operator).standings} == {outer, inner}
    page = client.get("/status/").content.decode()
    assert outer.name in page
    assert "正在处理" in page
    assert not [word for word in (inner.name, "密码泄露", "数据库口令外泄") if word in page]


def test_only_who_may_open_a_system_is_led_to_it(client: Client) -> None:
    scene = Scene()
    system = facing(scene, "R1")
    way = f'href="/infrastructure/systems/{system.pk}/"'
    shown = {}
    for name, of in (
        ("owner", scene.owner),
        ("stranger", province.officer(province.body("省水利厅"), "auditor")),
    ):
        officer = Officer.objects.get(pk=of.officer or 0)
        client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
        shown[name] = client.get("/status/").content.decode()
    assert system.name in shown["stranger"]
    assert (way in shown["owner"], way in shown["stranger"]) == (True, False)


@pytest.mark.parametrize("query", ["page=0", "page=999999999", "q=%00", "q=" + "长" * 500])
def test_an_odd_address_answers_all_the_same(client: Client, query: str) -> None:
    assert client.get(f"/status/?{query}").status_code == 200


@pytest.mark.parametrize("page", ["-1", "x"])
def test_a_page_that_is_no_number_is_told(client: Client, page: str) -> None:
    assert client.get(f"/status/?page={page}").status_code == 422


def test_systems_come_in_pages() -> None:
    scene = Scene()
    for number in range(3):
        facing(scene, f"R{number}")
    assert board(scene.owner, page=2).standings == []
    assert len(board(scene.owner, search="R1").standings) == 1
