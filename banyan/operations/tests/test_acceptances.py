"""A grant is made under the rules of use of its day; of a later version its user is told, and confirms it (37.1)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.models import Duty, Finding
from banyan.acts.queries import owed
from banyan.acts.reaction import follow_all
from banyan.acts.sweep import sweep
from banyan.bodies import acts as bodies
from banyan.bodies.models import Account, Body
from banyan.exchange.acts import sharing as exchange
from banyan.exchange.models import Grant
from banyan.operations.acts import acceptances, levels
from banyan.operations.models import Acceptance, ServiceRule
from tests import province
from tests.test_api import headers
from tests.test_sharing import Town

pytestmark = [pytest.mark.django_db, pytest.mark.norm("37.1-a")]


def follow() -> None:
    follow_all()


def published(by: Body, title: str, in_days: int = 0, replaces: int | None = None) -> ServiceRule:
    office = province.officer(by, "operations_officer")
    made = perform(
        levels.draft_service_rule, office, kind="use", title=title, text="第一条 示例", replaces=replaces
    ).on
    day = clock.today() + timedelta(days=in_days)
    perform(levels.publish_service_rule, office, made, number=title, in_force_from=day)
    follow()
    return ServiceRule.objects.get(pk=made)


def granted(town: Town, **more: object) -> Grant:
    request = town.request(**more)
    items = list(request.items.all())
    perform(exchange.grant_share, town.decider, request.pk, items=items, until=request.until)
    follow()
    return Grant.objects.get(request=request)


class Use:
    """A province and two cities with their rules, and a body of one of them that uses shared resources."""

    def __init__(self) -> None:
        self.town = Town()
        self.office = Body.objects.get(kind="managing_department", level="province")
        self.first = published(self.office, "使用办法")
        self.user = province.officer(self.town.civil, "data_officer")

    def told(self) -> list[tuple[str, str]]:
        rows = Acceptance.objects.filter(grant=None, body=self.town.civil).order_by("pk")
        return [(one.rule.title, one.state) for one in rows]


def test_a_grant_is_made_under_the_rules_that_bind_its_consumer_on_its_day() -> None:
    use = Use()
    xiamen = {"regions": [["350200", "厦门市", "city", "350000"]]}
    perform(bodies.load_regions, SYSTEM, number=1, rows=xiamen)
    published(province.body("福州市数字办", "350100", "managing_department"), "福州办法")
    published(province.body("厦门市数字办", "350200", "managing_department"), "厦门办法")
    grant = granted(use.town)
    made_under = Acceptance.objects.filter(grant=grant).order_by("pk")
    assert [(one.rule.title, one.state, one.body) for one in made_under] == [
        ("使用办法", "accepted", use.town.civil),
        ("福州办法", "accepted", use.town.civil),
    ]
    follow()
    assert Acceptance.objects.count() == 2


def test_users_are_told_of_a_later_version_and_confirm_it_by_their_day() -> None:
    use = Use()
    grant = granted(use.town)
    assert use.told() == []
    second = published(use.office, "使用办法（修订）", replaces=use.first.pk)
    assert use.told() == [("使用办法（修订）", "told")]
    (duty,) = owed(use.user)
    assert (duty.parameter, duty.norm, duty.body) == ("service_rule.confirm", "37.1-a", use.town.civil.pk)
    with clock.at(duty.due_at + timedelta(days=1)):
        sweep()
        assert Finding.objects.get(monitor="acts.duty_is_overdue", body=use.town.civil.pk).norm == "37.1-a"
        perform(acceptances.confirm_rule, use.user, duty.object_id)
        sweep()
        assert not Finding.objects.filter(state="open", body=use.town.civil.pk).exists()
    assert use.told() == [("使用办法（修订）", "accepted")]
    assert not Duty.objects.filter(closed_at=None, parameter="service_rule.confirm").exists()
    later = granted(use.town, purpose="另一用途")
    assert [one.rule for one in Acceptance.objects.filter(grant=later)] == [second]
    assert [one.rule for one in Acceptance.objects.filter(grant=grant)] == [use.first]


def test_until_a_version_is_in_force_grants_are_made_under_the_one_before_and_told_of_it() -> None:
    use = Use()
    second = published(use.office, "使用办法（修订）", in_days=30, replaces=use.first.pk)
    assert use.told() == []
    grant = granted(use.town)
    assert [one.rule for one in Acceptance.objects.filter(grant=grant)] == [use.first]
    granted(use.town, purpose="另一用途")
    assert use.told() == [("使用办法（修订）", "told")]
    with clock.at(clock.midnight(second.in_force_from or localdate()) + timedelta(hours=9)):
        third = granted(use.town, purpose="第三用途")
    assert [one.rule for one in Acceptance.objects.filter(grant=third)] == [second]


def test_whoever_uses_nothing_is_told_nothing_and_other_kinds_bind_nobody() -> None:
    use = Use()
    published(use.office, "使用办法（修订）", replaces=use.first.pk)
    assert use.told() == []
    granted(use.town)
    office = province.officer(use.office, "operations_officer")
    made = perform(levels.draft_service_rule, office, kind="standard", title="标准", text="一").on
    perform(levels.publish_service_rule, office, made, number="1", in_force_from=clock.today())
    follow()
    assert use.told() == []


def test_the_grants_page_shows_its_rules(client: Client) -> None:
    use = Use()
    grant = granted(use.town)
    headers(use.user)
    client.force_login(Account.objects.get(officer=use.user.officer))
    page = client.get(f"/exchange/grants/{grant.pk}/").content.decode()
    assert f'href="/operations/service-rules/{use.first.pk}/"' in page
