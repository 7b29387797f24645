"""Stored objects of operations."""

from collections.abc import Callable

from banyan.acts.governed import Governed
from banyan.operations.models import BackupJob, BackupSupplier
from tests.samples.sample import a_body, a_system, inside


def _supplier() -> BackupSupplier:
    return BackupSupplier.objects.create(body=a_body())


MAKERS: dict[str, Callable[[], Governed]] = {
    "operations.backupjob": inside(lambda: BackupJob.objects.create(system=a_system(), supplier=_supplier())),
    "operations.backupsupplier": inside(_supplier),
}
