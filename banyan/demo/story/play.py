"""The order of the story, and what a step that does not hold means."""

import sys
from typing import Any

import httpx

from banyan.bodies.models import Body
from banyan.demo import credentials
from banyan.demo.story import collecting, proving, sharing
from banyan.demo.story.building import play_building
from banyan.demo.story.client import Person, System
from banyan.demo.story.stage import DoesNotHold, Stage, holds
from banyan.exchange.models import ConsumerSystem, Grant
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.lake.models import Row
from banyan.lake.queries.rows import published_load

DESIGNER, PROVIDER, CLIENT = "chenyangwen", "huangshian", "gulou-minzheng"
CHAPTERS = ("share", "build")


def play(chapter: str = "share") -> None:
    """Play a chapter; exit status 1 when a step does not hold, SentenceError when it cannot begin."""
    if chapter not in CHAPTERS:
        raise SentenceError(say("There is no chapter {chapter}; choose share or build.", chapter=chapter))
    told = credentials.as_json()
    try:
        httpx.get(f"{told['desk']}/healthz", timeout=5, trust_env=False).raise_for_status()
        httpx.get(f"{told['gateway']}/healthz", timeout=5, trust_env=False).raise_for_status()
    except httpx.HTTPError as error:
        raise SentenceError(
            say("No server answers at {url}. Run `make run` first.", url=told["desk"])
        ) from error
    stage = Stage()
    try:
        if chapter == "build":
            play_building(stage, told)
        else:
            _share(stage, told)
    except DoesNotHold as fault:
        stage.console.print(
            f"[red]✗[/] {stage.say('此步不成立：', 'This step does not hold: ')}{fault}", highlight=False
        )
        sys.exit(1)
    stage.console.print(stage.say(f"共 {stage.steps} 步，全部成立。", f"{stage.steps} steps, all hold."))


def _share(stage: Stage, told: dict[str, Any]) -> None:
    people = {one["user_name"]: one for one in told["officers"]}
    designer, provider = (Person(told["api"], people[name], stage.language) for name in (DESIGNER, PROVIDER))
    system = ConsumerSystem.objects.get(client_id=CLIENT)
    responsible = designer.get("/bodies/terms", q=DESIGNER)["items"][0]["officer"]["id"]
    stage.scene("一、想多采集的被拦下", "1. Collecting too much is stopped")
    form = collecting.drafts(stage, designer)
    collecting.is_refused(stage, designer, form)
    collecting.secret_is_kept_out(stage, designer)
    collecting.strikes(stage, designer, form)
    stage.scene("二、向持有者申请，依法授权", "2. Asked of who holds it, granted by law")
    made = collecting.requests(stage, designer, form, system.pk, responsible)
    request = _conditional(provider, made)
    grant = sharing.decides(stage, provider, request)
    collecting.registers(stage, designer, form)
    stage.scene("三、系统读取，不越授权", "3. The system reads, within its grant")
    kept = Grant.objects.select_related("resource").get(pk=grant)
    key, elsewhere = _keys(kept)
    url = f"{told['gateway']}/resources/{kept.resource_id}"
    consumer = next(one for one in told["consumers"] if one["client_id"] == CLIENT)
    caller = System(consumer)
    token = sharing.reads(stage, caller, grant, url, key)
    sharing.is_held_to_its_grant(stage, caller, token, url, elsewhere)
    sharing.suspension_bites(stage, provider, caller, grant, url=url, key=key)
    stage.scene("四、谁看过什么，离线可证", "4. Who read what, proved offline")
    proving.proves(stage, provider, Body.objects.get(pk=kept.provider_id).code, grant)


def _conditional(provider: Person, made: list[int]) -> int:
    """The request that waits for this provider's decision."""
    mine = [
        one["id"] for one in provider.get("/exchange/share-requests", state="submitted", limit=200)["items"]
    ]
    waiting = [number for number in made if number in mine]
    holds(waiting, "no request waits for the provider")
    return waiting[0]


def _keys(grant: Grant) -> tuple[str, str]:
    """A key within the grant's region, and one outside."""
    load = published_load(grant.resource)
    holds(load, "the resource has no rows")
    rows = Row.objects.filter(load=load)
    inside = rows.filter(region__startswith=grant.region_scope).values_list("key", flat=True).first()
    outside = rows.exclude(region__startswith=grant.region_scope).values_list("key", flat=True).first()
    holds(inside and outside, "the resource has no rows within and outside the grant's region")
    return str(inside), str(outside)
