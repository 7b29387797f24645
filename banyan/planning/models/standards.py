"""Standards that building follows."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class Standard(Governed):
    """A national, industry or local standard (标准), article 11: a local one only where no other stands."""

    class Rank(models.TextChoices):
        NATIONAL = "national", _("national standard")
        INDUSTRY = "industry", _("industry standard")
        LOCAL = "local", _("local standard")

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        REPLACED = "replaced", _("replaced")

    tones: ClassVar = {"in_force": "good", "replaced": "bad"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="standards", verbose_name=_("registered by")
    )
    number = reads_as("code", models.CharField(_("standard number"), max_length=60, unique=True))
    title = models.CharField(_("title"), max_length=200)
    rank = models.CharField(_("rank"), max_length=10, choices=Rank.choices)
    about = models.CharField(_("what it covers"), max_length=300)
    overlap = models.TextField(_("decision on overlapping standards"), blank=True)
    consulted = models.TextField(_("opinion of the quality department"), blank=True)
    in_force_on = models.DateField(_("in force on"), null=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replaces", verbose_name=_("replaced by")
    )

    class Meta:
        verbose_name = _("standard")
        indexes: ClassVar = [models.Index(fields=["title", "id"], name="planning_standard_title")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class ManagementMethod(Governed):
    """The method by which local standards are made and kept (标准管理办法), article 11.

    The provincial office drafts it; it is in force once the quality supervision department issues it jointly.
    """

    class State(models.TextChoices):
        DRAFTED = "drafted", _("waits for the joint issue")
        DECLINED = "declined", _("not issued jointly")
        IN_FORCE = "in_force", _("in force")
        REPLACED = "replaced", _("replaced")

    tones: ClassVar = {"drafted": "info", "declined": "bad", "in_force": "good", "replaced": "quiet"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="management_methods", verbose_name=_("drafted by")
    )
    quality = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("quality supervision department")
    )
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    number = reads_as("code", models.CharField(_("document number"), max_length=80, blank=True))
    in_force_on = models.DateField(_("in force on"), null=True)
    declined_because = models.TextField(_("why it was not issued"), blank=True)

    class Meta:
        verbose_name = _("standards management method")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body"], condition=models.Q(state="in_force"), name="planning_method_one_in_force"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["in_force_on", "id"], name="planning_method_in_force")]

    def __str__(self) -> str:
        return self.title
