"""Framework, plans and schemes: documents with numbered items, approved, filed and published."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.acts.names import in_edition
from banyan.bodies.models import Body


class PlanKind(models.TextChoices):
    """Which document of articles 10 and 12 it is (规划文件种类)."""

    FRAMEWORK = "framework", _("provincial framework")
    PROVINCIAL = "provincial_plan", _("provincial development plan")
    CITY = "city_plan", _("city development plan")
    SCHEME = "scheme", _("construction scheme of a provincial unit")


class Plan(Governed):
    """A framework, plan or scheme (总体框架、发展规划、建设方案), one edition of it.

    A new edition supersedes the former one when it is published; both stay readable.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("plan", "draft")
        SUBMITTED = "submitted", pgettext_lazy("plan", "submitted for approval")
        APPROVED = "approved", _("approved")
        FILING = "filing", _("submitted for filing")
        RETURNED = "returned", pgettext_lazy("plan", "returned")
        FILED = "filed", _("filed")
        PUBLISHED = "published", pgettext_lazy("plan", "published")
        SUPERSEDED = "superseded", _("superseded")

    tones: ClassVar = {
        "draft": "quiet",
        "submitted": "info",
        "approved": "info",
        "filing": "info",
        "returned": "bad",
        "filed": "good",
        "published": "good",
        "superseded": "quiet",
    }

    kind = models.CharField(_("kind"), max_length=16, choices=PlanKind.choices)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="plans", verbose_name=_("body"))
    title = models.CharField(_("title"), max_length=200)
    edition = models.PositiveSmallIntegerField(_("edition"))
    text = models.TextField(_("text"), blank=True)
    consulted = models.TextField(_("departments consulted and their opinions"), blank=True)
    approval_number = reads_as("code", models.CharField(_("approval number"), max_length=80, blank=True))
    approved_on = models.DateField(_("approved on"), null=True)
    filing_number = reads_as("code", models.CharField(_("filing number"), max_length=80, blank=True))
    filed_on = models.DateField(_("filed on"), null=True)
    returned_because = models.TextField(_("returned because"), blank=True)
    published_on = models.DateField(_("published on"), null=True)
    superseded_on = models.DateField(_("superseded on"), null=True)

    class Meta:
        verbose_name = _("plan")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "body", "edition"], name="planning_plan_edition_once"),
            models.UniqueConstraint(
                fields=["kind", "body"],
                condition=models.Q(state="published"),
                name="planning_plan_one_in_force",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["published_on", "id"], name="planning_plan_published")]

    def __str__(self) -> str:
        return self.title if self.edition == 1 else in_edition(self.title, self.edition)

    @property
    def approver(self) -> Body | None:
        """The government that approves it (articles 10.1 and 10.2)."""
        return self.body.government

    @property
    def filed_with(self) -> Body | None:
        """The provincial office, with which city plans and schemes are filed."""
        return self.body.provincial_office

    @cached_property
    def former(self) -> "Plan | None":
        """The edition before this one."""
        return (
            Plan.objects.filter(kind=self.kind, body_id=self.body_id, edition__lt=self.edition)
            .order_by("-edition")
            .first()
        )

    @property
    def changes(self) -> str:
        """What this edition adds and takes away against the former one, item by item."""
        if self.former is None:
            return ""
        mine = {one.number: one.title for one in self.items.all()}
        past = {one.number: one.title for one in self.former.items.all()}
        told = [f"+ {number} {mine[number]}" for number in mine if number not in past]
        told += [f"− {number} {past[number]}" for number in past if number not in mine]
        told += [
            f"~ {number} {past[number]} → {title}"
            for number, title in mine.items()
            if number in past and past[number] != title
        ]
        return "；".join(told)


class PlanItem(Governed):
    """A numbered item of a plan (规划条目), which cites the item above that it carries out."""

    class State(models.TextChoices):
        LISTED = "listed", _("listed")

    tones: ClassVar = {"listed": "quiet"}

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="items", verbose_name=_("plan"))
    number = reads_as("code", models.CharField(_("number"), max_length=20))
    title = models.CharField(_("title"), max_length=200)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="carried_out_by",
        verbose_name=_("carries out"),
    )
    regional_reason = models.CharField(_("regional reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("plan item")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="planning_planitem_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
