"""Reads under a grant: what is delivered, and what the provider's log says of it."""

import asyncio
import hashlib
import json
from base64 import b64encode
from typing import Any

import httpx
import pytest

from banyan.exchange.gateway.tests.conftest import Caller, aside
from banyan.exchange.logs import log_name
from banyan.exchange.models import ReadSubject, Use
from banyan.exchange.reads import reads, reads_per_day
from banyan.exchange.tests.factories import (
    COLUMNS,
    Exchange,
    another_grant,
    load,
    make_exchange,
    people,
    person,
)
from banyan.kit.canonical import canonical_json, salted_digest
from banyan.ledger.models import Leaf
from banyan.ledger.sequence import sequence_all

TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def leaves(exchange: Exchange) -> list[dict[str, Any]]:
    found = Leaf.objects.filter(log__name=log_name(exchange.provider)).order_by("id")
    return [json.loads(bytes(leaf.data)) for leaf in found]


@pytest.mark.norm("25.1-c")
def test_delivers_the_granted_items_of_a_row_with_the_masked_ones_in_part(
    exchange: Exchange, play: Any
) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        return await caller.read(people()[0].number)

    answer = play(exchange, scene)
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "resource": exchange.resource.pk,
        "version": 1,
        "row": {**people()[0].row, "联系电话": "138****0000"},
    }
    assert answer.headers["x-banyan-remaining"] == "99"
    digest = b64encode(hashlib.sha256(answer.content).digest()).decode()
    assert answer.headers["content-digest"] == f"sha-256=:{digest}:"


def test_delivers_no_item_that_was_not_granted(database: None, play: Any) -> None:
    exchange = make_exchange(items=COLUMNS[:2], masked=("公民身份号码",))

    async def scene(caller: Caller) -> list[httpx.Response]:
        token = await caller.token()
        return [await caller.read(people()[0].number, token), await caller.get(caller.rows, token)]

    one, page = play(exchange, scene)
    masked = people()[0].number[:6] + "********" + people()[0].number[-4:]
    assert one.json()["row"] == {"公民身份号码": masked, "姓名": "张试0"}
    assert page.json()["rows"][0] == one.json()["row"]


def test_pages_hold_the_rows_of_the_own_region_in_the_order_of_keys(database: None, play: Any) -> None:
    exchange = make_exchange(rows=people(10))

    async def scene(caller: Caller) -> list[dict[str, Any]]:
        token = await caller.token()
        pages = [(await caller.get(f"{caller.rows}?limit=2", token)).json()]
        while after := pages[-1]["next"]:
            pages.append((await caller.get(f"{caller.rows}?limit=2&after={after}", token)).json())
        return pages

    pages = play(exchange, scene)
    here = sorted(one.number for one in people(10) if one.region == "350102")
    assert [row["公民身份号码"] for page in pages for row in page["rows"]] == here
    assert [len(page["rows"]) for page in pages] == [2, 2, 1]
    assert Use.objects.get(grant=exchange.grant).reads == 5
    assert not any(number in json.dumps(page["next"]) for page in pages for number in here)


def test_a_provincial_consumer_reads_every_region(database: None, play: Any) -> None:
    exchange = make_exchange(consumer_region="350000")

    async def scene(caller: Caller) -> httpx.Response:
        return await caller.get(caller.rows)

    assert len(play(exchange, scene).json()["rows"]) == 4


@pytest.mark.norm("32.2-a")
@pytest.mark.norm("17.1-c")
def test_the_leaf_says_who_read_what_for_which_purpose_and_holds_no_personal_value(
    exchange: Exchange, play: Any
) -> None:
    one = people()[0]

    async def scene(caller: Caller) -> httpx.Response:
        stated = {"X-Banyan-Case": "GL-2026-17", "X-Banyan-Officer": "%E6%9E%97"}
        return await caller.read(one.number, traceparent=TRACE, **stated)

    answer = play(exchange, scene)
    [leaf] = leaves(exchange)
    beside = ReadSubject.objects.get()
    assert answer.headers["traceparent"] == TRACE
    assert {name: leaf[name] for name in leaf if name not in {"at", "subject"}} == {
        "kind": "read",
        "grant": exchange.grant.pk,
        "request": exchange.grant.request_id,
        "purpose": "高龄津贴资格审核",
        "legal_basis": "老年人权益保障法第三十三条",
        "consumer": exchange.system.body.code,
        "system": exchange.system.client_id,
        "resource": exchange.resource.code,
        "version": 1,
        "items": list(COLUMNS),
        "rows": 1,
        "answer": salted_digest(f"sha256:{hashlib.sha256(answer.content).hexdigest()}", bytes(beside.salt)),
        "correlation": answer.headers["x-banyan-correlation"],
        "case": "GL-2026-17",
        "officer": "林",
    }
    assert leaf["subject"] == salted_digest(beside.subject, bytes(beside.salt))
    assert (beside.subject, beside.read_id) == (one.number, leaf["correlation"])
    stored = bytes(Leaf.objects.get(log__name=log_name(exchange.provider)).data)
    assert stored == canonical_json(leaf)
    assert not any(value in stored.decode() for value in (one.number, one.name, one.phone))


def test_every_row_of_a_page_can_be_found_by_its_subject(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        return await caller.get(caller.rows)

    play(exchange, scene)
    [leaf] = leaves(exchange)
    beside = list(ReadSubject.objects.order_by("read_id"))
    assert leaf["subject"] == salted_digest([one.subject for one in beside], bytes(beside[0].salt))
    assert [one.read_id for one in beside] == [f"{leaf['correlation']}.{n}" for n in range(leaf["rows"])]


def test_a_new_version_is_read_once_it_is_published(exchange: Exchange, play: Any) -> None:
    from_version_2 = person(40)
    assert exchange.resource.loads.count() == 1

    async def scene(caller: Caller) -> list[int]:
        token = await caller.token()
        before = await caller.read(from_version_2.number, token)
        await aside(lambda: load(exchange.resource, exchange.decider, [*people(), from_version_2]))
        await asyncio.sleep(2)
        after = await caller.read(from_version_2.number, token)
        return [before.status_code, after.status_code]

    assert play(exchange, scene) == [404, 200]


def test_the_provider_sees_its_uses_with_names_the_newest_first(exchange: Exchange, play: Any) -> None:
    other = another_grant(exchange, "高龄津贴年审")

    async def scene(caller: Caller) -> None:
        for grant in (exchange.grant, other.grant, other.grant):
            await caller.read(people()[0].number, await caller.token(grant=str(grant.pk)))

    play(exchange, scene)
    found = reads(exchange.provider)
    assert [read.purpose for read in found] == ["高龄津贴年审", "高龄津贴年审", "高龄津贴资格审核"]
    assert (found[0].consumer_name, found[0].resource_name) == ("民政局", "人口基础信息")
    assert reads(exchange.provider.pk, before=found[1].leaf) == found[2:]
    assert reads(exchange.provider, grant=exchange.grant.pk) == found[2:]
    assert [number for _, number in reads_per_day(exchange.provider.pk, 3)] == [0, 0, 3]
    sequence_all()
    placed = reads(exchange.provider)
    assert [read.position for read in placed] == [2, 1, 0]
    assert reads(exchange.provider, before=placed[0].leaf) == placed[1:]
