"""The protection regime is carried out: a check of each system against the controls of its level (article 32.1)."""

from datetime import date, datetime
from typing import Annotated

from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.operations.acts.incidents import KEEPERS, InCharge
from banyan.operations.models import ProtectionCheck, ProtectionControl
from banyan.operations.queries import protection as queries
from banyan.operations.rules import protection as rules

RECORDERS = f"check_round.system.body : {KEEPERS} | check_round.runner : {KEEPERS}"
FoundBy = Annotated[ProtectionControl.FoundBy, Ask(label="Found by")]


@act(
    under="32.1-c",
    by=f"own : {KEEPERS}",
    on=ProtectionCheck,
    moves="-> open",
    facts=queries.check_facts,
    rules=[rules.level_has_its_controls, rules.one_check_of_a_system_is_under_way],
    locks=("system",),
    title="Begin protection check",
    says="{by} began to check {system} against the controls of its level",
)
def begin_protection_check(*, system: InCharge, at: datetime) -> ProtectionCheck:
    """Check a system against every category of controls that its level demands (GB/T 22239)."""
    day = localdate(at)
    made = ProtectionCheck.objects.create(system=system, level=system.grade, begun_on=day)
    for category in queries.controls_of(system.grade, day):
        ProtectionControl.objects.create(check_round=made, category=category)
    return made


@act(
    under="32.1-c",
    by=RECORDERS,
    on=ProtectionControl,
    moves="open -> met",
    title="Record as met",
    says="{by} recorded as met: {on}",
)
def record_control_met(control: ProtectionControl, *, evidence: Long) -> None:
    """Record that the controls of this category are met, and by what this can be seen."""
    control.evidence = evidence


@act(
    under="32.1-c",
    by=RECORDERS,
    on=ProtectionControl,
    moves="open, met -> lacking",
    facts=queries.remedy_facts,
    rules=[rules.lack_is_remedied_in_time],
    title="Record lack",
    says="{by} recorded what is lacking: {on}",
    tone="grave",
)
def record_control_lacking(
    control: ProtectionControl,
    *,
    lacking: Annotated[str, Ask(label="What is lacking", longest=4000, lines=3)],
    found_by: FoundBy,
    remedy: Annotated[str, Ask(label="How it is remedied", longest=4000, lines=2)],
    remedy_by: Annotated[date | None, Ask(label="Remedied by", help="Empty: the time of the law.")] = None,
) -> None:
    """Record what is lacking, found by the own check, a test or an incident, and by when it is put right."""
    control.lacking, control.found_by, control.remedy = lacking, found_by, remedy
    control.remedy_by = remedy_by or queries.REMEDY.last_day(clock.now())


@act(
    under="32.1-c",
    by=RECORDERS,
    on=ProtectionControl,
    moves="lacking -> met",
    due=queries.REMEDY,
    title="Put right",
    says="{by} put right what was lacking: {on}",
)
def put_control_right(control: ProtectionControl, *, evidence: Long) -> None:
    """Say how the lack was put right, and by what this can be seen."""
    control.evidence = evidence


@act(
    under="32.1-c",
    by=f"system.body : {KEEPERS} | runner : {KEEPERS}",
    on=ProtectionCheck,
    moves="open -> concluded",
    facts=queries.check_facts,
    rules=[rules.every_control_is_recorded],
    title="Conclude protection check",
    says="{by} concluded the check of {on.system}: {result}",
)
def conclude_protection_check(check: ProtectionCheck, *, result: Long) -> None:
    """Conclude the check; what is lacking is put right by its day all the same."""
    check.result, check.concluded_on = result, clock.today()
