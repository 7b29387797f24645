"""Reads of grid teams and cells, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.models import Level, Region
from banyan.infrastructure.models import GridCell, GridTeam, Platform
from banyan.infrastructure.rules.grid import CellFacts, TeamFacts
from banyan.kit.numbers import is_digits

COMMUNITY, CELL = 12, 15
"""So many digits have the codes of a community and of a cell (GB/T 30428.1)."""


def team_facts(on: GridTeam | None, asked: Any) -> TeamFacts:
    """What the rules of setting up and dissolving a team may know."""
    held = asked.by
    region: Region | None = on.region if on else asked.region
    same = GridTeam.objects.filter(body=held.body if held else None, name=asked.name)
    return TeamFacts(
        body_kind=held.body_kind if held else "",
        level=held.level if held else "",
        in_own_region=region is None or (held is not None and _lies_in(region.code, held)),
        name_taken=on is None and same.exists(),
        cells=on.cells.filter(state=GridCell.State.IN_USE).count() if on else 0,
    )


def cell_facts(on: GridCell | None, asked: Any) -> CellFacts:
    """What the rules of drawing a cell and of handing it over may know."""
    code: str = on.code if on else asked.code or ""
    team: GridTeam | None = asked.team
    return CellFacts(
        is_in_a_community=len(code) == CELL and is_digits(code) and community_of(code) is not None,
        in_own_region=asked.by is not None and _lies_in(code, asked.by),
        code_taken=on is None and GridCell.objects.filter(code=code).exists(),
        team_works_there=team is None
        or (team.state == GridTeam.State.SERVING and code.startswith(team.region.prefix)),
    )


def _lies_in(code: str, held: Any) -> bool:
    region = Region.objects.filter(code=held.region).first()
    return region is not None and code.startswith(region.prefix)


def community_of(code: str) -> Region | None:
    """The community or village that the code of a cell names."""
    return Region.objects.filter(code=code[:COMMUNITY], level=Level.VILLAGE).first()


def regions_for_teams(on: Any, actor: Actor) -> QuerySet[Region]:
    """The own region and those within it, to the township."""
    own = Q(pk=None)
    for region in Region.objects.filter(code__in=[held.region for held in actor.offices]):
        own |= Q(code__startswith=region.prefix)
    return Region.objects.filter(own).exclude(level=Level.VILLAGE)


def serving_teams(on: GridCell | None, actor: Actor) -> QuerySet[GridTeam]:
    """The teams that a cell can be given to."""
    rows = GridTeam.objects.filter(state=GridTeam.State.SERVING).select_related("region")
    return rows.filter(region__in=regions_for_teams(on, actor)) if on is None else rows


def cells_of(team: GridTeam, actor: Actor) -> QuerySet[GridCell]:
    return team.cells.filter(state=GridCell.State.IN_USE).select_related("community").order_by("code")


def terminals_of(team: GridTeam, actor: Actor) -> QuerySet[Platform]:
    """The shared terminals of the county or city in which the team works (共享网格终端)."""
    rows = Platform.objects.filter(kind=Platform.Kind.GRID_TERMINAL, state=Platform.State.RUNNING)
    return rows.filter(body__region_code=team.region.code[:6]).select_related("body")


def visible_teams(actor: Actor) -> QuerySet[GridTeam]:
    """Every team: whoever has work in a cell must find who looks after it."""
    return GridTeam.objects.select_related("body", "region")


def visible_cells(actor: Actor) -> QuerySet[GridCell]:
    return GridCell.objects.select_related("community", "team")
