"""What may be done with backups, and the way of a system into operation."""

from datetime import date, datetime
from typing import Annotated

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask
from banyan.bodies.models import Body
from banyan.bodies.queries import suppliers_to_choose
from banyan.infrastructure.models import System
from banyan.operations import queries, rules
from banyan.operations.models import BackupJob

OwnSystem = Annotated[System, Ask(choices=queries.systems_to_back_up)]
Supplier = Annotated[Body, Ask(choices=suppliers_to_choose)]
OPERATOR = (
    "system.body : integrator, administrator, planning_officer | supplier : operations_officer, administrator"
)


@act(
    under=("23.1-b", "14.4-a"),
    by="own : integrator, administrator, planning_officer",
    on=BackupJob,
    moves="-> running",
    facts=queries.backup_facts,
    rules=[rules.backup_comes_from_the_one_supplier],
    title="Set up backup",
    says="{by} set up the backup of {system} with {supplier}",
)
def set_up_backup(*, system: OwnSystem, supplier: Supplier) -> BackupJob:
    """Have a system backed up by the supplier of the province's cloud."""
    return BackupJob.objects.create(system=system, supplier=supplier)


@act(
    under="23.1-b",
    by=OPERATOR,
    on=BackupJob,
    moves="running",
    title="Record backup",
    says="{by} recorded a backup of {on}",
)
def record_backup(backup: BackupJob, *, at: datetime) -> None:
    """Record that a backup was made just now."""
    backup.last_at = at


@act(
    under=("37.1-c", "23.1-b"),
    by="system.body : integrator, administrator, planning_officer",
    on=BackupJob,
    moves="running",
    title="Record restore test",
    says="{by} confirmed the restore test of {on}",
)
def record_restore_test(backup: BackupJob, *, tested_on: Annotated[date, Ask(label="Tested on")]) -> None:
    """Confirm that a restore was tested and worked."""
    backup.restored_on = tested_on


@act(
    under=("23.1-a", "23.1-b", "18.3-a", "30.1-a", "31.1-a", "32.1-a"),
    by="body.managing : catalogue_officer, operations_officer, head",
    on=System,
    moves="registered, suspended -> live",
    facts=queries.live_facts,
    rules=[
        rules.system_runs_on_the_unified_network,
        rules.system_is_backed_up,
        rules.central_software_is_local_or_linked,
        rules.protection_is_filed,
        rules.resident_system_is_connected,
        rules.urban_rural_system_is_connected,
        rules.interface_is_registered,
    ],
    gate=True,
    title="Let into operation",
    says="{by} let {on} into operation",
)
def go_live(system: System, *, at: datetime) -> None:
    """Let the system into operation when every condition of the gate holds."""
    system.live_on = localdate(at)
