"""What is done in an inspection: material delivered and checked, lines judged, findings recorded (34 and 35)."""

from datetime import datetime
from hashlib import sha256
from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.acts.models import Finding
from banyan.acts.names import paired
from banyan.acts.sentences import as_recorded, stored
from banyan.kit.sentence import say
from banyan.supervision.acts.inspections import INSPECTORS
from banyan.supervision.models import CheckLine, Inspection, Material
from banyan.supervision.queries import inspections as queries
from banyan.supervision.rules import inspections as rules

OF_THE_LINE = "inspection.office : inspector | inspection.office security : security_officer"
SameAs = Annotated[
    Finding | None, Ask(label="Open finding that says the same", choices=queries.same_to_choose)
]


@act(
    under=("35.2-b", "35.1-b", "35.2-a"),
    by="inspection.body : head, data_officer, planning_officer, form_designer, operations_officer",
    on=Material,
    moves="asked -> delivered",
    rules=[rules.something_is_delivered],
    due=Due("inspection.evidence", since="asked"),
    title="Deliver material",
    says="{by} delivered {on}",
)
def deliver_material(
    material: Material,
    *,
    note: Annotated[
        str, Ask(label="What it is and where it can be seen", longest=4000, lines=3, must=True)
    ] = "",
    file: bytes | None = None,
) -> None:
    """Deliver the material; of a file its digest is kept, so that nobody can exchange it later."""
    material.note = note
    material.file_digest = sha256(file).hexdigest() if file else ""
    material.lacking = ""


@act(
    under="35.2-b",
    by=OF_THE_LINE,
    on=Material,
    moves="delivered -> taken",
    title="Take as complete",
    says="{by} took {on} as complete",
)
def take_material(material: Material) -> None:
    """Confirm that the material is complete."""


@act(
    under="35.2-b",
    by=OF_THE_LINE,
    on=Material,
    moves="delivered -> asked",
    title="Return as incomplete",
    says="{by} returned {on}: {lacking}",
)
def return_material(material: Material, *, lacking: Long) -> None:
    """Send incomplete material back, saying what is lacking; the clock runs anew."""
    material.lacking = lacking


@act(
    under="34.1-a",
    by=OF_THE_LINE,
    on=CheckLine,
    moves="open -> kept",
    facts=queries.line_facts,
    rules=[rules.inspection_is_running],
    over=True,
    title="Find kept",
    says="{by} found kept: {on}",
)
def find_kept(lines: list[CheckLine], *, facts: Annotated[str, Ask(longest=4000, lines=2)] = "") -> None:
    """Record that the norms of these lines are kept."""
    for line in lines:
        line.facts = facts


@act(
    under="34.1-a",
    by=INSPECTORS,
    on=Inspection,
    moves="running",
    title="Find the other lines kept",
    says="{by} found the other norms kept by {on.body}: {facts}",
)
def find_rest_kept(inspection: Inspection, *, facts: Long) -> None:
    """Record that every norm without a result is kept, and by what this was seen."""
    for line in inspection.lines.filter(state=CheckLine.State.OPEN):
        line.facts = facts
        line.state = CheckLine.State.KEPT
        line.save()


@act(
    under=("34.1-a", "34.1-c"),
    by=OF_THE_LINE,
    on=CheckLine,
    moves="open -> not_kept",
    facts=queries.line_facts,
    rules=[
        rules.inspection_is_running,
        rules.same_lapse_is_not_found_twice,
        rules.chosen_finding_is_of_this_body,
    ],
    title="Find not kept",
    says="{by} found not kept: {on}",
    tone="grave",
)
def find_not_kept(line: CheckLine, *, facts: Long, same_as: SameAs = None, at: datetime) -> None:
    """Record the facts; they become a finding, or evidence of the open finding that says the same."""
    line.facts = facts
    found = same_as or queries.same_findings(line).first() or _recorded(line, facts, at)
    noun = CheckLine._meta.label_lower
    found.seen_by("inspection", facts, at, key=f"line/{line.pk}", noun=noun, object_id=line.pk)
    found.save()
    line.finding = found


def _recorded(line: CheckLine, facts: str, at: datetime) -> Finding:
    """A new finding; its object is left open, so that a monitor's sight of the same lapse can join it."""
    body = line.inspection.body
    with as_recorded():
        title = paired(body, line.demand)
    return Finding(
        monitor=Finding.RECORDED,
        key=f"line/{line.pk}",
        norm=line.norm,
        body=body.pk,
        region=body.region_code,
        noun="",
        object_id=None,
        title=title[:200],
        because=stored(say("{facts}", facts=facts)),
        facts={"inspection": str(line.inspection)},
        found_at=at,
        seen_at=at,
        state=Finding.State.OPEN,
    )
