"""Software of a year: planned with what it does and for whom, taken over where several need it."""

from decimal import Decimal
from typing import Any

import pytest

from banyan.acts import registry
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.queries import conditions
from banyan.planning.acts import projects, software
from banyan.planning.models import KeyPoints, Project, SoftwareEntry
from banyan.planning.queries.software import similar_to
from banyan.planning.tests.test_documents import Office, proposed, rules_of

pytestmark = pytest.mark.django_db


def planned(office: Office, **more: Any) -> SoftwareEntry:
    given: dict[str, Any] = {
        "year": 2027,
        "name": "渔船动态监控系统",
        "purpose": "渔船安全监管",
        "functions": "渔船位置监控\n越界告警",
        "users": "省、市、县渔业执法机构",
        "consultation": "已征求各市意见",
        "sector_wide": True,
        "reuse_search": "检索服务目录，未见可用",
        "budget": 1000,
    }
    made = perform(software.plan_software, office.builder, **{**given, **more}).on
    return SoftwareEntry.objects.get(pk=made)


@pytest.mark.norm("18.1-a")
def test_software_is_planned_for_a_year_with_what_it_does_for_whom_and_at_what_cost() -> None:
    office = Office()
    with pytest.raises(Refused) as refused:
        planned(office, functions=" \n ", users="", reuse_search="")
    assert rules_of(refused) == {
        "planning.functions_are_listed",
        "planning.lower_units_were_consulted",
        "planning.reuse_was_searched",
    }
    entry = planned(office)
    assert (entry.state, entry.year, entry.budget) == ("submitted", 2027, Decimal(1000))
    assert entry.body.name == "福建省海洋与渔业局"


@pytest.mark.norm("18.2-d")
def test_software_that_several_need_is_taken_over_and_no_unit_builds_it_by_itself() -> None:
    office = Office()
    entry = planned(office)
    perform(software.begin_key_points, office.planner, year=2027)
    with pytest.raises(Refused):
        perform(software.take_over_entry, office.builder, entry, reason="自建")
    perform(software.take_over_entry, office.planner, entry, reason="海事、渔业共用，统一规划开发")
    with pytest.raises(Refused) as refused:
        perform(software.include_entry, office.planner, entry)
    assert rules_of(refused) == {"acts.state_allows_it"}
    project = proposed(office.builder)
    perform(projects.complete_project, office.builder, project, software_entry=entry.pk)
    gate = conditions(projects.approve_project, office.builder, Project.objects.get(pk=project.pk))
    assert "planning.software_is_in_the_key_points" in {one.rule.name for one in gate if one.refusal}


@pytest.mark.norm("18.2-b")
def test_software_serves_its_whole_line_or_the_compilation_shows_why_not() -> None:
    office = Office()
    with pytest.raises(Refused) as refused:
        planned(office, sector_wide=False)
    assert rules_of(refused) == {"planning.software_serves_its_whole_line"}
    wide = planned(office, narrower_because="写了也不作数")
    narrow = planned(office, name="渔业档案库", sector_wide=False, narrower_because="只用于省本级档案库")
    points = KeyPoints.objects.get(pk=perform(software.begin_key_points, office.planner, year=2027).on)
    for entry in (wide, narrow):
        for other in similar_to(entry):
            given: dict[str, Any] = {"other": other.id, "verdict": "different", "reason": "用途不同"}
            perform(software.decide_similarity, office.planner, entry.pk, **given)
        perform(software.include_entry, office.planner, entry.pk)
    made = registry.registers["planning.keypoints"].related[0]
    shown = [one.path for one in made.columns]
    rows = {tuple(getattr(row, path) for path in shown[2:4]) for row in made.rows(points, office.planner)}
    assert rows == {(True, ""), (False, "只用于省本级档案库")}
