"""The provincial office organises the opening of resources and their development (article 5)."""

from datetime import timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.figures import told_of
from banyan.acts.register import related_of
from banyan.acts.registry import registers
from banyan.catalogue.acts import developments
from banyan.catalogue.models import Development, Resource
from tests import province
from tests.monitor_cases.case import a, let

pytestmark = pytest.mark.django_db


def office() -> Actor:
    return province.officer(province.body("省数字办", kind="managing_department"), "catalogue_officer")


def resource(**more: Any) -> Resource:
    found: Resource = a("catalogue.resource", state="published", opening="open", **more)
    return found


def registered(actor: Actor, of: Resource, **more: Any) -> Development:
    until = clock.today() + timedelta(days=300)
    given: dict[str, Any] = {
        "developer": "福州某信息公司",
        "purpose": "公交到站提醒",
        "until": until,
        **more,
    }
    return Development.objects.get(
        pk=perform(developments.register_development, actor, resource=of.pk, **given).on
    )


@pytest.mark.norm("5.1-g")
def test_what_is_opened_and_who_develops_it_is_registered_counted_and_shown_beside_the_resource() -> None:
    actor, opened = office(), resource()
    a("catalogue.resource", state="published", opening="closed", body=opened.body)
    provider = {"body": str(opened.body_id)}
    assert (told_of(provider)["opened"].part, told_of(provider)["opened"].whole) == (1, 2)
    use = registered(actor, opened)
    assert told_of(provider)["developed"].part == 1
    perform(developments.record_development, actor, use.pk, made="“榕易停”小程序", users=3200)
    use.refresh_from_db()
    assert (use.made, use.users, use.told_on) == ("“榕易停”小程序", 3200, clock.today())
    beside = [one.rows(opened, actor) for one in related_of(registers["catalogue.resource"])]
    assert [use] in [list(rows) for rows in beside if rows is not None]
    perform(developments.end_development, actor, use.pk, reason="期满")
    assert told_of(provider)["developed"].part == 0


@pytest.mark.norm("5.1-g")
def test_only_what_is_opened_is_developed_and_a_condition_needs_its_terms() -> None:
    actor, opened = office(), resource()
    with pytest.raises(Refused) as refused:
        registered(actor, let(opened, opening="conditional", opening_condition="注明来源"))
    assert {one.rule for one in refused.value.refusals} == {"catalogue.conditional_opening_has_terms"}
    assert registered(actor, opened, terms="注明来源，不得转让").terms
    with pytest.raises(Refused) as closed:
        registered(actor, let(opened, opening="closed"))
    assert {one.rule for one in closed.value.refusals} == {"catalogue.developed_resource_is_opened"}


@pytest.mark.norm("5.1-g")
def test_a_city_does_not_organise_it() -> None:
    city = province.officer(
        province.body("福州市数字办", "350100", "managing_department"), "catalogue_officer"
    )
    with pytest.raises(Refused):
        registered(city, resource())
    assert not Development.objects.exists()
