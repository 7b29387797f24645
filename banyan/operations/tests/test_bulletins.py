"""Article 32.3: the security department tells bodies of threats; each confirms the receipt and reports what it did."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Entry, Finding
from banyan.acts.sentences import entry_sentence
from banyan.acts.sweep import duty_is_overdue, sweep
from banyan.bodies.models import Body
from banyan.operations.acts import bulletins
from banyan.operations.models import Bulletin, BulletinReply
from banyan.operations.queries.bulletins import visible_bulletins, visible_replies
from banyan.operations.tests.scene import DAY, NOW
from tests import province

pytestmark = pytest.mark.django_db
GIVEN: dict[str, Any] = {
    "number": "闽网信通〔2026〕7号",
    "title": "某中间件远程执行漏洞",
    "urgency": "urgent",
    "threat": "已发现在野利用",
    "affected": "使用该中间件的门户和业务系统",
    "measures": "升级到最新版本，关闭管理端口",
}


class Told:
    """The security department, two bodies that it tells, and who else there is."""

    def __init__(self) -> None:
        self.department = province.body("省委网信办", kind="security")
        self.one, self.other = province.body("福建省海洋与渔业局"), province.body("福建省林业局")
        self.managing = province.body("省数字办", kind="managing_department")
        self.guard = province.officer(self.department, "security_officer")
        self.keeper = province.officer(self.one, "security_officer")
        self.neighbour = province.officer(self.other, "security_officer")
        self.watcher = province.officer(self.managing, "inspector")

    def issued(self, *bodies: Body, **more: Any) -> Bulletin:
        told = [one.pk for one in bodies or (self.one, self.other)]
        made = perform(bulletins.issue_bulletin, self.guard, **{**GIVEN, **more}, bodies=told).on
        return Bulletin.objects.get(pk=made)

    def reply(self, body: Body) -> BulletinReply:
        return BulletinReply.objects.get(body=body)


def overdue(body: Body) -> set[str]:
    """The clocks that the body has let pass."""
    owed = Duty.objects.filter(body=body.pk, closed_at=None, due_at__lt=clock.now())
    return set(owed.values_list("parameter", flat=True))


@pytest.mark.norm("32.3-d")
def test_each_body_confirms_the_receipt_and_reports_what_it_did() -> None:
    told = Told()
    bulletin = told.issued()
    reply = told.reply(told.one)
    with pytest.raises(Refused):
        perform(bulletins.confirm_receipt, told.neighbour, reply)
    perform(bulletins.confirm_receipt, told.keeper, reply)
    perform(bulletins.report_action, told.keeper, reply, touched="门户网站", done="已升级")
    assert told.reply(told.one).state == "reported"
    assert Bulletin.objects.get(pk=bulletin.pk).answered == "1 / 2"


@pytest.mark.norm("32.3-d")
def test_who_does_not_answer_in_time_is_found() -> None:
    told = Told()
    told.issued()
    reply = told.reply(told.one)
    perform(bulletins.confirm_receipt, told.keeper, reply)
    with clock.at(NOW + timedelta(days=2)):
        sweep([duty_is_overdue])
        (finding,) = Finding.objects.filter(state="open")
        assert (finding.norm, finding.body) == ("32.3-d", told.other.pk)
    with clock.at(NOW + timedelta(days=6)):
        sweep([duty_is_overdue])
        found = Finding.objects.filter(state="open", body=told.one.pk)
        assert found.count() == 1, "an urgent one is answered within three working days of its receipt"
        perform(bulletins.report_action, told.keeper, reply, touched="无", done="已逐台核对")
        sweep([duty_is_overdue])
        assert not found.exists()


@pytest.mark.norm("32.3-d")
def test_a_body_that_never_confirms_is_late_with_the_report_as_well() -> None:
    told = Told()
    told.issued(told.one)
    for days, late in ((3, {"bulletin.receipt"}), (4, {"bulletin.receipt", "bulletin.report.urgent"})):
        with clock.at(NOW + timedelta(days=days)):
            assert overdue(told.one) == late
    with clock.at(NOW + timedelta(days=6)):
        perform(bulletins.report_action, told.keeper, told.reply(told.one), touched="无", done="已核对")
        assert overdue(told.one) == set(), "who reports has received it"
        sweep([duty_is_overdue])
        assert not Finding.objects.filter(state="open").exists()


@pytest.mark.norm("32.3-d")
@pytest.mark.parametrize(
    ("confirmed", "last"),
    [(0, "2026-11-27"), (1, "2026-11-30"), (2, "2026-11-27"), (9, "2026-11-27")],
    ids=["at once", "on the last day", "a day late", "after the report was due"],
)
def test_the_time_to_report_runs_from_a_receipt_in_time_or_else_from_the_issue(
    confirmed: int, last: str
) -> None:
    told = Told()
    told.issued(told.one)
    with clock.at(NOW + timedelta(days=confirmed)):
        perform(bulletins.confirm_receipt, told.keeper, told.reply(told.one))
    (owed,) = Duty.objects.filter(body=told.one.pk, closed_at=None)
    assert (owed.parameter, str(localdate(owed.due_at))) == ("bulletin.report.urgent", last)


@pytest.mark.norm("32.3-d")
def test_a_day_that_the_bulletin_sets_goes_before_the_clock_of_its_urgency() -> None:
    told = Told()
    told.issued(told.one, reply_by=DAY + timedelta(days=20))
    reply = told.reply(told.one)
    perform(bulletins.confirm_receipt, told.keeper, reply)
    for days, late in ((20, 0), (21, 1)):
        with clock.at(NOW + timedelta(days=days)):
            sweep([duty_is_overdue])
            assert Finding.objects.filter(state="open").count() == late


@pytest.mark.norm("32.3-d")
def test_only_the_department_and_the_bodies_concerned_read_a_bulletin() -> None:
    told = Told()
    told.issued(told.one)
    assert visible_bulletins(told.guard).count() == visible_bulletins(told.keeper).count() == 1
    for stranger in (told.neighbour, told.watcher):
        assert not visible_bulletins(stranger).exists()
        assert not visible_replies(stranger).exists()
    entry = Entry.objects.get(act="operations.issue_bulletin")
    assert entry_sentence(entry).endswith("issued the security bulletin 闽网信通〔2026〕7号")


@pytest.mark.norm("32.3-d")
def test_a_bulletin_that_was_wrong_is_withdrawn_and_nobody_owes_an_answer() -> None:
    told = Told()
    bulletin = told.issued()
    perform(bulletins.withdraw_bulletin, told.guard, bulletin, reason="误报")
    with clock.at(NOW + timedelta(days=9)):
        sweep([duty_is_overdue])
    assert not Finding.objects.exists()
    assert set(BulletinReply.objects.values_list("state", flat=True)) == {"released"}
