"""The spine's own acts: what a sweep does with lapses."""

from datetime import datetime
from typing import Any

from banyan.acts.act import act
from banyan.acts.models import Finding


@act(
    under="34.1-a",
    by="machine",
    on=Finding,
    moves="-> open",
    title="Open findings",
    says="{by} opened findings of {monitor}: {number}",
)
def open_findings(*, monitor: str, number: int, lapses: dict[str, Any], at: datetime) -> Finding | None:
    """Open a finding for every lapse that a monitor found and that is not open yet."""
    rows = [
        Finding(monitor=monitor, found_at=at, seen_at=at, state=Finding.State.OPEN, **lapse)
        for lapse in lapses["rows"]
    ]
    return Finding.objects.bulk_create(rows, batch_size=500)[0] if number == len(rows) else None


@act(
    under="34.1-a",
    by="machine",
    on=Finding,
    moves="open, withdrawn -> closed",
    title="Close findings",
    says="{by} closed findings whose cause is gone",
    over=True,
)
def close_findings(findings: list[Finding], *, at: datetime) -> None:
    """Close the findings whose cause a sweep found gone."""
    for finding in findings:
        finding.closed_at = finding.closed_at or at


@act(
    under="34.1-a",
    by="machine",
    on=Finding,
    moves="open",
    title="Add to finding",
    says="{by} found {on} too: {text}",
)
def join_finding(
    finding: Finding, *, monitor: str, lapse: str, noun: str, number: int, text: str, at: datetime
) -> None:
    """Add what a monitor found of a lapse that people recorded before, instead of opening a second finding."""
    finding.seen_by(monitor, text, at, key=lapse, noun=noun, object_id=number)
