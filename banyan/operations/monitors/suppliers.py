"""What goes wrong with the supplier of backups: backups that stand elsewhere."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.kit.sentence import say
from banyan.operations.models import BackupJob, BackupSupplier


@monitor("14.4-a", title="Backups with a former supplier")
def backup_is_with_a_former_supplier(at: datetime) -> Iterator[Lapse]:
    """Backups that stand with a supplier whose supply has ended."""
    rows = BackupJob.objects.filter(
        state=BackupJob.State.RUNNING, supplier__state=BackupSupplier.State.ENDED
    ).select_related("system", "supplier__body")
    for job in rows.iterator():
        yield lapse_of(
            job,
            "supplier",
            say("It stands with {supplier}, whose supply has ended.", supplier=str(job.supplier)),
            body=job.system.body_id,
        )
