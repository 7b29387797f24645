"""Grid teams set up by governments for every line of work, and the cells of each (articles 19.2 and 31.1)."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Name
from banyan.bodies.models import Region
from banyan.infrastructure.acts.existing import whose
from banyan.infrastructure.models import GridCell, GridTeam
from banyan.infrastructure.queries import grid as queries
from banyan.infrastructure.rules import grid as rules

WorksIn = Annotated[Region, Ask(label="Works in", choices=queries.regions_for_teams)]
Members = Annotated[int, Ask(label="Members", least=1)]
Team = Annotated[GridTeam, Ask(label="Grid team", choices=queries.serving_teams)]
Code = Annotated[
    str,
    Ask(
        label="Code of the cell",
        help="15 digits: the 12 of the community or village, and three of the cell (GB/T 30428.1).",
        longest=15,
    ),
]
OFFICES = "planning_officer, administrator, leader, head"
OF_TEAM, OF_CELL = f"body : {OFFICES}", f"team.body : {OFFICES}"


@act(
    under=("19.2-a", "31.1-c"),
    by=f"own : {OFFICES}",
    on=GridTeam,
    moves="-> serving",
    facts=queries.team_facts,
    rules=[
        rules.grid_team_is_of_the_government,
        rules.grid_team_is_set_up_at_county_level_or_above,
        rules.grid_team_is_set_up_once,
    ],
    title="Set up grid team",
    says="{by} set up the grid team {name} in {region}",
)
def set_up_grid_team(*, name: Name, region: WorksIn, members: Members, by: Any) -> GridTeam:
    """Set up a team that looks after grid cells for every line of work."""
    return GridTeam.objects.create(body_id=whose(by), name=name, region=region, members=members)


@act(
    under="19.2-a",
    by=OF_TEAM,
    on=GridTeam,
    moves="serving",
    title="Record members",
    says="{by} recorded that {on} has {members} members",
)
def record_team_members(team: GridTeam, *, members: Members) -> None:
    """Record how many people the team has now."""
    team.members = members


@act(
    under="19.2-a",
    by=OF_TEAM,
    on=GridTeam,
    moves="serving -> dissolved",
    facts=queries.team_facts,
    rules=[rules.no_cell_is_left_without_a_team],
    title="Dissolve grid team",
    says="{by} dissolved {on}: {reason}",
    tone="grave",
)
def dissolve_grid_team(team: GridTeam, *, reason: Long) -> None:
    """End the team, once its cells are looked after by others."""


@act(
    under="19.2-a",
    by=f"own : {OFFICES}",
    on=GridCell,
    moves="-> in_use",
    facts=queries.cell_facts,
    rules=[
        rules.cell_lies_in_a_community,
        rules.cell_has_a_code_of_its_own,
        rules.team_of_the_cell_works_there,
    ],
    title="Draw grid cell",
    says="{by} drew the grid cell {code} {name} and gave it to {team}",
)
def draw_grid_cell(*, code: Code, name: Name, team: Team) -> GridCell:
    """Draw a cell within a community or village, and give it to its one team."""
    return GridCell.objects.create(
        code=code, name=name, community=Region.objects.get(code=code[: queries.COMMUNITY]), team=team
    )


@act(
    under="19.2-a",
    by=OF_CELL,
    on=GridCell,
    moves="in_use",
    facts=queries.cell_facts,
    rules=[rules.team_of_the_cell_works_there],
    title="Hand over to another team",
    says="{by} gave {on} to {team}",
)
def hand_over_grid_cell(cell: GridCell, *, team: Team) -> None:
    """Give the cell to another team; from now on that one alone looks after it."""
    cell.team = team


@act(
    under="19.2-a",
    by=OF_CELL,
    on=GridCell,
    moves="in_use -> merged",
    title="Merge into another cell",
    says="{by} merged {on}: {reason}",
    tone="grave",
)
def merge_grid_cell(cell: GridCell, *, reason: Long) -> None:
    """Take the cell out of use, because another has taken in its area."""
