"""Loads, their rows, and the rows that were refused."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.catalogue.models import Resource


class Load(Governed):
    """One delivery of rows into a resource (装载); the published one is the resource's present version."""

    class State(models.TextChoices):
        CHECKING = "checking", _("being checked")
        PUBLISHED = "published", _("published")
        FAILED = "failed", _("failed")
        SUPERSEDED = "superseded", _("superseded")

    tones: ClassVar = {"checking": "info", "published": "good", "failed": "bad", "superseded": "quiet"}

    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="loads", verbose_name=_("resource")
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="loads", verbose_name=_("provider"))
    number = models.PositiveIntegerField(_("version"))
    file_name = models.CharField(_("file"), max_length=200)
    file_digest = models.CharField(_("digest of the file"), max_length=80)
    rows_good = models.PositiveIntegerField(_("good rows"), default=0)
    rows_bad = models.PositiveIntegerField(_("rows in quarantine"), default=0)
    rows_digest = models.CharField(_("digest of the rows"), max_length=80, blank=True)
    replays = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replayed_by", verbose_name=_("replays")
    )
    reason = models.TextField(_("why it failed"), blank=True)

    class Meta:
        verbose_name = _("load")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["resource", "number"], name="lake_load_number"),
            models.UniqueConstraint(
                fields=["resource"], condition=models.Q(state="published"), name="lake_one_version_published"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resource} №{self.number}"


class Row(models.Model):
    """One row of a load (数据行), found by its key; it is served only while its load is published.

    ``data`` is the canonical JSON object of item names and values; ``region`` the code of the region it is about.
    """

    pk = models.CompositePrimaryKey("load_id", "key")
    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="rows", db_index=False)
    key = models.CharField(max_length=120)
    region = models.CharField(max_length=12, blank=True)
    data = models.TextField()

    def __str__(self) -> str:
        return f"{self.load_id}/{self.key}"


class QuarantinedRow(models.Model):
    """A row that was refused (隔离行): where it stood, what it held, and each fault with field, rule and value."""

    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="quarantine")
    line = models.PositiveIntegerField(_("line"))
    data = models.JSONField()
    faults = models.JSONField()
    corrected = models.JSONField(null=True)
    settled = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["load", "settled", "line"], name="lake_quarantine_load")]

    def __str__(self) -> str:
        return f"{self.load_id}:{self.line}"
