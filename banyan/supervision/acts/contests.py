"""Findings contested by the body, decided by its managing department (article 34)."""

from datetime import datetime
from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.acts.models import Finding
from banyan.supervision.models import Contest
from banyan.supervision.queries import contests as queries
from banyan.supervision.rules import contests as rules

JUDGES = "judge : inspector, catalogue_officer, head, leader"


@act(
    under="34.1-a",
    by="body : head, data_officer, planning_officer, form_designer, operations_officer",
    on=Finding,
    moves="open",
    facts=queries.contest_facts,
    rules=[rules.finding_is_not_contested_already, rules.contest_brings_something_new],
    title="Contest finding",
    says="{by} contested {on}: {reason}",
)
def contest_finding(
    finding: Finding,
    *,
    reason: Long,
    new_facts: Annotated[Long, Ask(label="Facts not known before")] = "",
) -> None:
    """Say why the finding is wrong; it stays open until the managing department has decided."""
    told = f"{reason}\n{new_facts}".strip()
    Contest.objects.create(finding=finding, body_id=finding.body, reason=told)


@act(
    under="34.1-a",
    by=JUDGES,
    on=Contest,
    moves="raised -> upheld",
    due=Due("contest.decide", since="raised"),
    title="Uphold finding",
    says="{by} upheld the finding {on}: {answer}",
)
def uphold_finding(contest: Contest, *, answer: Long) -> None:
    """Decide that the finding stands, with the reason."""
    contest.answer = answer


@act(
    under="34.1-a",
    by=JUDGES,
    on=Contest,
    moves="raised -> accepted",
    due=Due("contest.decide", since="raised"),
    title="Withdraw finding",
    says="{by} withdrew the finding {on}: {answer}",
)
def withdraw_finding(contest: Contest, *, answer: Long, at: datetime) -> None:
    """Decide that the finding was wrong, with the reason; what rests on it alone ends in the same moment."""
    contest.answer = answer
    finding = contest.finding
    finding.state = Finding.State.WITHDRAWN
    finding.closed_at = at
    finding.save()
