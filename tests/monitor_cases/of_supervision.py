"""Cases of the monitors of supervision."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.timezone import get_default_timezone

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.supervision.acts import leaderships, orders, scores
from banyan.supervision.measuring import measure
from banyan.supervision.models import YearlyScore
from banyan.supervision.monitors import year_is_not_scored
from tests import province
from tests.monitor_cases.case import Case, a, in_days, let


def _order_was_not_met() -> Iterator[datetime]:
    a("supervision.order")
    late = a("supervision.order", state="escalated")
    yield in_days(0)
    officer = province.officer(late.body, "head")
    perform(orders.report_correction, officer, late.pk, report="已停止采集", evidence="〔2026〕3号")
    yield in_days(0)


def _nobody_ordered_to_correct() -> Iterator[datetime]:
    managing = province.body("电子政务管理部门", kind="managing_department")
    found = {"state": "open", "region": managing.region_code}
    a("acts.finding", **found)
    a("acts.finding", region="350100", state="closed", found_at=in_days(-60))
    province.body("福州市数字办", "350100", "managing_department")
    ordered = a("acts.finding", **found, found_at=in_days(-60))
    a("supervision.order").findings.add(ordered)
    waiting = a("acts.finding", **found, found_at=in_days(-60))
    yield in_days(0)
    inspector = province.officer(managing, "inspector")
    given = {"body": waiting.body, "findings": [waiting.pk], "demands": "停止目录外采集"}
    perform(orders.order_correction, inspector, **given)
    yield in_days(0)


def _nobody_is_named_who_leads() -> Iterator[datetime]:
    province.body("福建省民政厅")
    government = province.body("福建省人民政府", kind="government")
    yield in_days(0)
    given: dict[str, Any] = {"name": "领导小组", "leader": "甲，副省长", "since": in_days(0).date()}
    perform(leaderships.register_leadership, province.officer(government, "leader"), **given)
    yield in_days(0)


def _no_score_of_the_year() -> Iterator[datetime]:
    january, april = (datetime(2027, month, 2, 10, tzinfo=get_default_timezone()) for month in (1, 4))
    managing = province.body("省数字办", kind="managing_department")
    scored, unit = province.body("福建省民政厅"), province.body("福建省海洋与渔业局")
    province.body("福州市数字办", "350100", "managing_department")
    given = {"year": 2026, "points": 90, "lines": [], "counted_on": january.date()}
    let(YearlyScore(office=managing, body=scored, **given))
    with clock.at(datetime(2026, 12, 1, tzinfo=get_default_timezone())):
        measure()
    assert not list(year_is_not_scored.watch(january))
    yield april
    inspector = province.officer(managing, "inspector")
    with clock.at(april):
        perform(scores.settle_yearly_score, inspector, body=unit.pk, year=2026)
    yield april


CASES: dict[str, Case] = {
    "supervision.government_is_not_led": _nobody_is_named_who_leads,
    "supervision.year_is_not_scored": _no_score_of_the_year,
    "supervision.order_is_not_met": _order_was_not_met,
    "supervision.findings_wait_for_an_order": _nobody_ordered_to_correct,
}
