"""Who plays in the tests of supervision, and what they find."""

from typing import Any

from banyan.acts.actor import SYSTEM
from banyan.acts.acts import open_findings
from banyan.acts.door import perform
from banyan.acts.models import Finding
from banyan.acts.reaction import follow_all
from banyan.acts.sentences import stored
from banyan.bodies.models import Body
from banyan.kit.sentence import say
from tests import province


class Cast:
    """A managing department with its inspector, a unit with its head, and who stands above."""

    def __init__(self) -> None:
        self.government = province.body("福建省人民政府", kind="government")
        self.managing = province.body("省数字办", kind="managing_department")
        self.organ = province.body("省纪委监委", kind="supervision")
        self.unit = province.body("福建省海洋与渔业局")
        self.other = province.body("福建省林业局")
        self.inspector = province.officer(self.managing, "inspector")
        self.leader = province.officer(self.government, "leader")
        self.auditor = province.officer(self.organ, "auditor")
        self.head = province.officer(self.unit, "head")
        self.neighbour = province.officer(self.other, "head")


def found(body: Body, norm: str = "16.2-b", **more: Any) -> Finding:
    """A lapse of this body, as a monitor opens it; the next sweep finds its cause gone."""
    row = {
        "key": str(Finding.objects.count()),
        "norm": norm,
        "body": body.pk,
        "region": body.region_code,
        "noun": "bodies.body",
        "object_id": body.pk,
        "title": "示例",
        "because": stored(say("Due on {day}, not done.", day="2026-11-01")),
        "facts": {"due_at": "2026-11-01"},
        **more,
    }
    perform(open_findings, SYSTEM, monitor="planning.city_has_no_plan", number=1, lapses={"rows": [row]})
    return Finding.objects.latest("pk")


def react() -> None:
    """Let every reaction happen."""
    follow_all()


def refused_by(refused: Any) -> set[str]:
    """The rules that stand against an act."""
    return {one.rule for one in refused.value.refusals}
