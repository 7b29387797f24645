"""The yearly score of a body: settled from counted figures, contested, weighed in funding (articles 4 and 36)."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.timezone import get_default_timezone

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty
from banyan.acts.register import related_of
from banyan.acts.registry import registers
from banyan.acts.sweep import sweep
from banyan.planning.models import BudgetLine
from banyan.planning.monitors import city_has_no_plan
from banyan.supervision.acts import scores
from banyan.supervision.models import YearlyScore
from banyan.supervision.queries.scores import bodies_to_score, lines_of
from banyan.supervision.tests.stage import Cast, found, refused_by
from tests import province
from tests.monitor_cases.case import a

pytestmark = pytest.mark.django_db
JANUARY = datetime(2027, 1, 15, 10, tzinfo=get_default_timezone())


def settled(cast: Cast, actor: Actor | None = None, **more: Any) -> YearlyScore:
    given: dict[str, Any] = {"body": cast.unit, "year": 2026, **more}
    with clock.at(JANUARY):
        made = perform(scores.settle_yearly_score, actor or cast.inspector, **given).on
    return YearlyScore.objects.get(pk=made)


@pytest.mark.norm("4.1-c")
def test_a_score_is_settled_from_weighted_figures_that_were_counted() -> None:
    cast = Cast()
    found(cast.unit)
    score = settled(cast, opinion="总体良好")
    lost = sum(one.lost for one in lines_of(score, cast.inspector))
    assert lost > 0
    assert score.points == Decimal(100) - lost
    (findings,) = [one for one in score.lines if one["figure"] == "findings"]
    assert findings["part"] == 1
    found(cast.unit)
    score.refresh_from_db()
    assert score.points == Decimal(100) - lost, "what was settled stays"


@pytest.mark.norm("4.1-c")
def test_the_managing_department_scores_its_own_level_once_for_the_year_just_over() -> None:
    cast = Cast()
    settled(cast)
    county = province.body("鼓楼区民政局", "350102")
    with pytest.raises(Refused) as refused:
        settled(cast, body=county, year=2025)
    assert refused_by(refused) == {
        "supervision.scored_body_is_managed_here",
        "supervision.scored_year_is_the_one_just_over",
    }
    with pytest.raises(Refused) as refused:
        settled(cast)
    assert refused_by(refused) == {"supervision.year_is_scored_once"}
    assert county not in bodies_to_score(None, cast.inspector)


@pytest.mark.norm("4.1-c")
def test_a_contested_score_is_upheld_or_counted_anew_within_its_time() -> None:
    cast = Cast()
    found(cast.unit)
    score = settled(cast)
    perform(scores.contest_yearly_score, cast.head, score.pk, reason="问题已整改")
    assert Duty.objects.filter(noun="supervision.yearlyscore", closed_at=None, body=cast.managing.pk).exists()
    sweep([city_has_no_plan])
    perform(scores.recount_yearly_score, cast.inspector, score.pk, answer="核实无误，重新计分")
    score.refresh_from_db()
    assert (score.state, score.points) == ("settled", Decimal(100))
    perform(scores.contest_yearly_score, cast.head, score.pk, reason="权重不合理")
    perform(scores.uphold_yearly_score, cast.inspector, score.pk, answer="权重由规则包规定")
    score.refresh_from_db()
    assert (score.state, score.answer) == ("upheld", "权重由规则包规定")


@pytest.mark.norm("4.1-c", "36.1-a")
def test_whoever_decides_about_money_sees_the_yearly_scores_beside_the_budget_line() -> None:
    cast = Cast()
    score = settled(cast)
    finance = province.officer(province.body("福建省财政厅", kind="finance"), "finance_officer")
    line = BudgetLine.objects.get(pk=a("planning.budgetline").pk)
    line.project.body = cast.unit
    (beside,) = [one for one in related_of(registers["planning.budgetline"]) if one.rows(line, finance)]
    assert list(beside.rows(line, finance) or ()) == [score]
    assert beside.rows(line, cast.neighbour) is None
