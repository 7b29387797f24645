"""Backups: set up, record, test the restore (articles 14, 23 and 37)."""

from datetime import date, datetime
from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask
from banyan.bodies.models import Body
from banyan.bodies.queries import suppliers_to_choose
from banyan.infrastructure.models import System
from banyan.operations.models import BackupJob, BackupSupplier
from banyan.operations.queries import backups as queries
from banyan.operations.rules import backups as rules

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
    """Have a system backed up by the one supplier; until the province has named it, the first order does."""
    named, _ = BackupSupplier.objects.get_or_create(body=supplier)
    return BackupJob.objects.create(system=system, supplier=named)


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
    facts=queries.restore_facts,
    rules=[rules.a_backup_is_recorded_first, rules.restore_was_tested_on_a_day_past],
    title="Record restore test",
    says="{by} confirmed the restore test of {on}",
)
def record_restore_test(backup: BackupJob, *, tested_on: Annotated[date, Ask(label="Tested on")]) -> None:
    """Confirm that a restore was tested and worked."""
    backup.restored_on = tested_on
