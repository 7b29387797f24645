"""Reads of yearly scores: counting one, its lines, and the facts of its rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext

from banyan.acts import clock, registry
from banyan.acts.actor import Actor
from banyan.acts.figures import score_of
from banyan.bodies.models import Body
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.planning.queries.projects import overseen
from banyan.supervision.models import Measure, YearlyScore
from banyan.supervision.rules.scores import ScoreFacts

SCORED = (Body.Kind.APPLICATION, Body.Kind.TECHNICAL)


@dataclass(frozen=True)
class ScoreLine:
    """One weighted figure of a yearly score (考核指标): what was counted, out of how many, and what it cost."""

    title: str
    part: int
    whole: int | None
    lost: Decimal


def count(made: YearlyScore) -> None:
    """Put the points and lines of the scheme, as counted today, into a score."""
    told = score_of(made.body_id)
    made.points, made.counted_on = told.points, clock.today()
    made.lines = [
        {"figure": one.figure, "part": one.told.part, "whole": one.told.whole, "lost": str(one.lost)}
        for one in told.lines
    ]


def lines_of(made: YearlyScore, actor: Actor) -> list[ScoreLine]:
    """The lines of a score as people read them."""
    titles = {one.name: one.title for one in registry.figures}
    return [
        ScoreLine(
            gettext(titles.get(one["figure"], one["figure"])), one["part"], one["whole"], Decimal(one["lost"])
        )
        for one in made.lines
    ]


def score_facts(on: None, asked: Any) -> ScoreFacts:
    """What the rules of settling may know."""
    body: Body | None = asked.body
    former = YearlyScore.objects.filter(body=body, year=asked.year).first()
    return ScoreFacts(
        managed=bool(body and asked.by and body.managing_id == asked.by.body),
        year_over=clock.today().year - 1,
        settled=str(former or ""),
    )


def bodies_to_score(on: Any, actor: Actor) -> QuerySet[Body]:
    """The bodies of the actor's own government that are scored."""
    return scored_bodies().filter(region_code__in=[held.region for held in actor.offices])


def scored_bodies() -> QuerySet[Body]:
    """The bodies that are scored every year."""
    return Body.objects.filter(kind__in=SCORED, state=Body.State.ACTIVE)


def unscored(today: date) -> tuple[int, Iterator[tuple[Body, int]]]:
    """The year whose scores should be settled by today, and who has left how many of its bodies without one.

    A year of which no figure was measured has nothing that could be scored.
    """
    grace = pack().parameter("assessment.settle", on=today).of(int)
    year = months_after(today, -grace).year - 1
    return year, _offices_behind(year)


def _offices_behind(year: int) -> Iterator[tuple[Body, int]]:
    if not Measure.objects.filter(day__year=year).exists():
        return
    scored = YearlyScore.objects.filter(year=year).values("body")
    left = scored_bodies().exclude(pk__in=scored).values_list("region_code")
    numbers = dict(left.annotate(Count("pk")).order_by("region_code"))
    managing = Body.objects.filter(kind=Body.Kind.MANAGING, state=Body.State.ACTIVE)
    for office in managing.filter(region_code__in=numbers).order_by("region_code"):
        yield office, numbers[office.region_code]


def visible_scores(actor: Actor) -> QuerySet[YearlyScore]:
    """Scores of the bodies that the actor watches or decides about the money of."""
    rows = YearlyScore.objects.filter(body__in=overseen(actor).values("pk"))
    return rows.select_related("body", "office")


def scores_of(body: Body, actor: Actor) -> QuerySet[YearlyScore] | None:
    """The scores of a body, newest first; None for those who may not see them."""
    seen = overseen(actor).filter(pk=body.pk).exists()
    return visible_scores(actor).filter(body=body).order_by("-year") if seen else None
