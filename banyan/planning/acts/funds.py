"""What may be done with money: lines, opinions, payments. Holds are placed by acts of supervision."""

from datetime import datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Remark
from banyan.acts.figures import score_of
from banyan.planning.asks import Year, Yuan
from banyan.planning.models import BudgetLine, FundKind, Milestone, Payment, Project
from banyan.planning.queries import funds as reads
from banyan.planning.rules import funds as rules

OwnProject = Annotated[Project, Ask(choices=reads.own_projects)]
OwnLine = Annotated[BudgetLine, Ask(label="Budget line", choices=reads.own_lines)]


@act(
    under=("4.1-d", "36.2-c"),
    by="own : planning_officer, head",
    on=BudgetLine,
    moves="-> proposed",
    facts=reads.new_line_facts,
    locks=("project",),
    rules=[rules.line_is_of_the_own_project, rules.project_is_approved, rules.lines_stay_within_the_budget],
    title="Propose budget line",
    says="{by} proposed {amount} yuan for {project} in {year}",
)
def propose_line(
    *,
    project: OwnProject,
    kind: FundKind,
    year: Year,
    amount: Yuan,
    by: Any,
) -> BudgetLine:
    """Propose money for an approved project."""
    return BudgetLine.objects.create(project=project, kind=kind, year=year, amount=amount)


@act(
    under="36.1-a",
    by="managing : planning_officer, catalogue_officer",
    on=BudgetLine,
    moves="proposed -> advised",
    facts=reads.line_facts,
    rules=[rules.score_is_weighed],
    title="Give opinion",
    says="{by} gave its opinion on {on}: score {on.score}",
)
def advise_line(
    line: BudgetLine,
    *,
    opinion: Long,
    weighed: Annotated[Remark, Ask(label="How the score was weighed", must=True)] = "",
) -> None:
    """Give the managing department's opinion, with the score of the unit on this day and how it was weighed."""
    line.opinion, line.weighed = opinion, weighed
    line.score = score_of(line.project.body_id).points


@act(
    under=("4.1-d", "36.1-a", "36.2-c", "36.2-h"),
    by="finance : finance_officer, head",
    on=BudgetLine,
    moves="proposed, advised -> arranged",
    facts=reads.line_facts,
    rules=[
        rules.opinion_is_on_record,
        rules.project_of_the_line_is_approved,
        rules.money_of_the_line_is_not_held,
    ],
    locks=("project",),
    gate=True,
    title="Arrange money",
    says="{by} arranged {on.amount} yuan for {on}",
)
def arrange_line(line: BudgetLine) -> None:
    """Put the line into the budget of the same government."""


@act(
    under="36.2-c",
    by="finance : finance_officer, head",
    on=BudgetLine,
    moves="proposed, advised -> refused",
    title="Do not arrange",
    says="{by} did not arrange {on}: {reason}",
    tone="grave",
)
def refuse_line(line: BudgetLine, *, reason: Long) -> None:
    """Arrange no money for it, with the reason."""


@act(
    under="4.1-d",
    by="own : planning_officer, head",
    on=Payment,
    moves="-> requested",
    facts=reads.payment_facts,
    rules=[rules.amount_is_above_zero, rules.milestone_is_of_the_project],
    title="Ask for payment",
    says="{by} asked for {amount} yuan of {line}",
)
def request_payment(
    *,
    line: OwnLine,
    milestone: Annotated[Milestone | None, Ask(choices=reads.own_milestones)] = None,
    amount: Yuan,
) -> Payment:
    """Ask the finance department to pay out of an arranged line."""
    return Payment.objects.create(line=line, milestone=milestone, amount=amount)


@act(
    under=("4.1-d", "36.2-d", "36.2-h"),
    by="line.finance : finance_officer, head",
    on=Payment,
    moves="requested -> paid",
    facts=reads.payment_facts,
    rules=[
        rules.payment_is_within_an_arranged_line,
        rules.payment_is_not_held,
        rules.project_runs,
        rules.milestone_is_reached,
        rules.milestone_is_paid_within_its_share,
    ],
    locks=("line.project",),
    gate=True,
    title="Pay",
    says="{by} paid {on.amount} yuan for {on.line}",
)
def pay(payment: Payment, *, at: datetime) -> None:
    """Pay; under a hold no money moves."""
    payment.paid_on = localdate(at)


@act(
    under="4.1-d",
    by="line.project.body : planning_officer, head",
    on=Payment,
    moves="requested -> withdrawn",
    title="Withdraw payment",
    says="{by} withdrew the payment {on}",
)
def withdraw_payment(payment: Payment) -> None:
    """Take the request back."""
