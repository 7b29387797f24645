"""What the gateway does not deliver: it says why, whose side it is on and what to do, and the provider's log has it."""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from django.db import connection

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.exchange.acts import sharing as acts
from banyan.exchange.acts import systems
from banyan.exchange.gateway.tests.conftest import Caller, aside
from banyan.exchange.models import Use
from banyan.exchange.reads import reads
from banyan.exchange.tests.factories import Exchange, another_grant, make_exchange, people

HERE, ELSEWHERE = people()[:2]
SECONDS_TO_BITE = 5
FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789X"}


def codes(answers: list[httpx.Response]) -> list[tuple[int, str]]:
    return [(answer.status_code, answer.json().get("code", "")) for answer in answers]


@pytest.mark.norm("26.2-a")
def test_a_row_of_another_region_is_not_there_just_as_one_that_does_not_exist(
    exchange: Exchange, play: Any
) -> None:
    async def scene(caller: Caller) -> list[httpx.Response]:
        token = await caller.token()
        return [await caller.read(key, token) for key in (ELSEWHERE.number, "350102199901010019")]

    outside, missing = play(exchange, scene)
    assert codes([outside, missing]) == [(404, "no_such_row")] * 2
    assert [one.headers["x-banyan-remaining"] for one in (outside, missing)] == ["99", "98"]
    same = {"title", "detail", "do", "side", "norm"}
    assert {k: outside.json()[k] for k in same} == {k: missing.json()[k] for k in same}
    assert [read.reason for read in reads(exchange.provider)] == ["no_such_row", "out_of_scope"]


@pytest.mark.norm("22.3-a")
def test_delivers_exactly_the_daily_volume_to_a_crowd(database: None, play: Any) -> None:
    exchange = make_exchange(volume=60)

    async def scene(caller: Caller) -> list[httpx.Response]:
        token = await caller.token()
        return list(await asyncio.gather(*(caller.read(HERE.number, token) for _ in range(100))))

    answers = play(exchange, scene)
    delivered = [one for one in answers if one.status_code == 200]
    over = [one for one in answers if one.status_code == 429]
    assert (len(delivered), len(over)) == (60, 40)
    assert sorted(int(one.headers["x-banyan-remaining"]) for one in delivered) == list(range(60))
    assert all(0 < int(one.headers["retry-after"]) <= 86_401 for one in over)
    assert Use.objects.get(grant=exchange.grant).reads == 60
    kinds = [read.kind for read in reads(exchange.provider, limit=200)]
    assert (kinds.count("read"), kinds.count("denied")) == (60, 40)


def test_a_page_that_is_larger_than_what_is_left_is_denied_whole(database: None, play: Any) -> None:
    exchange = make_exchange(rows=people(10), volume=4)

    async def scene(caller: Caller) -> list[httpx.Response]:
        token = await caller.token()
        return [await caller.get(f"{caller.rows}?limit={limit}", token) for limit in (5, 4, 1)]

    answers = play(exchange, scene)
    assert [one.status_code for one in answers] == [429, 200, 429]
    assert answers[0].headers["x-banyan-remaining"] == "4"
    assert [read.reason for read in reads(exchange.provider)] == ["over_quota", "", "over_quota"]


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda it: perform(acts.revoke_grant, it.decider, it.grant, reason="用途终止"), "grant_revoked"),
        (lambda it: perform(acts.suspend_grant, it.decider, it.grant, reason="异常"), "grant_suspended"),
        (lambda it: perform(systems.stop_system, it.integrator, it.system), "system_stopped"),
    ],
)
def test_what_was_ended_bites_within_five_seconds(
    database: None, play: Any, end: Callable[[Exchange], object], code: str
) -> None:
    exchange = make_exchange(volume=1_000_000)

    async def scene(caller: Caller) -> float:
        token = await caller.token()
        assert (await caller.read(HERE.number, token)).status_code == 200
        await aside(lambda: end(exchange))
        ended = time.monotonic()
        while (answer := await caller.read(HERE.number, token)).status_code == 200:
            assert time.monotonic() < ended + 2 * SECONDS_TO_BITE
        assert codes([answer]) == [(403, code)]
        return time.monotonic() - ended

    assert play(exchange, scene) < SECONDS_TO_BITE
    assert reads(exchange.provider)[0].reason == code


def test_a_grant_ends_with_its_last_day(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        token = await caller.token()
        return await caller.read(HERE.number, token)

    with clock.at(clock.now() + timedelta(days=299)):
        answer = play(exchange, over_the_clock(scene))
    assert answer.status_code == 200
    with clock.at(clock.now() + timedelta(days=301)):
        refusal = play(exchange, over_the_clock(asking))
    assert refusal.json()["error"] == "invalid_target"
    assert reads(exchange.provider)[0].reason == "grant_ended"


async def asking(caller: Caller) -> httpx.Response:
    return await caller.ask_token()


def over_the_clock(scene: Any) -> Any:
    """The consumer's clock agrees with that of the test."""

    async def agreed(caller: Caller) -> Any:
        caller.seconds = int(clock.now().timestamp())
        return await scene(caller)

    return agreed


@pytest.mark.norm("32.2-a")
def test_nothing_is_delivered_that_cannot_be_recorded(exchange: Exchange, play: Any) -> None:
    def rename(old: str, new: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {old} RENAME TO {new}")

    async def scene(caller: Caller) -> list[httpx.Response]:
        token = await caller.token()
        await aside(lambda: rename("ledger_leaf", "ledger_leaf_away"))
        try:
            broken = await caller.read(HERE.number, token)
        finally:
            await aside(lambda: rename("ledger_leaf_away", "ledger_leaf"))
        return [broken, await caller.read(HERE.number, token)]

    broken, whole = play(exchange, scene)
    assert codes([broken]) == [(503, "no_audit")]
    assert HERE.name not in broken.text
    assert whole.status_code == 200
    assert Use.objects.get(grant=exchange.grant).reads == 1


def test_a_token_for_one_resource_does_not_open_another(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        return await caller.get(f"/resources/{exchange.resource.pk + 1}/rows/{HERE.number}")

    assert codes([play(exchange, scene)]) == [(403, "other_resource")]
    assert reads(exchange.provider)[0].reason == "other_resource"


def test_an_altered_token_and_none_are_told_apart(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> list[httpx.Response]:
        token = await caller.token()
        head, body, sign = token.split(".")
        altered = ".".join((head, body, sign[::-1]))
        path = f"{caller.rows}/{HERE.number}"
        return [await caller.read(HERE.number, altered), await caller.web.get(path)]

    altered, none = play(exchange, scene)
    assert codes([altered, none]) == [(401, "bad_token"), (401, "no_token")]
    assert 'error="invalid_token"' in altered.headers["www-authenticate"]


def test_a_token_expires_after_ten_minutes(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        token = await caller.token()
        with clock.at(clock.now() + timedelta(seconds=601)):
            return await caller.read(HERE.number, token)

    assert codes([play(exchange, scene)]) == [(401, "bad_token")]


@pytest.mark.parametrize(
    ("path", "headers", "code"),
    [
        ("?limit=501", {}, "bad_request"),
        ("?limit=2&limit=3", {}, "bad_request"),
        ("?offset=3", {}, "bad_request"),
        ("?after=abc", {}, "bad_request"),
        ("", {"X-Banyan-Case": "x" * 121}, "bad_request"),
        ("", {"X-Banyan-Case": HERE.number}, "personal_value"),
        ("", {"X-Banyan-Case": " ".join(HERE.number)}, "personal_value"),
        (
            "",
            {"X-Banyan-Case": f"GL2026-{HERE.number[:6]}-{HERE.number[6:14]}/{HERE.number[14:]}"},
            "personal_value",
        ),
        ("", {"X-Banyan-Officer": quote(f"号{HERE.number}".translate(FULL_WIDTH))}, "personal_value"),
    ],
)
def test_says_what_is_wrong_with_a_request(
    exchange: Exchange, play: Any, path: str, headers: dict[str, str], code: str
) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        return await caller.get(caller.rows + path, **headers)

    answer = play(exchange, scene)
    assert codes([answer]) == [(400, code)]
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {
        *("type", "title", "status", "detail", "code", "side", "norm", "do", "correlation")
    }
    assert answer.json()["type"] == f"urn:banyan:problem:{code}"


def test_a_header_that_is_there_twice_is_refused(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        token = await caller.token()
        twice = [("Authorization", f"Bearer {token}"), ("Authorization", "Bearer other")]
        return await caller.web.get(caller.rows, headers=twice)

    assert codes([play(exchange, scene)]) == [(400, "duplicate_header")]


def test_the_cursor_of_one_grant_does_not_open_the_pages_of_another(database: None, play: Any) -> None:
    exchange = make_exchange(rows=people(10))
    other = another_grant(exchange, "高龄津贴年审")

    async def scene(caller: Caller) -> httpx.Response:
        one = await caller.token(grant=str(exchange.grant.pk))
        two = await caller.token(grant=str(other.grant.pk))
        page = await caller.get(f"{caller.rows}?limit=1", one)
        return await caller.get(f"{caller.rows}?after={page.json()['next']}", two)

    assert codes([play(exchange, scene)]) == [(400, "bad_request")]


def test_problems_are_told_in_chinese_to_who_prefers_it(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        return await caller.web.get("/nothing", headers={"Accept-Language": "zh-CN,zh;q=0.9"})

    assert codes([play(exchange, scene)]) == [(404, "not_found")]
