"""Article 15.1: basic databases and what joins them, planned by the province, built by it or with the cities."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.bodies.models import Body
from banyan.lake.acts import databases
from banyan.lake.models import BasicDatabase, CityDatabase
from banyan.lake.rules.databases import KEYS
from tests import province
from tests.monitor_cases.case import a, let

pytestmark = pytest.mark.django_db
PLANNED_ALONE = "lake.basic_database_is_planned_by_the_provincial_office"


class Cast:
    """The managing departments of the three levels, and the police, who lead the population database."""

    def __init__(self) -> None:
        self.office, self.city, self.county = (
            province.officer(
                province.body(name, region=region, kind="managing_department"), "planning_officer"
            )
            for name, region in (
                ("省数字办", "350000"),
                ("福州市数字办", "350100"),
                ("鼓楼区数字办", "350102"),
            )
        )
        self.police = province.body("福建省公安厅")

    def plan(self, kind: str = "population", mode: str = "one", **more: Any) -> BasicDatabase:
        given = {"kind": kind, "name": f"{kind}库", "lead": self.police, "mode": mode, **more}
        return BasicDatabase.objects.get(pk=perform(databases.plan_basic_database, self.office, **given).on)


def _refused(act: Act, actor: Actor, on: Any = None, **given: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        perform(act, actor, on, **given)
    assert all(str(one.instead) for one in refused.value.refusals)
    return {one.rule for one in refused.value.refusals}


@pytest.mark.norm("15.1-a")
def test_the_six_fixed_kinds_have_their_keys_and_an_extension_names_its_own() -> None:
    cast = Cast()
    kinds = ("population", "legal_persons", "geography", "macro_economy", "culture", "archives")
    made = {kind: cast.plan(kind) for kind in kinds}
    assert {kind: one.key for kind, one in made.items()} == {kind: KEYS[kind] for kind in kinds}
    assert made["population"].lead == cast.police
    given = {"kind": "extension", "name": "电子证照库", "lead": cast.police.pk, "mode": "one"}
    assert _refused(databases.plan_basic_database, cast.office, **given) == {"lake.key_is_that_of_its_kind"}
    assert cast.plan("extension", row_key="credit_code").key == "credit_code"
    wrong = {**given, "kind": "exchange", "row_key": "citizen_number"}
    assert _refused(databases.plan_basic_database, cast.office, **wrong) == {"lake.key_is_that_of_its_kind"}


@pytest.mark.norm("15.1-a")
def test_a_fixed_kind_exists_once_and_the_database_holds_it() -> None:
    cast = Cast()
    cast.plan()
    given = {"kind": "population", "name": "第二人口库", "lead": cast.police.pk, "mode": "one"}
    assert _refused(databases.plan_basic_database, cast.office, **given) == {"lake.kind_is_planned_once"}
    other = cast.plan("culture")
    with pytest.raises(IntegrityError), transaction.atomic():
        let(other, kind="population")


@pytest.mark.norm("15.1-a")
def test_a_database_runs_once_its_sources_are_named() -> None:
    cast = Cast()
    database = cast.plan()
    assert _refused(databases.run_basic_database, cast.office, database) == {"lake.database_has_sources"}
    source = a("catalogue.resource", body=cast.police, state="published")
    perform(databases.name_sources, province.officer(cast.police, "data_officer"), database, sources=[source])
    perform(databases.run_basic_database, cast.office, database)
    database.refresh_from_db()
    assert (database.state, list(database.sources.all())) == ("running", [source])


@pytest.mark.norm("15.1-b")
@pytest.mark.parametrize("kind", ["population", "exchange"])
def test_only_the_provincial_office_plans_basic_databases_and_the_exchange_system(kind: str) -> None:
    cast = Cast()
    given = {"kind": kind, "name": "福州市自建库", "lead": cast.police.pk, "mode": "one"}
    unit = province.officer(cast.police, "planning_officer")
    for actor in (cast.city, cast.county, unit):
        assert _refused(databases.plan_basic_database, actor, **given) == {PLANNED_ALONE}
    assert not BasicDatabase.objects.exists()
    assert cast.plan(kind).body == Body.objects.get(name="省数字办")


@pytest.mark.norm("15.1-c")
def test_a_city_builds_its_part_and_declares_how_it_reaches_the_province() -> None:
    cast = Cast()
    database = cast.plan(mode="separate")
    act, way = databases.declare_city_database, "每日增量汇聚到省级平台"
    assert _refused(act, cast.city, database=database, synchronisation=way) == {
        "lake.upward_synchronisation_is_declared"
    }
    given: dict[str, Any] = {"database": database, "synchronisation": way, "cycle": "daily"}
    made = CityDatabase.objects.get(pk=perform(act, cast.city, **given).on)
    assert (made.cycle, made.synchronisation) == ("daily", way)
    assert _refused(act, cast.city, **given) == {"lake.instance_is_declared_once"}
    assert _refused(databases.set_build_mode, cast.office, database, mode="one") == {
        "lake.no_city_is_left_with_an_instance"
    }
    perform(databases.close_city_database, cast.city, made, reason="改由全省统一建设")
    perform(act, cast.city, **given)


@pytest.mark.norm("15.1-c")
def test_a_county_builds_none_and_nobody_builds_a_part_of_what_is_built_once() -> None:
    cast = Cast()
    database = cast.plan(mode="separate")
    act = databases.declare_city_database
    given: dict[str, Any] = {"database": database, "synchronisation": "接口", "cycle": "daily"}
    assert _refused(act, cast.county, **given) == {"lake.instance_is_built_by_a_city"}
    perform(databases.set_build_mode, cast.office, database, mode="one")
    database.refresh_from_db()
    assert _refused(act, cast.city, **given) == {"lake.database_is_built_separately"}
