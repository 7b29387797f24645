"""Security bulletins to the bodies concerned, and what each of them answers."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.bodies.models import Body


class Bulletin(Governed):
    """A notification of a threat (信息安全情况通报), article 32.3: for the bodies that it names and nobody else."""

    class Urgency(models.TextChoices):
        GENERAL = "general", pgettext_lazy("urgency", "general")
        URGENT = "urgent", _("urgent")
        MOST_URGENT = "most_urgent", _("most urgent")

    class State(models.TextChoices):
        ISSUED = "issued", pgettext_lazy("bulletin", "issued")
        WITHDRAWN = "withdrawn", pgettext_lazy("bulletin", "withdrawn")

    tones: ClassVar = {"issued": "warn", "withdrawn": "quiet"}

    office = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="bulletins",
        verbose_name=_("network security department"),
    )
    number = reads_as("code", models.CharField(_("number"), max_length=60, unique=True))
    title = models.CharField(_("title"), max_length=200)
    threat = models.TextField(_("threat"))
    weaknesses = models.TextField(_("vulnerabilities"), blank=True)
    affected = models.TextField(_("systems affected"))
    measures = models.TextField(_("measures"))
    urgency = models.CharField(_("urgency"), max_length=12, choices=Urgency.choices)
    issued_on = models.DateField(_("issued on"))
    reply_by = models.DateField(_("reply by"), null=True)
    withdrawn_because = models.TextField(_("withdrawn because"), blank=True)

    class Meta:
        verbose_name = _("security bulletin")
        indexes: ClassVar = [models.Index(fields=["issued_on", "id"], name="opera_bulletin_issued_on")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def answered(self) -> str:
        """How many of the bodies have reported what they did."""
        states = [one.state for one in self.replies.all()]
        return f"{states.count(BulletinReply.State.REPORTED)} / {len(states)}"


class BulletinReply(Governed):
    """What one body answers to a bulletin (签收与反馈): received, then what it did."""

    class State(models.TextChoices):
        TOLD = "told", _("to be received")
        RECEIVED = "received", pgettext_lazy("bulletin", "received")
        REPORTED = "reported", pgettext_lazy("bulletin", "action reported")
        RELEASED = "released", _("released, bulletin withdrawn")

    tones: ClassVar = {"told": "warn", "received": "info", "reported": "good", "released": "quiet"}

    bulletin = models.ForeignKey(
        Bulletin, on_delete=models.PROTECT, related_name="replies", verbose_name=_("security bulletin")
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="bulletin_replies", verbose_name=_("body")
    )
    counted_from = models.DateField(_("time to report runs from"), null=True)
    touched = models.TextField(_("own systems affected"), blank=True)
    done = models.TextField(_("what was done"), blank=True)

    class Meta:
        verbose_name = _("reply to a bulletin")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bulletin", "body"], name="operations_told_of_bulletin_once")
        ]

    def __str__(self) -> str:
        return paired(self.bulletin.number, self.body)

    @property
    def reply_by(self) -> date | None:
        """The day that the bulletin sets; None where the clock of its urgency runs."""
        return self.bulletin.reply_by
