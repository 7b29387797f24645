"""The one supplier of backups."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.bodies.models import Agreement, Body


class BackupSupplier(Governed):
    """The one body that supplies backups to the whole province (备份服务提供单位), article 14.4.

    A backup can stand with nobody who is not named here, and the database names one at a time.
    """

    class State(models.TextChoices):
        NAMED = "named", pgettext_lazy("backup supplier", "named")
        ENDED = "ended", _("ended")

    tones: ClassVar = {"named": "good", "ended": "quiet"}

    body = models.OneToOneField(
        Body, on_delete=models.PROTECT, primary_key=True, related_name="+", verbose_name=_("supplier")
    )
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("agreement")
    )

    class Meta:
        verbose_name = _("supplier of backups")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="named"), name="operations_one_backup_supplier"
            )
        ]

    def __str__(self) -> str:
        return str(self.body)
