"""Articles 19.2 and 31.1: governments set up grid teams for every line, and each cell has exactly one."""

import pytest
from django.db import IntegrityError, transaction

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.bodies.models import Region
from banyan.infrastructure.acts import grid
from banyan.infrastructure.models import GridCell, GridTeam
from banyan.infrastructure.queries.grid import terminals_of
from banyan.infrastructure.tests.stage import Cast, refused_by
from tests.monitor_cases.case import a, let

pytestmark = pytest.mark.django_db
CODE = "350102001001001"


def _county() -> Region:
    return Region.objects.get(code="350102")


def _community() -> None:
    """A street and a community of the county, as the national list has them."""
    with under_way(UnderWay("tests.prepare")):
        street = Region.objects.create(code="350102001", name="鼓东街道", level="township", parent=_county())
        Region.objects.create(code=CODE[:12], name="中山社区", level="village", parent=street)


def _team(officer: Actor, name: str = "鼓东网格队伍", region: str = "350102") -> GridTeam:
    place = Region.objects.get(code=region).pk
    made = perform(grid.set_up_grid_team, officer, name=name, region=place, members=12).on
    return GridTeam.objects.get(pk=made)


def _cell(officer: Actor, team: GridTeam) -> GridCell:
    made = perform(grid.draw_grid_cell, officer, code=CODE, name="中山第一网格", team=team).on
    return GridCell.objects.get(pk=made)


@pytest.mark.norm("31.1-c")
def test_a_unit_is_refused_a_team_of_its_own_and_sent_to_the_governments() -> None:
    cast = Cast()
    given = {"name": "卫健网格队伍", "region": _county().pk, "members": 5}
    assert refused_by(grid.set_up_grid_team, cast.local, **given) == {
        "infrastructure.grid_team_is_of_the_government"
    }
    assert not GridTeam.objects.exists()
    assert _team(cast.county_office).body == cast.county


@pytest.mark.norm("19.2-a")
def test_a_government_sets_up_teams_within_its_own_region_only() -> None:
    cast = Cast()
    other = Region.objects.get(code="350103").pk
    assert refused_by(
        grid.set_up_grid_team, cast.county_office, name="台江网格队伍", region=other, members=5
    ) == {"infrastructure.grid_team_is_set_up_at_county_level_or_above"}
    assert _team(cast.city_office, region="350103").members == 12


@pytest.mark.norm("19.2-a")
def test_a_cell_stands_in_a_community_under_a_code_of_its_own_with_a_team_of_the_place() -> None:
    cast = Cast()
    team, stranger = _team(cast.county_office), _team(cast.city_office, "台江队伍", "350103")
    given = {"code": CODE, "name": "中山第一网格"}
    assert refused_by(grid.draw_grid_cell, cast.county_office, team=team, **given) == {
        "infrastructure.cell_lies_in_a_community"
    }
    _community()
    assert refused_by(grid.draw_grid_cell, cast.county_office, team=stranger, **given) == {
        "infrastructure.team_of_the_cell_works_there"
    }
    assert _cell(cast.county_office, team).community.name == "中山社区"
    assert refused_by(grid.draw_grid_cell, cast.county_office, team=team, **given) == {
        "infrastructure.cell_has_a_code_of_its_own"
    }


@pytest.mark.norm("19.2-a")
def test_a_cell_has_exactly_one_team_and_the_database_holds_it() -> None:
    cast = Cast()
    _community()
    team, other = _team(cast.county_office), _team(cast.county_office, "鼓西网格队伍")
    cell = _cell(cast.county_office, team)
    perform(grid.hand_over_grid_cell, cast.county_office, cell, team=other)
    cell.refresh_from_db()
    assert (cell.team, team.cells.count()) == (other, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        let(cell, team=None)


@pytest.mark.norm("19.2-a")
def test_a_team_is_dissolved_only_when_its_cells_have_another() -> None:
    cast = Cast()
    _community()
    team = _team(cast.county_office)
    cell = _cell(cast.county_office, team)
    assert refused_by(grid.dissolve_grid_team, cast.county_office, team, reason="并队") == {
        "infrastructure.no_cell_is_left_without_a_team"
    }
    perform(grid.hand_over_grid_cell, cast.county_office, cell, team=_team(cast.county_office, "鼓西队伍"))
    perform(grid.dissolve_grid_team, cast.county_office, team, reason="并队")
    team.refresh_from_db()
    assert team.state == "dissolved"


@pytest.mark.norm("19.2-a")
def test_a_team_shares_the_terminals_of_its_place() -> None:
    cast = Cast()
    team = _team(cast.county_office)
    a("infrastructure.platform", kind="grid_terminal", state="running", body=cast.city)
    here = a("infrastructure.platform", kind="grid_terminal", state="running", body=cast.county)
    assert list(terminals_of(team, cast.local)) == [here]


@pytest.mark.norm("19.2-a")
def test_members_are_recorded_and_a_cell_is_merged() -> None:
    cast = Cast()
    _community()
    team = _team(cast.county_office)
    perform(grid.record_team_members, cast.county_office, team, members=15)
    cell = _cell(cast.county_office, team)
    perform(grid.merge_grid_cell, cast.county_office, cell, reason="并入中山第二网格")
    perform(grid.dissolve_grid_team, cast.county_office, team, reason="无网格")
    assert (GridTeam.objects.get().members, GridCell.objects.get().state) == (15, "merged")
