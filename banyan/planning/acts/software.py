"""What may be done with software entries, similarity decisions, key points and standards."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Name, Remark, Title
from banyan.planning.asks import Year
from banyan.planning.models import KeyPoints, SimilarityDecision, SoftwareEntry, Standard
from banyan.planning.queries import software as reads
from banyan.planning.queries.plans import approval_facts
from banyan.planning.rules import software as rules
from banyan.planning.rules.plans import approved_on_a_day_past

OtherEntry = Annotated[SoftwareEntry, Ask(label="Merged into", choices=reads.entries_to_merge_into)]
NewStandard = Annotated[Standard, Ask(choices=reads.standards_to_replace_it)]
COMPILER = "office : planning_officer, catalogue_officer"


@act(
    under=("18.1-a", "18.2-a", "18.2-b"),
    by="own application_unit province : planning_officer",
    on=SoftwareEntry,
    moves="-> submitted",
    facts=reads.new_entry_facts,
    rules=[
        rules.functions_are_listed,
        rules.lower_units_were_consulted,
        rules.software_serves_its_whole_line,
        rules.reuse_was_searched,
    ],
    title="Plan software",
    says="{by} planned the software “{name}” for {year}",
)
def plan_software(
    *,
    year: Year,
    name: Name,
    purpose: Long,
    functions: Annotated[str, Ask(longest=8000, lines=8, help="One a line.", must=True)] = "",
    users: Annotated[str, Ask(label="Users, with lower units", longest=2000, lines=2, must=True)] = "",
    consultation: Annotated[Long, Ask(label="Consultation of lower units", must=True)] = "",
    sector_wide: Annotated[
        bool,
        Ask(label="Serves its whole line", help="One platform for all bodies of the line, level by level."),
    ] = False,
    narrower_because: Annotated[str, Ask(label="Otherwise, why it does not", longest=2000, lines=2)] = "",
    reuse_search: Annotated[Long, Ask(label="What was searched for reuse", must=True)] = "",
    budget: Annotated[Decimal, Ask(label="Budget (yuan)", most=10**13)],
    by: Any,
) -> SoftwareEntry:
    """Put software into the plan of a year, with what it does and for whom."""
    return SoftwareEntry.objects.create(
        body_id=by.body,
        year=year,
        name=name,
        purpose=purpose,
        functions=functions,
        users=users,
        consultation=consultation,
        sector_wide=sector_wide,
        narrower_because="" if sector_wide else narrower_because,
        reuse_search=reuse_search,
        budget=budget,
    )


@act(
    under=("24.1-b", "18.2-c"),
    by=COMPILER,
    on=SoftwareEntry,
    moves="submitted",
    title="Decide on similarity",
    says="{by} decided on {on} and {other}: {verdict}",
)
def decide_similarity(
    entry: SoftwareEntry,
    *,
    other: Annotated[str, Ask(label="Similar software", longest=60, choices=reads.similar_choices)],
    verdict: SimilarityDecision.Verdict,
    reason: Long,
) -> None:
    """Record what a person decided about two pieces of software that are similar in function."""
    found = next((one for one in reads.similar_to(entry) if one.id == other), None)
    SimilarityDecision.objects.create(
        entry=entry,
        other=other,
        other_name=found.name if found else other,
        score=Decimal(str(round(found.score, 3))) if found else Decimal(0),
        verdict=verdict,
        reason=reason,
    )


@act(
    under=("18.1-b", "3.1-b"),
    by=COMPILER,
    on=SoftwareEntry,
    moves="submitted -> included",
    facts=reads.entry_facts,
    rules=[
        rules.key_points_of_the_year_are_open,
        rules.similar_software_is_decided,
        rules.software_to_reuse_is_reused,
    ],
    gate=True,
    title="Include in key points",
    says="{by} included {on} in the key points",
)
def include_entry(entry: SoftwareEntry) -> None:
    """Take the entry into the key points of its year."""
    entry.key_points = KeyPoints.objects.get(year=entry.year)


@act(
    under=("18.2-c", "24.1-a"),
    by=COMPILER,
    on=SoftwareEntry,
    moves="submitted -> merged",
    title="Merge entry",
    says="{by} merged {on} into {into}: {reason}",
)
def merge_entry(
    entry: SoftwareEntry,
    *,
    into: OtherEntry,
    reason: Long,
) -> None:
    """Merge the entry into another one, which then serves both bodies."""
    entry.merged_into = into
    entry.reason = reason


@act(
    under=("18.2-d",),
    by=COMPILER,
    on=SoftwareEntry,
    moves="submitted -> common",
    title="Take over as common",
    says="{by} takes {on} over as common software: {reason}",
)
def take_over_entry(entry: SoftwareEntry, *, reason: Long) -> None:
    """Several departments need it: the managing department plans and develops it for all."""
    entry.reason = reason


@act(
    under=("18.1-b", "18.2-c"),
    by=COMPILER,
    on=SoftwareEntry,
    moves="submitted -> rejected",
    title="Leave out",
    says="{by} left {on} out of the key points: {reason}",
    tone="grave",
)
def leave_out_entry(entry: SoftwareEntry, *, reason: Long) -> None:
    """Leave the entry out, with the reason."""
    entry.reason = reason


@act(
    under="18.1-b",
    by="own managing_department province : planning_officer, catalogue_officer",
    on=KeyPoints,
    moves="-> compiling",
    title="Begin key points",
    says="{by} began the key points of {year}",
)
def begin_key_points(*, year: Year, by: Any) -> KeyPoints:
    """Begin to compile the key points of a year."""
    return KeyPoints.objects.create(body_id=by.body, year=year)


@act(
    under="18.1-b",
    by="body : planning_officer, catalogue_officer",
    on=KeyPoints,
    moves="compiling -> submitted",
    facts=reads.key_points_facts,
    rules=[rules.key_points_hold_entries, rules.every_entry_is_answered],
    title="Submit key points",
    says="{by} submitted the key points of {on.year} for approval",
)
def submit_key_points(points: KeyPoints) -> None:
    """Submit the year's key points to the provincial government."""


@act(
    under="18.1-c",
    by="approver : leader, head",
    on=KeyPoints,
    moves="submitted -> approved",
    facts=approval_facts,
    rules=[approved_on_a_day_past],
    title="Approve key points",
    says="{by} approved the key points of {on.year} as {approval_number}",
)
def approve_key_points(
    points: KeyPoints,
    *,
    approval_number: Annotated[str, Ask(label="Approval number", longest=80)],
    approved_on: Annotated[date, Ask(label="Approved on")],
) -> None:
    """Approve the key points; only then may their projects start."""
    points.approval_number = approval_number
    points.approved_on = approved_on


@act(
    under=("11.1-a", "11.1-b", "11.1-c", "5.1-d"),
    by="own managing_department province : planning_officer, catalogue_officer",
    on=Standard,
    moves="-> in_force",
    facts=reads.standard_facts,
    rules=[
        rules.standard_number_is_new,
        rules.local_standard_has_none_above,
        rules.quality_department_was_heard,
    ],
    title="Register standard",
    says="{by} registered the standard {number} {title}",
)
def register_standard(
    *,
    number: Annotated[str, Ask(label="Standard number", longest=60)],
    title: Title,
    rank: Standard.Rank,
    about: Annotated[str, Ask(label="What it covers", longest=300)],
    in_force_on: Annotated[date, Ask(label="In force on")],
    overlap: Annotated[Remark, Ask(label="Decision on overlapping standards")] = "",
    consulted: Annotated[Remark, Ask(label="Opinion of the quality department")] = "",
    by: Any,
) -> Standard:
    """Enter a standard that building follows; a local one only where none above covers it."""
    return Standard.objects.create(
        body_id=by.body,
        number=number,
        title=title,
        rank=rank,
        about=about,
        in_force_on=in_force_on,
        overlap=overlap,
        consulted=consulted,
    )


@act(
    under="11.1-a",
    by="body : planning_officer, catalogue_officer",
    on=Standard,
    moves="in_force -> replaced",
    title="Replace standard",
    says="{by} recorded that {on} is replaced by {replaced_by}",
)
def replace_standard(standard: Standard, *, replaced_by: NewStandard) -> None:
    """Say which standard replaces it; projects that cite the old one are warned."""
    standard.replaced_by = replaced_by
