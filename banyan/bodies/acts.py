"""What may be done with regions, bodies, offices, officers and agreements."""

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Written
from banyan.bodies import queries, rules
from banyan.bodies.models import Agreement, Body, Level, Office, Officer, Region, Term
from banyan.kit.sentence import say

HomeRegion = Annotated[Region, Ask(choices=queries.regions_to_choose)]
Supplier = Annotated[Body, Ask(label="Technical service unit", choices=queries.suppliers_to_choose)]
FullName = Annotated[str, Ask(label="Full name", longest=120)]
CreditCode = Annotated[str, Ask(label="Unified social credit code", longest=18)]
OfficerName = Annotated[str, Ask(label="Name of the officer", longest=60)]
WRITTEN = Written(
    "[A-Za-z0-9]+([.-][A-Za-z0-9]+)*",
    say("Use Latin letters and digits only, with single dots or hyphens between them, for example lin.li."),
)
UserName = Annotated[
    str,
    Ask(
        longest=60,
        written=WRITTEN,
        help="Latin letters, digits, dots and hyphens; the officer signs in with it.",
    ),
]
PRINCIPAL = "body : head, administrator, catalogue_officer"
REGISTRAR = "own managing_department : administrator | machine"


@act(
    under="2.1-a",
    by="machine",
    on=Region,
    moves="-> in_force",
    title="Load regions",
    says="{by} loaded {number} regions of the province",
)
def load_regions(*, number: int, rows: dict[str, Any]) -> Region:
    """Load the administrative divisions of the province from the national code list."""
    made: dict[str, Region] = {}
    for level in Level.values:
        batch = [
            Region(code=code, name=name, level=level, parent=made.get(parent))
            for code, name, kind, parent in rows["regions"]
            if kind == level
        ]
        made |= {region.code: region for region in Region.objects.bulk_create(batch, batch_size=2000)}
    return next(iter(made.values()))


@act(
    under=("6.1-a", "7.1-a"),
    by=REGISTRAR,
    on=Body,
    moves="-> active",
    facts=queries.body_facts,
    rules=[
        rules.body_has_a_valid_credit_code,
        rules.body_lies_in_the_province,
        rules.body_lies_in_the_own_region,
        rules.government_has_one_managing_department,
        rules.authorised_body_names_its_law,
    ],
    title="Register body",
    says="{by} registered {name}",
)
def register_body(
    *,
    name: FullName,
    code: CreditCode,
    kind: Body.Kind,
    level: Level,
    region: HomeRegion,
    short_name: Annotated[str, Ask(longest=60)] = "",
    superior: Annotated[Body | None, Ask(choices=queries.bodies_to_choose)] = None,
    line: Annotated[str, Ask(label="Line of work", longest=40)] = "",
    authorised_by: Annotated[str, Ask(label="Authorising law", longest=200)] = "",
) -> Body:
    """Enter an organisation into the register of bodies."""
    return Body.objects.create(
        name=name,
        code=code,
        kind=kind,
        level=level,
        region=region,
        region_code=region.code,
        short_name=short_name,
        superior=superior,
        line=line,
        authorised_by=authorised_by,
    )


@act(
    under="6.1-a",
    by="machine",
    on=Body,
    moves="-> active",
    title="Load bodies",
    says="{by} loaded {number} bodies of the province",
)
def load_bodies(*, number: int, rows: dict[str, Any]) -> Body:
    """Load the bodies of the province at its start from a checked list."""
    regions = {
        region.code: region for region in Region.objects.filter(level__in=["province", "city", "county"])
    }
    made: dict[str, Body] = {}
    for level in ("province", "city", "county"):
        batch = [queries.body_of(row, regions, made) for row in rows["bodies"] if row["level"] == level]
        made |= {body.code: body for body in Body.objects.bulk_create(batch, batch_size=1000)}
    return next(iter(made.values()))


@act(
    under=("5.2-b", "6.1-a"),
    by="machine",
    on=Body,
    moves="-> active",
    facts=queries.founding_facts,
    rules=[
        rules.nobody_is_registered_yet,
        rules.body_has_a_valid_credit_code,
        rules.body_lies_in_the_province,
    ],
    locks=("region.parent.parent",),
    title="Found managing department",
    says="{by} founded {name} with {officer} as its administrator",
)
def found_managing_department(
    *,
    name: FullName,
    code: CreditCode,
    region: HomeRegion,
    officer: OfficerName,
    user_name: UserName,
    at: datetime,
) -> Body:
    """Begin the register of bodies with a managing department and the administrator who registers all others."""
    body = Body.objects.create(
        name=name,
        code=code,
        kind=Body.Kind.MANAGING,
        level=region.level,
        region=region,
        region_code=region.code,
    )
    Term.objects.create(
        office=Office.objects.create(body=body, kind=Office.Kind.ADMINISTRATOR),
        officer=Officer.objects.create(user_name=user_name, name=officer, body=body),
        since=localdate(at),
    )
    return body


@act(
    under="16.1-c",
    by="managing : administrator | machine",
    on=Body,
    moves="active -> abolished",
    title="Abolish body",
    says="{by} abolished {on}: {reason}",
    tone="grave",
)
def abolish_body(body: Body, *, reason: str) -> None:
    """Strike a body from the register; its offices close and its terms end."""
    for office in body.offices.filter(state=Office.State.OPEN):
        office.state = Office.State.CLOSED
        office.save()


@act(
    under="5.2-b",
    by="self : administrator, head | managing : administrator | machine",
    on=Body,
    moves="active",
    title="Open office",
    says="{by} opened the office {kind} in {on}",
)
def open_office(body: Body, *, kind: Office.Kind) -> None:
    """Set up a post in the body; its kind decides what its holder may do."""
    Office.objects.get_or_create(body=body, kind=kind)


@act(
    under="5.2-b",
    by="self : administrator, head | managing : administrator | machine",
    on=Body,
    moves="active",
    facts=queries.appointment_facts,
    rules=[rules.user_name_is_this_persons],
    title="Appoint officer",
    says="{by} appointed {name} as {kind} of {on} since {since}",
)
def appoint_officer(
    body: Body,
    *,
    name: OfficerName,
    user_name: UserName,
    kind: Annotated[Office.Kind, Ask(label="Office")],
    since: date,
    until: date | None = None,
) -> None:
    """Let a person hold an office of the body from one day to another."""
    office, _ = Office.objects.get_or_create(body=body, kind=kind)
    officer, _ = Officer.objects.get_or_create(user_name=user_name, defaults={"name": name, "body": body})
    Term.objects.create(office=office, officer=officer, since=since, until=until)


@act(
    under="5.2-b",
    by="office.body : administrator, head | office.body.managing : administrator | machine",
    on=Term,
    moves="running -> ended",
    title="End term",
    says="{by} ended the term of {on}",
    tone="grave",
)
def end_term(term: Term, *, at: datetime) -> None:
    """End an officer's hold of the office today; what only this office may do stops at once."""
    term.until = at.date()


@act(
    under=("8.1-d", "7.1-b"),
    by="own : head, administrator, catalogue_officer | machine",
    on=Agreement,
    moves="-> in_force",
    facts=queries.agreement_facts,
    rules=[
        rules.agreement_states_ownership,
        rules.supplier_is_a_technical_service_unit,
        rules.agreement_ends_after_it_begins,
    ],
    title="Conclude agreement",
    says="{by} concluded “{title}” with {supplier}",
)
def conclude_agreement(
    *,
    title: Annotated[str, Ask(longest=200)],
    mode: Agreement.Mode,
    supplier: Supplier,
    ownership_clause: Annotated[str, Ask(lines=4, longest=4000)],
    since: date,
    until: date,
    by: Any,
) -> Agreement:
    """Have a technical service unit build or run something; ownership stays with the State."""
    return Agreement.objects.create(
        title=title,
        mode=mode,
        body_id=by.body or supplier.pk,
        supplier=supplier,
        ownership_clause=ownership_clause,
        since=since,
        until=until,
    )


@act(
    under="8.1-b",
    by=PRINCIPAL,
    on=Agreement,
    moves="in_force",
    title="Declare without resources",
    says="{by} declared that no information resources arise under {on}: {reason}",
)
def declare_no_resources(agreement: Agreement, *, reason: Long) -> None:
    """Say why no information resources arise under the agreement; otherwise some must be registered."""
    agreement.without_resources = reason


@act(
    under="8.1-d",
    by=PRINCIPAL,
    on=Agreement,
    moves="in_force -> ended",
    title="End agreement",
    says="{by} ended the agreement {on}: {reason}",
    tone="grave",
)
def end_agreement(
    agreement: Agreement,
    *,
    reason: Long,
    handed_back: Annotated[
        str, Ask(label="How the data were handed back", help="Record of the handover.", longest=2000, lines=3)
    ],
    at: datetime,
) -> None:
    """End the agreement today, once its data, which belong to the State, are handed back."""
    agreement.ended_because = reason
    agreement.handed_back = handed_back
    agreement.until = min(agreement.until, localdate(at))
