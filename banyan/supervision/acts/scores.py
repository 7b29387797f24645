"""The yearly score of a body: settled from counted figures, contested, upheld or counted anew (articles 4 and 36)."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.supervision.models import YearlyScore
from banyan.supervision.queries import scores as queries
from banyan.supervision.rules import scores as rules

ScoredBody = Annotated[Body, Ask(choices=queries.bodies_to_score)]
ASSESSORS = "office : inspector, planning_officer, head"


@act(
    under=("4.1-c", "36.1-a"),
    by="own managing_department : inspector, planning_officer, head",
    on=YearlyScore,
    moves="-> settled",
    facts=queries.score_facts,
    rules=[
        rules.scored_body_is_managed_here,
        rules.scored_year_is_the_one_just_over,
        rules.year_is_scored_once,
    ],
    title="Settle yearly score",
    says="{by} settled the score of {body} for the year {year}",
)
def settle_yearly_score(
    *,
    body: ScoredBody,
    year: Annotated[int, Ask(least=2000, most=2100)],
    opinion: Long = "",
    by: Any,
) -> YearlyScore:
    """Set down the score of a body for the year just over, counted by the weights of the law pack."""
    made = YearlyScore(office_id=by.body, body=body, year=year, opinion=opinion)
    queries.count(made)
    made.save()
    return made


@act(
    under="4.1-c",
    by="body : head, data_officer, planning_officer, operations_officer",
    on=YearlyScore,
    moves="settled -> contested",
    title="Contest score",
    says="{by} contested the score {on}: {reason}",
)
def contest_yearly_score(score: YearlyScore, *, reason: Long) -> None:
    """Say what is wrong with the figures; the managing department answers."""
    score.contested_because = reason


@act(
    under="4.1-c",
    by=ASSESSORS,
    on=YearlyScore,
    moves="contested -> upheld",
    due=Due("contest.decide", since="contested"),
    title="Uphold score",
    says="{by} upheld the score {on}: {answer}",
)
def uphold_yearly_score(score: YearlyScore, *, answer: Long) -> None:
    """Decide that the score stands, with the reason."""
    score.answer = answer


@act(
    under="4.1-c",
    by=ASSESSORS,
    on=YearlyScore,
    moves="contested -> settled",
    due=Due("contest.decide", since="contested"),
    title="Count score anew",
    says="{by} counted the score {on} anew: {answer}",
)
def recount_yearly_score(score: YearlyScore, *, answer: Long) -> None:
    """Count the score anew, after what was wrong in the records was put right."""
    score.answer = answer
    queries.count(score)
