"""Rows of an inventory that wait to be put right."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.infrastructure.faults import words_of
from banyan.kit.sentence import listed


class StockRow(Governed):
    """A row of an inventory of what exists that was refused (存量隔离行), kept with what is wrong until it is right.

    ``line`` is its row number in the table, the heading being 1.
    """

    class Kind(models.TextChoices):
        NETWORK = "network", _("network")
        CENTRE = "centre", _("data centre")
        PLATFORM = "platform", _("platform")
        CHANNEL = "channel", _("channel")
        SYSTEM = "system", _("system")

    class State(models.TextChoices):
        WAITING = "waiting", _("in quarantine")
        CORRECTED = "corrected", _("corrected")
        ENTERED = "entered", _("entered")
        DROPPED = "dropped", _("dropped")

    tones: ClassVar = {"waiting": "bad", "corrected": "info", "entered": "good", "dropped": "quiet"}

    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("taken in by"))
    file_name = models.CharField(_("file"), max_length=200)
    file_digest = models.CharField(_("digest of the file"), max_length=80)
    line = models.PositiveIntegerField(_("row"))
    data = models.JSONField()
    faults: Any = models.JSONField()
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("row in quarantine")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file_digest", "kind", "line"], name="infrastructure_quarantined_line"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file_name}:{self.line}"

    @property
    def fault_words(self) -> str:
        """The faults in the reader's language: field, what is wrong, and the value."""
        return listed((one.render(gettext) for one in words_of(self.faults)), get_language() or "zh", "；")

    @property
    def row_words(self) -> str:
        """What the row says, item by item."""
        return "；".join(f"{name}：{value}" for name, value in self.data.items() if value)
