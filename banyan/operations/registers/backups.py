"""How backups are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.operations.models import BackupJob
from banyan.operations.queries import backups as queries

register(
    Register(
        model=BackupJob,
        title=_("Backups"),
        one=_("backup"),
        about=_("Backups of systems: how old the last one is, and when the restore was last tested."),
        columns=("system", Column("supplier", kind="record"), "last_at", "restored_on"),
        groups=(Group(_("Backup"), ("system", "supplier", "last_at", "restored_on")),),
        visible=queries.visible_backups,
        search=("system__name",),
        owner="system.body",
        menu=10,
    )
)
