"""Articles 14.1, 17.1, 19 and 21: who builds platforms and terminals, and what becomes of those that exist."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.infrastructure.acts import platforms
from banyan.infrastructure.models import Platform
from banyan.infrastructure.tests.stage import NOW, Cast, found, refused_by

pytestmark = pytest.mark.django_db
OWN: dict[str, Any] = {"name": "平台", "mode": "own"}


@pytest.mark.norm("14.1-a", "14.1-b", "14.1-c", "19.1-a")
@pytest.mark.parametrize("kind", ["iot", "grid"])
def test_only_province_and_cities_build_the_platforms_that_all_use(kind: str) -> None:
    cast = Cast()
    rule = f"infrastructure.{kind}_platform_is_built_by_province_or_city"
    for officer in (cast.county_office, cast.builder, cast.local):
        assert refused_by(platforms.register_platform, officer, kind=kind, **OWN) == {rule}
    perform(platforms.register_platform, cast.city_office, kind=kind, name="市平台", mode="purchased")
    assert refused_by(platforms.register_platform, cast.city_office, kind=kind, **OWN) == {
        "infrastructure.one_platform_for_a_department"
    }
    perform(platforms.register_platform, cast.office, kind=kind, **OWN)


@pytest.mark.norm("19.1-b", "19.1-c", "19.2-a")
@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("special_grid", "no_specialised_grid_platform_is_built"),
        ("terminal", "no_terminals_of_one_unit_are_deployed"),
        ("grid_terminal", "shared_terminals_are_set_up_by_the_government"),
    ],
)
def test_a_unit_builds_no_grid_and_no_terminals_of_its_own(kind: str, rule: str) -> None:
    cast = Cast()
    assert refused_by(platforms.register_platform, cast.local, kind=kind, **OWN) == {f"infrastructure.{rule}"}


@pytest.mark.norm("19.2-a")
def test_the_department_of_the_government_sets_up_shared_terminals() -> None:
    cast = Cast()
    perform(platforms.register_platform, cast.county_office, kind="grid_terminal", number=300, **OWN)
    assert Platform.objects.get().number == 300


@pytest.mark.norm("21.1-b")
def test_a_renewed_qualification_closes_the_finding_of_the_one_that_ended() -> None:
    cast = Cast()
    first: dict[str, Any] = {"qualification": "网络安全服务乙级", "qualified_until": date(2026, 11, 30)}
    with clock.at(NOW):
        on = perform(
            platforms.plan_security_platform, cast.guard, name="安全平台", mode="purchased", **first
        ).on
    renew = platforms.renew_qualification
    with clock.at(NOW.replace(month=12, day=1)):
        assert found("infrastructure.qualification_has_ended") == 1
        assert refused_by(renew, cast.guard, on, **first) == {"infrastructure.renewed_qualification_is_valid"}
        later: dict[str, Any] = {"qualification": "网络安全服务甲级", "qualified_until": date(2029, 11, 30)}
        assert refused_by(renew, cast.builder, on, **later) == {"acts.office_may"}
        entry = perform(renew, cast.guard, on, **later)
        assert found("infrastructure.qualification_has_ended") == 0
    assert "网络安全服务甲级" in entry.told


@pytest.mark.norm("21.1-b")
def test_a_platform_of_ones_own_has_no_supplier_to_be_qualified() -> None:
    cast = Cast()
    on = perform(platforms.plan_security_platform, cast.guard, **OWN).on
    assert refused_by(
        platforms.renew_qualification, cast.guard, on, qualification="甲级", qualified_until=date(2030, 1, 1)
    ) == {"infrastructure.platform_has_a_supplier"}


@pytest.mark.norm("19.1-d", "19.1-b", "19.1-c")
def test_what_exists_is_integrated_or_interconnected_or_found() -> None:
    cast = Cast()
    with clock.at(NOW):
        assert refused_by(
            platforms.enter_platform, cast.local, kind="terminal", name="终端", integrate_by=date(2031, 1, 1)
        ) == {"infrastructure.platform_is_integrated_in_time"}
        grid = perform(
            platforms.enter_platform,
            cast.local,
            kind="special_grid",
            name="卫生网格",
            running_since=date(2020, 1, 1),
            integrate_by=date(2026, 12, 1),
        ).on
        terminals = perform(
            platforms.enter_platform,
            cast.local,
            kind="terminal",
            name="随访终端",
            running_since=date(2021, 1, 1),
        ).on
        assert found("infrastructure.grid_platform_is_built_against_the_measures") == 1
        assert found("infrastructure.terminals_are_deployed_against_the_measures") == 1
    with clock.at(NOW.replace(month=12, day=2)):
        assert found("infrastructure.platform_is_not_integrated") == 1
        perform(platforms.interconnect_platform, cast.county_office, grid, answer="已与综合网格互联")
        perform(platforms.integrate_platform, cast.county_office, terminals, answer="并入网格终端")
        assert found("infrastructure.platform_is_not_integrated") == 0
        assert found("infrastructure.grid_platform_is_built_against_the_measures") == 0
        assert found("infrastructure.terminals_are_deployed_against_the_measures") == 0
    assert set(Platform.objects.values_list("state", flat=True)) == {"interconnected", "integrated"}


@pytest.mark.norm("17.1-a", "17.1-b")
def test_the_province_has_one_sharing_platform_and_does_not_purchase_it() -> None:
    cast = Cast()
    given: dict[str, Any] = {"kind": "sharing", "name": "政务信息资源开放共享平台"}
    assert refused_by(platforms.register_platform, cast.city_office, mode="commissioned", **given) == {
        "infrastructure.sharing_platform_is_the_provinces"
    }
    assert refused_by(platforms.register_platform, cast.office, mode="purchased", **given) == {
        "infrastructure.sharing_platform_is_not_purchased"
    }
    perform(platforms.register_platform, cast.office, mode="commissioned", **given)
    assert refused_by(platforms.register_platform, cast.office, mode="commissioned", **given) == {
        "infrastructure.sharing_platform_is_the_provinces"
    }


@pytest.mark.norm("17.1-a", "21.1-a")
@pytest.mark.parametrize("kind", ["sharing", "security"])
def test_the_database_holds_one_in_the_province_whoever_writes(kind: str) -> None:
    cast = Cast()
    with under_way(UnderWay("tests.round_the_rule")):
        Platform.objects.create(kind=kind, name="平台", body=cast.managing, state="running")
        with pytest.raises(IntegrityError), transaction.atomic():
            Platform.objects.create(kind=kind, name="另一个", body=cast.city, state="running")


PURCHASE: dict[str, Any] = {
    "mode": "purchased",
    "qualification": "网络安全服务一级",
    "qualified_until": date(2027, 6, 30),
}


@pytest.mark.norm("21.1-a", "21.1-b")
def test_the_security_platform_is_planned_by_two_and_bought_only_from_the_qualified() -> None:
    cast = Cast()
    with clock.at(NOW):
        assert refused_by(platforms.register_platform, cast.office, kind="security", **OWN) == {
            "infrastructure.security_platform_is_planned_jointly"
        }
        assert refused_by(
            platforms.plan_security_platform, cast.guard, name="安全平台", mode="purchased"
        ) == {"infrastructure.supplier_of_security_is_qualified"}
        made = perform(platforms.plan_security_platform, cast.guard, name="安全平台", **PURCHASE).on
        assert Platform.objects.get().state == "planned"
        assert "acts.office_may" in refused_by(platforms.join_security_plan, cast.guard, made)
        perform(platforms.join_security_plan, cast.office, made)
        assert refused_by(platforms.plan_security_platform, cast.guard, name="二", **PURCHASE) == {
            "infrastructure.security_platform_is_one"
        }
        assert found("infrastructure.qualification_has_ended") == 0
    with clock.at(NOW.replace(year=2027, month=7)):
        assert found("infrastructure.qualification_has_ended") == 1


@pytest.mark.norm("21.2-a")
def test_a_unit_builds_its_security_under_the_plan_of_the_province() -> None:
    cast = Cast()
    assert refused_by(platforms.register_platform, cast.builder, kind="unit_security", **OWN) == {
        "infrastructure.security_of_a_unit_follows_the_plan"
    }
    plan = perform(platforms.plan_security_platform, cast.guard, name="安全平台", mode="own").on
    perform(platforms.join_security_plan, cast.office, plan)
    perform(platforms.register_platform, cast.builder, kind="unit_security", follows=plan, **OWN)
