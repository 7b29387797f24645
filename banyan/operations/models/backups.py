"""Backups of systems."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.infrastructure.models import System
from banyan.operations.models.suppliers import BackupSupplier


class BackupJob(Governed):
    """The backup of a system by the one supplier of the province (备份), articles 14.4, 23 and 37."""

    class State(models.TextChoices):
        RUNNING = "running", pgettext_lazy("backup", "running")
        ENDED = "ended", _("ended")

    tones: ClassVar = {"running": "good", "ended": "quiet"}

    system = models.OneToOneField(
        System, on_delete=models.PROTECT, related_name="backup", verbose_name=_("system")
    )
    supplier = models.ForeignKey(
        BackupSupplier, on_delete=models.PROTECT, related_name="backups", verbose_name=_("supplier")
    )
    last_at = models.DateTimeField(_("last backup"), null=True)
    restored_on = models.DateField(_("last restore test"), null=True)

    class Meta:
        verbose_name = _("backup")

    def __str__(self) -> str:
        return str(self.system)
