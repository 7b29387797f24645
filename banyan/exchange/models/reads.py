"""The daily count of reads, whom they were about, and the audit logs of consumers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.exchange.models.sharing import Grant


class Use(models.Model):
    """How often a grant was used on a day (每日用量); written by the gateway with the reads themselves."""

    pk = models.CompositePrimaryKey("grant_id", "day")
    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, related_name="uses")
    day = models.DateField()
    reads = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.grant_id} {self.day}: {self.reads}"


class AuditHandover(Governed):
    """A consumer's own audit log of one period, told to the provider of sensitive items (审计日志报送), article 32.2.

    ``records`` counts its entries, ``digest`` is the SHA-256 of the file in hexadecimal; both days are of the period.
    """

    class State(models.TextChoices):
        HANDED_OVER = "handed_over", _("handed over")
        ACKNOWLEDGED = "acknowledged", pgettext_lazy("audit log", "acknowledged")
        QUESTIONED = "questioned", _("questioned")

    tones: ClassVar = {"handed_over": "info", "acknowledged": "good", "questioned": "bad"}

    grant = models.ForeignKey(
        Grant, on_delete=models.PROTECT, related_name="handovers", verbose_name=_("grant")
    )
    since = models.DateField(_("from"))
    until = models.DateField(_("to"))
    records = models.PositiveIntegerField(_("records"))
    digest = reads_as("digest", models.CharField(_("SHA-256 of the file"), max_length=64))
    file_name = models.CharField(_("file name"), max_length=200)
    question = models.TextField(_("question"), blank=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("audit log")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["grant", "since"], name="exchange_one_log_a_period")
        ]
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="exchange_handover_until")]

    def __str__(self) -> str:
        return f"{self.grant} {self.since} – {self.until}"

    @property
    def reads_recorded(self) -> int:
        """How many rows the gateway recorded in the same period, for the provider to compare."""
        used = Use.objects.filter(grant=self.grant_id, day__range=(self.since, self.until))
        return used.aggregate(n=models.Sum("reads"))["n"] or 0


class ReadSubject(models.Model):
    """Beside a read's leaf (记录旁存): the key of its salted digest; destroying the row forgets whom it was about."""

    log = models.BigIntegerField()
    read_id = models.CharField(max_length=40, unique=True)
    subject = models.CharField(max_length=120)
    salt = models.BinaryField()

    def __str__(self) -> str:
        return self.read_id


class UsedAssertion(models.Model):
    """A client assertion that has been used (已用断言): its jti is accepted once, until it would have expired anyway.

    ``digest`` is the SHA-256 of client id and jti; ``expires`` counts seconds since 1970.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    expires = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return self.digest
