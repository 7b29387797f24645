"""Information systems: register, complete, retire (articles 18, 23 and 32)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, MaybeProtectionLevel, Name
from banyan.acts.governed import fill
from banyan.catalogue.models import Resource
from banyan.infrastructure.acts.existing import Whose, whose
from banyan.infrastructure.models import DataCentre, System
from banyan.infrastructure.models.systems import TEST
from banyan.infrastructure.queries import systems as queries
from banyan.infrastructure.rules import systems as rules

Hosted = Annotated[DataCentre | None, Ask(label="Hosted in", choices=queries.hosting_centres)]
Produced = Annotated[list[Resource] | None, Ask(label="Resources it produces", choices=queries.own_resources)]


@act(
    under=("23.1-a", "32.1-a", "32.1-b"),
    by="own : integrator, planning_officer, administrator | machine",
    on=System,
    moves="-> registered",
    facts=queries.system_facts,
    rules=[
        rules.system_code_is_new,
        rules.no_secret_system_enters,
        rules.system_is_entered_by_its_body_or_its_department,
        rules.centre_is_approved_or_stock,
    ],
    title="Register information system",
    says="{by} registered the system “{name}”",
)
def register_information_system(
    *,
    code: Annotated[str, Ask(longest=40)],
    name: Name,
    central: Annotated[System.Central, Ask(label="Central software")],
    grade: MaybeProtectionLevel = None,
    interface: Annotated[str, Ask(longest=300)] = "",
    faces_residents: bool = False,
    faces_urban_rural: Annotated[bool, Ask(label="Faces urban and rural management")] = False,
    is_stock: Annotated[bool, Ask(label="Existed before the Measures")] = False,
    body: Whose = None,
    centre: Hosted = None,
    by: Any,
) -> System:
    """Register a system of the body; it goes into operation only through its gate."""
    return System.objects.create(
        body_id=whose(by, body),
        centre=centre,
        code=code,
        name=name,
        central=central,
        grade=grade or 0,
        interface=interface,
        faces_residents=faces_residents,
        faces_urban_rural=faces_urban_rural,
        is_stock=is_stock,
    )


@act(
    under=("23.1-a", "18.3-a", "18.3-b", "30.1-a", "31.1-a", "32.1-a", "3.1-f"),
    by="body : integrator, planning_officer, administrator",
    on=System,
    moves="registered, live",
    facts=queries.system_facts,
    rules=[
        rules.no_secret_system_enters,
        rules.centre_is_approved_or_stock,
        rules.endpoint_can_be_called,
        rules.live_system_keeps_its_audit_log,
        rules.what_it_shows_was_done_on_days_past,
    ],
    title="Complete system",
    says="{by} completed what {on} has to show",
)
def complete_system(
    system: System,
    *,
    network: System.Network | None = None,
    centre: Hosted = None,
    endpoint: Annotated[str | None, Ask(longest=300)] = None,
    interface: Annotated[str | None, Ask(longest=300)] = None,
    grade: MaybeProtectionLevel = None,
    filing_number: Annotated[str | None, Ask(label="Police filing number", longest=60)] = None,
    filed_on: Annotated[date | None, Ask(label="Filed on")] = None,
    tested_on: Annotated[date | None, Ask(label="Last protection test")] = None,
    central: Annotated[System.Central | None, Ask(label="Central software")] = None,
    link_tested_on: Annotated[date | None, Ask(label="Link tested on")] = None,
    community_connected_on: Annotated[date | None, Ask(label="Connected to the community platform")] = None,
    grid_connected_on: Annotated[date | None, Ask(label="Connected to the grid platform")] = None,
    audit_log: Annotated[str | None, Ask(label="Where its audit log is kept", longest=200)] = None,
    audit_months: Annotated[
        int | None, Ask(label="Months for which its audit log is kept", least=1, most=1200)
    ] = None,
    resources: Produced = None,
) -> None:
    """Add what its gate asks for; what is left empty stays as it is."""
    fill(
        system,
        network=network,
        centre=centre,
        endpoint=endpoint,
        interface=interface,
        grade=grade,
        filing_number=filing_number,
        filed_on=filed_on,
        tested_on=tested_on,
        central=central,
        link_tested_on=link_tested_on,
        community_connected_on=community_connected_on,
        grid_connected_on=grid_connected_on,
        audit_log=audit_log,
        audit_months=audit_months,
        resources=resources,
    )


@act(
    under="23.1-a",
    by="body : integrator, planning_officer, administrator, head",
    on=System,
    moves="registered, live, suspended -> retired",
    title="Retire system",
    says="{by} retired the system {on}",
    tone="grave",
)
def retire_system(system: System) -> None:
    """Take the system out of operation for good."""


@act(
    under="32.1-a",
    by="body : integrator, security_officer, planning_officer, administrator",
    on=System,
    moves="registered, live, suspended",
    facts=queries.system_facts,
    rules=[rules.tested_on_a_day_past],
    due=TEST,
    title="Record protection test",
    says="{by} recorded the protection test of {on} on {tested_on}",
)
def record_protection_test(
    system: System, *, tested_on: Annotated[date, Ask(label="Tested on")], result: Long
) -> None:
    """Record a test of graded protection and what it found; levels 3 and 4 are tested again and again."""
    system.tested_on = tested_on
    system.test_result = result
