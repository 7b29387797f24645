"""Cases of the monitors of operations."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.door import perform
from banyan.operations.acts import backups
from banyan.operations.models import BackupJob
from tests import province
from tests.monitor_cases.case import Case, a, in_days, let


def _a_job(**as_it_stands: object) -> BackupJob:
    """The backup of a system in operation."""
    job = BackupJob.objects.get(pk=a("operations.backupjob", **as_it_stands).pk)
    let(job.system, state="live", network="unified")
    return job


def _backup_is_old() -> Iterator[datetime]:
    _a_job(last_at=in_days(0))
    job = _a_job(last_at=in_days(-30))
    yield in_days(0)
    perform(backups.record_backup, province.officer(job.system.body, "integrator"), job.pk)
    yield in_days(0)


def _restore_was_tested_long_ago() -> Iterator[datetime]:
    _a_job(restored_on=in_days(-10).date())
    job = _a_job(restored_on=in_days(-1000).date())
    yield in_days(0)
    officer = province.officer(job.system.body, "integrator")
    perform(backups.record_restore_test, officer, job.pk, tested_on=in_days(0).date())
    yield in_days(0)


CASES: dict[str, Case] = {
    "operations.backup_is_too_old": _backup_is_old,
    "operations.restore_test_is_overdue": _restore_was_tested_long_ago,
}
