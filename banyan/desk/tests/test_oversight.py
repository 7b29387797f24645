"""Papers of supervision at the desk: the file of a referral, and the list of a draw."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.ledger.sequence import sequence_all
from banyan.supervision.acts import inspections, orders, referrals
from banyan.supervision.drawing import drawn_again
from banyan.supervision.models import Inspection, InspectionPlan, Referral
from banyan.supervision.queries.inspections import digest_now
from banyan.supervision.tests.stage import Cast, found

pytestmark = pytest.mark.django_db(transaction=True)


def _enter(client: Client, actor: Actor) -> None:
    assert actor.officer
    officer = Officer.objects.get(pk=actor.officer)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))


def _referred(cast: Cast) -> Referral:
    given: dict[str, Any] = {
        "body": cast.unit.pk,
        "findings": [found(cast.unit).pk],
        "demands": "停止目录外采集",
    }
    order = perform(orders.order_correction, cast.inspector, **given).on
    perform(orders.report_correction, cast.head, order, report="已改", evidence="〔2026〕3号")
    perform(orders.find_uncorrected, cast.inspector, order, seen="仍在采集")
    case: dict[str, Any] = {"item": "38.1(3)-a", "facts": "目录外采集", "judged": "涉及两千人"}
    perform(referrals.draw_up_referral, cast.inspector, order, **case)
    return Referral.objects.get()


@pytest.mark.norm("38.1-a")
def test_the_file_of_a_referral_is_a_page_a_pdf_and_json_for_those_who_may_see_it(client: Client) -> None:
    cast = Cast()
    address = f"/supervision/referrals/{_referred(cast).pk}"
    _enter(client, cast.auditor)
    page = client.get(f"{address}/file/").content.decode()
    assert "停止目录外采集" in page
    assert f"{address}/file.pdf" in page
    assert client.get(f"{address}/file.pdf").content.startswith(b"%PDF-")
    assert json.loads(client.get(f"{address}/file.json").content)["referral"]["body_code"] == cast.unit.code
    _enter(client, cast.neighbour)
    for name in ("file/", "file.pdf", "file.json"):
        assert client.get(f"{address}/{name}").status_code == 404


@pytest.mark.norm("34.1-a")
def test_the_list_of_a_draw_is_there_once_the_plan_is_issued(client: Client) -> None:
    cast = Cast()
    given: dict[str, Any] = {"since": date(2026, 1, 1), "until": date(2026, 12, 31), "title": "年度检查"}
    given |= {"number": "1号", "at_random": 1, "by_risk": 0}
    made = perform(inspections.draft_inspection_plan, cast.inspector, **given).on
    plan = InspectionPlan.objects.get(pk=made)
    _enter(client, cast.inspector)
    assert client.get(f"/supervision/inspection-plans/{made}/list.json").status_code == 404
    perform(inspections.fix_list, cast.inspector, plan, digest=digest_now(plan, cast.inspector))
    sequence_all()
    perform(inspections.issue_inspection_plan, cast.inspector, plan.pk)
    told = client.get(f"/supervision/inspection-plans/{made}/list.json").content.decode()
    assert [one.code for one in drawn_again(told)] == [Inspection.objects.get().body.code]
