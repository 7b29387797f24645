"""Reads of yearly scores: counting one, its lines, and the facts of its rules."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from banyan.acts import clock, registry
from banyan.acts.actor import Actor
from banyan.acts.figures import score_of
from banyan.bodies.models import Body
from banyan.planning.queries.projects import overseen
from banyan.supervision.models import YearlyScore
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
    regions = [held.region for held in actor.offices]
    return Body.objects.filter(region_code__in=regions, kind__in=SCORED, state=Body.State.ACTIVE)


def visible_scores(actor: Actor) -> QuerySet[YearlyScore]:
    """Scores of the bodies that the actor watches or decides about the money of."""
    rows = YearlyScore.objects.filter(body__in=overseen(actor).values("pk"))
    return rows.select_related("body", "office")


def scores_of(body: Body, actor: Actor) -> QuerySet[YearlyScore] | None:
    """The scores of a body, newest first; None for those who may not see them."""
    seen = overseen(actor).filter(pk=body.pk).exists()
    return visible_scores(actor).filter(body=body).order_by("-year") if seen else None
