"""What goes wrong with backups: too old, restore not tested."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.kit.sentence import say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.operations.models import BackupJob


@monitor("23.1-b", title="Backups too old", ended_by=("operations.record_backup",))
def backup_is_too_old(at: datetime) -> Iterator[Lapse]:
    """Systems in operation whose last backup is older than the law allows."""
    hours = pack().parameter("backup.longest_age", on=localdate(at)).of(int)
    old = Q(last_at__lt=at - timedelta(hours=hours)) | Q(last_at=None)
    for job in BackupJob.objects.filter(old, state="running", system__state="live").select_related("system"):
        because = say("The last backup is older than {hours} hours.", hours=hours)
        yield lapse_of(job, "age", because, body=job.system.body_id)


@monitor("37.1-c", title="Restore tests overdue", ended_by=("operations.record_restore_test",))
def restore_test_is_overdue(at: datetime) -> Iterator[Lapse]:
    """Backups whose last restore test is older than the law allows."""
    months = pack().parameter("backup.restore_test", on=localdate(at)).of(int)
    before = months_after(localdate(at), -months)
    late = Q(restored_on__lt=before)
    for job in BackupJob.objects.filter(late, state="running").select_related("system"):
        because = say("The last restore test is older than {months} months.", months=months)
        yield lapse_of(job, "restore", because, body=job.system.body_id)
