"""The one supplier of backups: named, ended, and backups that move to it (article 14.4)."""

from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.bodies.models import Agreement
from banyan.operations.models import BackupJob, BackupSupplier
from banyan.operations.queries import suppliers as queries
from banyan.operations.rules import suppliers as rules

Purchase = Annotated[
    Agreement,
    Ask(label="Agreement", help="By which the province purchases backup.", choices=queries.own_purchases),
]
OFFICE = "own managing_department province : planning_officer, catalogue_officer, head"


@act(
    under="14.4-a",
    by=OFFICE,
    on=BackupSupplier,
    moves="-> named",
    facts=queries.supplier_facts,
    rules=[rules.one_supplier_is_named, rules.backup_is_purchased],
    title="Name supplier of backups",
    says="{by} named the supplier of backups under {agreement}",
)
def name_backup_supplier(*, agreement: Purchase) -> BackupSupplier:
    """Name the one body from which the province purchases backup; every backup stands with it."""
    return BackupSupplier.objects.create(body=agreement.supplier, agreement=agreement)


@act(
    under="14.4-a",
    by="body.provincial_office : planning_officer, catalogue_officer, head",
    on=BackupSupplier,
    moves="named -> ended",
    title="End supplier",
    says="{by} ended the supply of backups by {on}: {reason}",
    tone="grave",
)
def end_backup_supplier(supplier: BackupSupplier, *, reason: Long) -> None:
    """End its supply, so that another can be named; the backups that stand with it are found until they move."""


@act(
    under="14.4-a",
    by="body.provincial_office : planning_officer, catalogue_officer, head",
    on=BackupSupplier,
    moves="ended -> named",
    facts=queries.supplier_facts,
    rules=[rules.one_supplier_is_named, rules.backup_is_purchased],
    title="Name again",
    says="{by} named {on} as supplier of backups again",
)
def name_backup_supplier_again(supplier: BackupSupplier, *, agreement: Purchase) -> None:
    """Name a former supplier again, under a new agreement."""
    supplier.agreement = agreement


@act(
    under="14.4-a",
    by="system.body : integrator, administrator, planning_officer",
    on=BackupJob,
    moves="running",
    facts=queries.move_facts,
    rules=[rules.backup_moves_to_the_one_supplier],
    title="Move backup",
    says="{by} moved the backup of {on} to the supplier of the province",
)
def move_backup(backup: BackupJob) -> None:
    """Move the backup to the supplier that the province has named; its restore is to be tested there."""
    backup.supplier = BackupSupplier.objects.get(state=BackupSupplier.State.NAMED)
    backup.last_at = None
    backup.restored_on = None
