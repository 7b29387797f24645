"""Rules of articles 19.2 and 31.1 on grid teams and cells: governments set teams up, and a cell has one."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.bodies.kinds import MANAGING
from banyan.kit.sentence import say


@dataclass(frozen=True)
class TeamFacts:
    """What the rules may know of a team: who sets it up and where; ``cells`` still look to it."""

    body_kind: str
    level: str
    in_own_region: bool
    name_taken: bool
    cells: int


@dataclass(frozen=True)
class CellFacts:
    """What the rules may know of a cell: whether its community is known and ours, and who looks after it."""

    is_in_a_community: bool
    in_own_region: bool
    code_taken: bool
    team_works_there: bool


@rule("31.1-c")
def grid_team_is_of_the_government(facts: TeamFacts, asked: Any) -> Objection | None:
    if facts.body_kind in {"government", MANAGING}:
        return None
    return refuse(
        say("Units have no grid team of their own: one team looks after a cell for every line of work."),
        instead=say("Ask the people's government of the place to let its grid team do this work."),
    )


@rule("19.2-a")
def grid_team_is_set_up_at_county_level_or_above(facts: TeamFacts, asked: Any) -> Objection | None:
    if facts.level in {"province", "city", "county"} and facts.in_own_region:
        return None
    return refuse(
        say("Governments at county level and above set up grid teams, each within its own region."),
        instead=say("Choose a region within your own, or ask the government of that place."),
    )


@rule("19.2-a")
def grid_team_is_set_up_once(facts: TeamFacts, asked: Any) -> Objection | None:
    if not facts.name_taken:
        return None
    return refuse(
        say("Your body has a team of this name."),
        instead=say("Use the team that stands, or name it otherwise."),
    )


@rule("19.2-a")
def no_cell_is_left_without_a_team(facts: TeamFacts) -> Objection | None:
    if not facts.cells:
        return None
    return refuse(
        say("{n} cells look to this team.", n=facts.cells),
        instead=say("Hand its cells over to another team."),
    )


@rule("19.2-a")
def cell_lies_in_a_community(facts: CellFacts, asked: Any) -> Objection | None:
    if facts.is_in_a_community and facts.in_own_region:
        return None
    return refuse(
        say("The first 12 digits are no community or village of your region."),
        instead=say("Type its code of 12 digits and three more, for example 350102001001001."),
    )


@rule("19.2-a")
def cell_has_a_code_of_its_own(facts: CellFacts, asked: Any) -> Objection | None:
    if not facts.code_taken:
        return None
    return refuse(
        say("Another cell has this code."), instead=say("Give it the next number of its community.")
    )


@rule("19.2-a")
def team_of_the_cell_works_there(facts: CellFacts, asked: Any) -> Objection | None:
    if facts.team_works_there:
        return None
    return refuse(
        say("This team does not work there."), instead=say("Choose a serving team of the place of the cell.")
    )
