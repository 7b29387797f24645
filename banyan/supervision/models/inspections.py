"""Inspections: the plan and its draw, the inspection of one body, the lines of its checklist, its materials."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.acts.models import Finding, article_of
from banyan.acts.names import paired
from banyan.bodies.models import Body
from banyan.infrastructure.models import System
from banyan.law.inforce import pack
from banyan.law.norms import Norm
from banyan.supervision.models.mechanisms import SecurityMechanism


class InspectionPlan(Governed):
    """Which bodies a managing department inspects (监督检查计划), drawn so that anybody can repeat it (article 34).

    First the list to draw from is fixed and its digest stands in the ledger; then the first checkpoint of the
    ledger after that, which nobody could know, gives the seed.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        FIXED = "fixed", _("list fixed, waits for the draw")
        ISSUED = "issued", pgettext_lazy("plan", "issued")

    tones: ClassVar = {"draft": "info", "fixed": "info", "issued": "good"}

    office = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="inspection_plans", verbose_name=_("managing department")
    )
    number = models.CharField(_("number"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=200)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"))
    at_random = models.PositiveSmallIntegerField(_("drawn at random"))
    by_risk = models.PositiveSmallIntegerField(_("drawn by risk"))
    listed = models.JSONField(_("list to draw from"), default=list)
    digest = reads_as("digest", models.CharField(_("digest of the list"), max_length=80, blank=True))
    size = models.PositiveBigIntegerField(_("size of the ledger at the draw"), null=True)
    root = reads_as(
        "digest", models.CharField(_("root of the ledger at this size"), max_length=64, blank=True)
    )
    seed = reads_as("digest", models.CharField(_("seed"), max_length=64, blank=True))

    class Meta:
        verbose_name = _("inspection plan")

    @property
    def bodies(self) -> int:
        """How many bodies stand in the list to draw from."""
        return len(self.listed)

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Inspection(Governed):
    """The inspection of one body (监督检查), articles 34 and 35; of its security, article 32.3."""

    class How(models.TextChoices):
        RANDOM = "random", _("drawn at random")
        RISK = "risk", _("drawn by risk")
        CAUSE = "cause", _("for cause")
        SECURITY = "security", _("security check")

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        RUNNING = "running", pgettext_lazy("inspection", "running")
        CONCLUDED = "concluded", _("concluded")

    tones: ClassVar = {"planned": "info", "running": "info", "concluded": "good"}

    plan = models.ForeignKey(
        InspectionPlan,
        on_delete=models.PROTECT,
        null=True,
        related_name="inspections",
        verbose_name=_("inspection plan"),
    )
    cause = models.TextField(_("cause"), blank=True)
    mechanism = models.ForeignKey(
        SecurityMechanism,
        on_delete=models.PROTECT,
        null=True,
        related_name="inspections",
        verbose_name=_("security supervision mechanism"),
    )
    systems = models.ManyToManyField(System, related_name="inspections", verbose_name=_("systems"))
    planned_on = models.DateField(_("planned on"), null=True)
    office = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="inspections_made", verbose_name=_("department")
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="inspections", verbose_name=_("body")
    )
    how = models.CharField(_("how it was chosen"), max_length=8, choices=How.choices)
    weight = models.PositiveSmallIntegerField(_("weight in the draw"), default=0)
    concluded_on = models.DateField(_("concluded on"), null=True)
    result = models.TextField(_("result"), blank=True)

    class Meta:
        verbose_name = _("inspection")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "body"], name="supervision_inspection_once")
        ]

    @property
    def how_words(self) -> str:
        """How it was chosen, in a word."""
        return str(self.How(self.how).label)

    @property
    def weight_drawn(self) -> int | None:
        """The weight with which it was drawn; None where nothing was drawn."""
        return self.weight or None

    @property
    def checked(self) -> str:
        """How many lines of the checklist have a result."""
        lines = [one.state for one in self.lines.all()]
        return f"{sum(state != CheckLine.State.OPEN for state in lines)} / {len(lines)}"

    @property
    def missing(self) -> str:
        """The material that was asked for and is not there."""
        asked = self.materials.filter(state=Material.State.ASKED)
        return "、".join(asked.values_list("title", flat=True))

    def __str__(self) -> str:
        return paired(self.body, self.plan.number if self.plan else self.how_words)


class CheckLine(Governed):
    """One line of a checklist (检查事项): a norm that the body owes, and how it was kept."""

    class State(models.TextChoices):
        OPEN = "open", _("not looked at yet")
        KEPT = "kept", _("kept")
        NOT_KEPT = "not_kept", _("not kept")

    tones: ClassVar = {"open": "info", "kept": "good", "not_kept": "bad"}

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="lines", verbose_name=_("inspection")
    )
    norm = models.CharField(_("norm"), max_length=16)
    facts = models.TextField(_("facts"), blank=True)
    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, null=True, related_name="lines", verbose_name=_("finding")
    )

    class Meta:
        verbose_name = _("line of the checklist")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["inspection", "norm"], name="supervision_checkline_once")
        ]

    @property
    def demand(self) -> str:
        """What the norm demands, in the reader's language."""
        said = pack().provisions.get(Norm(self.norm))
        if said is None:
            return self.norm
        return said.summary_en if (get_language() or "").startswith("en") else said.summary_zh

    @property
    def cited(self) -> str:
        """The article of the norm."""
        return article_of(self.norm)

    def __str__(self) -> str:
        return f"{self.cited} {self.demand}"[:200]


class Material(Governed):
    """One piece of material asked for in an inspection (检查材料), to be supplied completely (article 35)."""

    class State(models.TextChoices):
        ASKED = "asked", pgettext_lazy("material", "asked for")
        DELIVERED = "delivered", _("delivered")
        TAKEN = "taken", _("checked and complete")

    tones: ClassVar = {"asked": "warn", "delivered": "info", "taken": "good"}

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="materials", verbose_name=_("inspection")
    )
    title = models.CharField(_("what is asked for"), max_length=200)
    note = models.TextField(_("what was delivered"), blank=True)
    file_digest = reads_as("digest", models.CharField(_("SHA-256 of the file"), max_length=64, blank=True))
    lacking = models.TextField(_("what is lacking"), blank=True)

    class Meta:
        verbose_name = _("material of an inspection")

    @property
    def body(self) -> Body:
        """The body that owes it."""
        return self.inspection.body

    @property
    def standing(self) -> str:
        """Where it stands, in a word with what is lacking."""
        return translate("returned: {why}").format(why=self.lacking) if self.lacking else self.note

    def __str__(self) -> str:
        return paired(self.inspection.body, self.title)
