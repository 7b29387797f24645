"""Editions: the published states of a catalogue."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.acts.names import in_edition
from banyan.bodies.models import Body


class Edition(Governed):
    """A published state of a catalogue (目录版本), compiled by a managing department for its region."""

    class Kind(models.TextChoices):
        COLLECTION = "collection", _("collection catalogue")
        RESOURCES = "resources", _("catalogue of information resources")
        SERVICES = "services", _("application and service catalogue")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        PUBLISHED = "published", _("published")
        SUPERSEDED = "superseded", _("superseded")

    tones: ClassVar = {"draft": "info", "review": "info", "published": "good", "superseded": "quiet"}

    kind = models.CharField(_("catalogue"), max_length=12, choices=Kind.choices)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="editions", verbose_name=_("compiled by")
    )
    number = models.PositiveIntegerField(_("number"))
    lines_count = models.PositiveIntegerField(_("entries"), default=0)
    digest = reads_as("digest", models.CharField(_("digest"), max_length=80, blank=True))
    published_on = models.DateField(_("published on"), null=True)

    class Meta:
        verbose_name = _("edition")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "body", "number"], name="catalogue_edition_number"),
            models.UniqueConstraint(
                fields=["kind", "body"],
                condition=models.Q(state__in=["draft", "review"]),
                name="catalogue_one_edition_in_work",
            ),
        ]

    def __str__(self) -> str:
        return in_edition(f"{self.body} {self.get_kind_display()}", self.number)


class EditionLine(Governed):
    """One entry as it stood when its edition was published (版本条目)."""

    class State(models.TextChoices):
        LISTED = "listed", _("listed")

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="lines", verbose_name=_("edition")
    )
    object_id = models.BigIntegerField()
    code = reads_as("code", models.CharField(_("code"), max_length=60))
    title = models.CharField(_("title"), max_length=240)
    digest = reads_as("digest", models.CharField(_("digest"), max_length=80))
    facts = models.JSONField()

    class Meta:
        verbose_name = _("edition line")
        indexes: ClassVar = [models.Index(fields=["code", "id"], name="catalogue_line_code")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "object_id"], name="catalogue_line_once_per_edition")
        ]

    def __str__(self) -> str:
        return self.title
