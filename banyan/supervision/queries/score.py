"""The score of a body from live counts."""

from dataclasses import dataclass

from banyan.acts import clock
from banyan.acts.models import Duty
from banyan.supervision.models import Order
from banyan.supervision.queries.consequences import findings_against


@dataclass(frozen=True)
class Score:
    """The score of a body (评价得分): a hundred less what its open findings, late duties and unmet orders cost."""

    findings: int
    late: int
    unmet: int

    @property
    def points(self) -> int:
        return max(0, 100 - 2 * self.findings - self.late - 10 * self.unmet)


def score_of(body: int) -> Score:
    """The score of a body from live counts (article 36.1)."""
    return Score(
        findings=findings_against(body).count(),
        late=Duty.objects.filter(body=body, closed_at=None, due_at__lt=clock.now()).count(),
        unmet=Order.objects.filter(body=body, state=Order.State.ESCALATED).count(),
    )
