"""Referrals: the case follows from the findings, the outcome has its period, the file proves itself (article 38)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.kit.paper import pdf
from banyan.ledger.models import Log
from banyan.ledger.sequence import sequence_all
from banyan.ledger.tests.verifying import verify_log
from banyan.supervision.acts import orders, referrals
from banyan.supervision.models import Order, Referral
from banyan.supervision.queries.referral_file import referral_file
from banyan.supervision.queries.referral_paper import referral_paper
from banyan.supervision.queries.referrals import best_case, cases_of, effect_until
from banyan.supervision.tests.stage import Cast, found, refused_by

pytestmark = pytest.mark.django_db(transaction=True)


def _escalated(cast: Cast, *norms: str) -> Order:
    findings = [found(cast.unit, norm).pk for norm in norms]
    given: dict[str, Any] = {"body": cast.unit.pk, "findings": findings, "demands": "停止目录外采集"}
    order = perform(orders.order_correction, cast.inspector, **given).on
    perform(orders.report_correction, cast.head, order, report="已改", evidence="〔2026〕3号")
    perform(orders.find_uncorrected, cast.inspector, order, seen="仍在采集")
    return Order.objects.get(pk=order)


@pytest.mark.parametrize(
    ("norm", "item"),
    [
        ("24.1-b", "38.1(1)-a"),
        ("22.2-b", "38.1(2)-a"),
        ("16.2-b", "38.1(3)-a"),
        ("25.1-c", "38.1(4)-a"),
        ("29.1-b", "38.1(5)-a"),
    ],
)
@pytest.mark.norm("38.1(1)-a", "38.1(2)-a", "38.1(3)-a", "38.1(4)-a", "38.1(5)-a")
def test_each_case_follows_from_the_norm_that_was_broken(norm: str, item: str) -> None:
    assert cases_of(norm) == (item,)


def test_a_norm_that_article_38_does_not_name_makes_no_case() -> None:
    assert cases_of("35.2-b") == ()
    assert cases_of("nonsense") == ()


@pytest.mark.norm("38.1-a", "38.1(3)-a")
def test_a_case_that_no_finding_supports_is_refused() -> None:
    cast = Cast()
    order = _escalated(cast, "16.2-b", "22.2-b", "16.2-c")
    given: dict[str, Any] = {"facts": "目录外采集", "judged": "涉及两千人"}
    assert best_case(order, Actor(None, "")) == "38.1(3)-a"
    with pytest.raises(Refused) as refused:
        perform(referrals.draw_up_referral, cast.inspector, order, item="38.1(1)-a", **given)
    assert refused_by(refused) == {"supervision.case_follows_from_the_findings"}
    perform(referrals.draw_up_referral, cast.inspector, order.pk, item="38.1(2)-a", **given)
    with pytest.raises(Refused) as refused:
        perform(referrals.draw_up_referral, cast.inspector, order.pk, item="38.1(2)-a", **given)
    assert refused_by(refused) == {"supervision.order_is_referred_once"}


@pytest.mark.norm("38.1-a")
def test_an_order_without_such_a_finding_is_not_referred() -> None:
    cast = Cast()
    order = _escalated(cast, "35.2-b")
    with pytest.raises(Refused) as refused:
        perform(
            referrals.draw_up_referral, cast.inspector, order, item="38.1(1)-a", facts="示例", judged="示例"
        )
    assert refused_by(refused) == {"supervision.some_finding_is_a_case_of_the_article"}


def _accepted(cast: Cast) -> Referral:
    order = _escalated(cast, "16.2-b")
    given: dict[str, Any] = {
        "item": "38.1(3)-a",
        "facts": "目录外采集",
        "judged": "涉及两千人",
        "people": 2000,
    }
    perform(referrals.draw_up_referral, cast.inspector, order, **given)
    referral = Referral.objects.get()
    perform(referrals.refer, cast.inspector, referral)
    perform(referrals.accept_referral, cast.auditor, referral.pk)
    return Referral.objects.get()


@pytest.mark.norm("38.1-a", "38.1-b", "38.1-c")
def test_the_outcome_shows_until_when_it_has_effect() -> None:
    cast = Cast()
    referral = _accepted(cast)
    with pytest.raises(Refused) as refused:
        perform(referrals.conclude_referral, cast.auditor, referral, outcome="警告", sanction="warning")
    assert refused_by(refused) == {"supervision.sanction_has_its_first_day"}
    perform(
        referrals.conclude_referral,
        cast.auditor,
        referral.pk,
        outcome="给予警告",
        sanction="warning",
        effective_on=date(2026, 8, 31),
        damages=1000,
    )
    referral.refresh_from_db()
    assert referral.effective_until == date(2027, 2, 28)
    assert effect_until("demerit", date(2026, 8, 31)) == date(2027, 8, 31)
    assert effect_until("major_demerit", date(2026, 8, 31)) == date(2028, 2, 29)
    assert effect_until("demotion", date(2026, 8, 31)) == date(2028, 8, 31)
    assert effect_until("dismissal", date(2026, 8, 31)) is None


@pytest.mark.norm("38.1-a")
def test_the_file_proves_its_entries_offline_and_a_changed_one_is_found(tmp_path: Path) -> None:
    cast = Cast()
    referral = _accepted(cast)
    sequence_all()
    told = referral_file(referral)
    file = tmp_path / "referral.json"
    file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    verdict = verify_log(file, Log.objects.get(name="acts").vkey, tmp_path)
    assert (verdict.code, verdict.kinds) == (0, [])
    acts = {one["act"] for one in told["entries"]}
    assert acts >= {"acts.open_findings", "supervision.order_correction", "supervision.refer"}
    assert {one["name"] for one in told["persons"]} == {cast.head.name}
    for name, value in (("at", "2020-01-01T00:00:00+00:00"), ("leaf", "{}"), ("proof", "")):
        changed = json.loads(json.dumps(told))
        changed["entries"][0][name] = value
        file.write_text(json.dumps(changed), encoding="utf-8")
        verdict = verify_log(file, Log.objects.get(name="acts").vkey, tmp_path)
        assert verdict.code == (1 if name == "at" else verdict.code)
        assert verdict.code or verdict.findings["waiting"] == 1, f"a changed {name} went unseen"


@pytest.mark.norm("38.1-a")
def test_the_file_is_a_paper_with_its_own_fonts() -> None:
    told = referral_file(_accepted(Cast()))
    made = pdf(referral_paper(told), at=clock.now())
    assert made.startswith(b"%PDF-")
    assert len(made) > 10_000
