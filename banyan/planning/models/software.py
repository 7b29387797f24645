"""Yearly software entries, decisions on similar ones, and the key points that they are compiled into."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class KeyPoints(Governed):
    """The annual key points of Digital Fujian (数字福建年度工作要点), article 18.1: one list a year."""

    class State(models.TextChoices):
        COMPILING = "compiling", _("being compiled")
        SUBMITTED = "submitted", pgettext_lazy("plan", "submitted for approval")
        APPROVED = "approved", _("approved")

    tones: ClassVar = {"compiling": "info", "submitted": "info", "approved": "good"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="key_points", verbose_name=_("compiled by")
    )
    year = reads_as("code", models.PositiveSmallIntegerField(_("year"), unique=True))
    approval_number = reads_as("code", models.CharField(_("approval number"), max_length=80, blank=True))
    approved_on = models.DateField(_("approved on"), null=True)

    class Meta:
        verbose_name = _("key points")

    def __str__(self) -> str:
        return gettext("Key points of {year}").format(year=self.year)

    @property
    def approver(self) -> Body | None:
        """The provincial government."""
        return self.body.government


class SoftwareEntry(Governed):
    """Software that a provincial unit plans for a year (业务软件开发计划条目), articles 18 and 24."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("submitted")
        INCLUDED = "included", _("included in the key points")
        MERGED = "merged", _("merged into another entry")
        COMMON = "common", _("common software of the managing department")
        REJECTED = "rejected", _("not included")

    tones: ClassVar = {
        "submitted": "info",
        "included": "good",
        "merged": "quiet",
        "common": "good",
        "rejected": "bad",
    }

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="software_entries", verbose_name=_("body")
    )
    year = reads_as("code", models.PositiveSmallIntegerField(_("year")))
    name = models.CharField(_("name"), max_length=160)
    purpose = models.TextField(_("purpose"))
    functions = models.TextField(_("functions"))
    users = models.TextField(_("users, with lower units"))
    consultation = models.TextField(_("consultation of lower units"))
    sector_wide = models.BooleanField(_("serves its whole line"), default=False)
    narrower_because = models.TextField(_("why it does not serve its whole line"), blank=True)
    reuse_search = models.TextField(_("what was searched for reuse"))
    budget = models.DecimalField(_("budget (yuan)"), max_digits=16, decimal_places=2)
    key_points = models.ForeignKey(
        KeyPoints, on_delete=models.PROTECT, null=True, related_name="entries", verbose_name=_("key points")
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged", verbose_name=_("merged into")
    )
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("software entry")
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="planning_entry_name")]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def office(self) -> Body | None:
        """The provincial office, which compiles it."""
        return self.body.provincial_office

    @property
    def function_list(self) -> list[str]:
        return [line.strip() for line in self.functions.splitlines() if line.strip()]


class SimilarityDecision(Governed):
    """What a person decided about two similar pieces of software (相似性认定), articles 18.2 and 24."""

    class Verdict(models.TextChoices):
        DIFFERENT = "different", _("not similar in function")
        REUSE = "reuse", _("similar: the other one is used instead")
        MERGE = "merge", _("similar: the two are merged")

    class State(models.TextChoices):
        DECIDED = "decided", _("decided")

    tones: ClassVar = {"decided": "good"}

    entry = models.ForeignKey(
        SoftwareEntry, on_delete=models.PROTECT, related_name="decisions", verbose_name=_("software entry")
    )
    other = models.CharField(_("similar software"), max_length=60)
    other_name = models.CharField(_("its name"), max_length=160)
    score = models.DecimalField(_("similarity"), max_digits=4, decimal_places=3)
    verdict = models.CharField(_("verdict"), max_length=12, choices=Verdict.choices)
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("similarity decision")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "other"], name="planning_decision_once")
        ]

    def __str__(self) -> str:
        return f"{self.entry} ~ {self.other_name}"
