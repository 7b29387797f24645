"""How backups are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.operations.models import BackupJob
from banyan.operations.queries import backups as queries

FACTS = (
    Column("supplier", _("Supplier"), "record"),
    Column("last_at", _("Last backup"), "moment"),
    Column("restored_on", _("Last restore test"), "date"),
)


register(
    Register(
        model=BackupJob,
        title=_("Backups"),
        one=_("backup"),
        about=_("Backups of systems: how old the last one is, and when the restore was last tested."),
        columns=(Column("system", _("System"), "record"), *FACTS, Column("state", _("State"), "state")),
        groups=(Group(_("Backup"), (Column("system", _("System"), "record"), *FACTS)),),
        visible=queries.visible_backups,
        search=("system__name",),
        owner="system.body",
        menu=10,
    )
)
