"""Stored objects of operations."""

from collections.abc import Callable

from banyan.acts.governed import Governed
from banyan.operations.models import BackupJob
from tests.samples.sample import a_body, a_system, inside

MAKERS: dict[str, Callable[[], Governed]] = {
    "operations.backupjob": inside(lambda: BackupJob.objects.create(system=a_system(), supplier=a_body())),
}
