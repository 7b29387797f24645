"""Article 32.2: who uses sensitive information hands its audit log to the provider, period by period."""

import hashlib
from datetime import date, timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Finding
from banyan.acts.sweep import sweep
from banyan.exchange.acts import handover
from banyan.exchange.models import AuditHandover, Use
from banyan.exchange.tests.factories import Exchange, make_exchange

pytestmark = [pytest.mark.django_db, pytest.mark.norm("32.2-b")]
DIGEST = hashlib.sha256(b"2026-10").hexdigest()


def _day(ago: int) -> date:
    return clock.today() - timedelta(days=ago)


def _given(exchange: Exchange, **more: Any) -> dict[str, Any]:
    return {
        "grant": exchange.grant,
        "since": _day(70),
        "until": _day(45),
        "records": 12,
        "digest": DIGEST.upper(),
        "file_name": "gulou-minzheng-2026-10.jsonl",
        **more,
    }


def _handed_over(exchange: Exchange, **more: Any) -> AuditHandover:
    made = perform(handover.hand_over_log, exchange.integrator, **_given(exchange, **more)).on
    return AuditHandover.objects.get(pk=made)


def _refused(actor: Actor, **given: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        perform(handover.hand_over_log, actor, **given)
    return {one.rule for one in refused.value.refusals}


def _open() -> list[Finding]:
    sweep()
    return list(Finding.objects.filter(monitor="exchange.audit_log_is_missing", state="open"))


def test_a_used_period_without_a_log_is_a_finding_until_it_is_handed_over() -> None:
    exchange = make_exchange()
    Use.objects.create(grant=exchange.grant, day=_day(60), reads=10)
    (finding,) = _open()
    assert (finding.norm, finding.body) == ("32.2-b", exchange.grant.consumer_id)
    assert finding.facts == {"since": str(_day(60)), "until": str(_day(60)), "reads": 10}
    _handed_over(exchange)
    assert _open() == []


def test_the_provider_sees_what_the_gateway_recorded_and_acknowledges_in_time() -> None:
    exchange = make_exchange()
    for ago, reads in ((70, 7), (45, 4), (44, 100)):
        Use.objects.create(grant=exchange.grant, day=_day(ago), reads=reads)
    made = _handed_over(exchange)
    assert (made.records, made.reads_recorded, made.digest) == (12, 11, DIGEST)
    duty = Duty.objects.get(parameter="read.acknowledge")
    assert duty.body == exchange.provider.pk
    perform(handover.acknowledge_log, exchange.decider, made)
    duty.refresh_from_db()
    made.refresh_from_db()
    assert (made.state, duty.closed_at is None) == ("acknowledged", False)


def test_the_provider_questions_a_record_and_the_consumer_answers() -> None:
    exchange = make_exchange()
    made = _handed_over(exchange)
    perform(handover.question_log, exchange.decider, made, question="第7条无办件编号")
    other = hashlib.sha256(b"corrected").hexdigest()
    perform(
        handover.hand_over_again,
        exchange.integrator,
        made,
        records=13,
        digest=other,
        file_name="gulou-minzheng-2026-10-2.jsonl",
        answer="已补登",
    )
    made.refresh_from_db()
    assert (made.state, made.records, made.digest) == ("handed_over", 13, other)
    assert Duty.objects.filter(parameter="read.acknowledge", closed_at=None).count() == 1


def test_a_log_names_a_period_that_has_ended_is_short_and_is_not_told_twice() -> None:
    exchange = make_exchange()
    actor = exchange.integrator
    running = _given(exchange, since=_day(3), until=_day(0))
    assert _refused(actor, **running) == {"exchange.period_has_ended"}
    long = _given(exchange, since=_day(80), until=_day(40))
    assert _refused(actor, **long) == {"exchange.period_is_no_longer_than_allowed"}
    _handed_over(exchange)
    again = _given(exchange, since=_day(45), until=_day(40))
    assert _refused(actor, **again) == {"exchange.period_is_handed_over_once"}


def test_a_log_is_of_the_own_grant_and_its_digest_can_be_compared() -> None:
    exchange = make_exchange()
    bad = _given(exchange, digest="第一份")
    assert _refused(exchange.integrator, **bad) == {"exchange.digest_is_a_sha256"}
    assert _refused(exchange.decider, **_given(exchange)) == {"exchange.log_is_of_the_own_grant"}
