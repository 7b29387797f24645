"""Projects from proposal to retirement, and their milestones."""

from decimal import ROUND_DOWN, Decimal
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Agreement, Body
from banyan.catalogue.models import Resource
from banyan.infrastructure.models import System
from banyan.planning.models.plans import PlanItem
from banyan.planning.models.software import SoftwareEntry
from banyan.planning.models.standards import Standard


class ProjectKind(models.TextChoices):
    """What a project builds (建设内容); articles 13 to 21 decide who may build it and how."""

    SOFTWARE = "software", _("business software")
    NETWORK_ACCESS = "network_access", _("network access works")
    PRIVATE_NETWORK = "private_network", _("private network")
    DATA_CENTRE = "data_centre", _("data centre")
    IOT_PLATFORM = "iot_platform", _("Internet-of-things platform")
    BASIC_DATABASE = "basic_database", _("basic database")
    EXCHANGE_PLATFORM = "exchange_platform", _("catalogue and exchange system between departments")
    SHARING_PLATFORM = "sharing_platform", _("open sharing platform")
    GRID_PLATFORM = "grid_platform", _("grid platform")
    COMMUNITY_TERMINAL = "community_terminal", _("community terminals")
    CHANNEL = "channel", _("service channel")
    SECURITY_PLATFORM = "security_platform", _("security and supervision platform")
    BACKUP = "backup", _("backup service")
    SENSING = "sensing", _("sensing resources")


class BuildMode(models.TextChoices):
    """How it is built (建设方式)."""

    SELF_BUILT = "self_built", _("built by the body")
    COMMISSIONED = "commissioned", _("commissioned")
    PURCHASED = "purchased", _("purchased as a service")
    FRANCHISED = "franchised", _("franchise")


class Project(Governed):
    """An e-government project (建设项目), from proposal to retirement.

    Article 36.2 stops it, its money or its acceptance where the Measures are not kept.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        STUDIED = "studied", _("studied")
        DESIGNED = "designed", _("designed")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("not approved")
        BUILDING = "building", _("being built")
        TRIAL = "trial", _("on trial")
        ACCEPTED = "accepted", _("accepted")
        OPERATING = "operating", pgettext_lazy("project", "in operation")
        SUSPENDED = "suspended", pgettext_lazy("project", "suspended")
        TERMINATED = "terminated", _("terminated")
        RETIRED = "retired", pgettext_lazy("project", "retired")

    tones: ClassVar = {
        "proposed": "info",
        "studied": "info",
        "designed": "info",
        "approved": "good",
        "rejected": "bad",
        "building": "info",
        "trial": "info",
        "accepted": "good",
        "operating": "good",
        "suspended": "bad",
        "terminated": "bad",
        "retired": "quiet",
    }

    number = reads_as("code", models.CharField(_("number"), max_length=40, unique=True))
    name = models.CharField(_("name"), max_length=160)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="projects", verbose_name=_("body"))
    kind = models.CharField(_("kind"), max_length=24, choices=ProjectKind.choices)
    mode = models.CharField(_("mode of building"), max_length=12, choices=BuildMode.choices)
    purpose = models.TextField(_("purpose"))
    functions = models.TextField(_("functions"), help_text=_("One a line."), blank=True)
    year = reads_as("code", models.PositiveSmallIntegerField(_("year")))
    budget = models.DecimalField(_("budget (yuan)"), max_digits=16, decimal_places=2)
    framework_conformity = models.TextField(_("conformity with the framework"), blank=True)
    sharing_plan = models.TextField(_("plan of sharing"), blank=True)
    is_central_task = models.BooleanField(_("task of a central organ"), default=False)
    protection = models.PositiveSmallIntegerField(_("protection level (MLPS)"), default=0)
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, related_name="projects", verbose_name=_("agreement")
    )
    plan_item = models.ForeignKey(
        PlanItem, on_delete=models.PROTECT, null=True, related_name="projects", verbose_name=_("plan item")
    )
    software = models.ForeignKey(
        SoftwareEntry,
        on_delete=models.PROTECT,
        null=True,
        related_name="projects",
        verbose_name=_("software entry"),
    )
    standards = models.ManyToManyField(
        Standard, related_name="projects", verbose_name=_("standards it keeps")
    )
    resources = models.ManyToManyField(
        Resource, related_name="projects", verbose_name=_("resources it will produce")
    )
    systems = models.ManyToManyField(System, related_name="projects", verbose_name=_("systems"))
    resumes_as = models.CharField(max_length=24, blank=True, editable=False)
    approval_number = reads_as("code", models.CharField(_("approval number"), max_length=80, blank=True))
    approved_on = models.DateField(_("approved on"), null=True)
    acceptance_tests = models.TextField(_("tests for acceptance"), blank=True)
    archives = models.CharField(_("archives handed over"), max_length=200, blank=True)
    accepted_on = models.DateField(_("accepted on"), null=True)

    class Meta:
        verbose_name = _("project")
        indexes: ClassVar = [
            models.Index(fields=["body", "state"], name="planning_project_body"),
            models.Index(fields=["name", "id"], name="planning_project_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def approval(self) -> Body | None:
        """The department that approves and accepts it (审批部门)."""
        return self.body.approval

    @property
    def protection_told(self) -> int | None:
        """The protection level (等保级别), once it is decided."""
        return self.protection or None

    @property
    def is_open(self) -> bool:
        """Whether it is approved and neither refused, terminated nor retired."""
        return self.state in {"approved", "building", "trial", "accepted", "operating", "suspended"}


class Evaluation(Governed):
    """What became of a project some time after its acceptance (后评价)."""

    class State(models.TextChoices):
        RECORDED = "recorded", _("recorded")

    tones: ClassVar = {"recorded": "good"}

    project = models.OneToOneField(
        Project, on_delete=models.PROTECT, related_name="evaluation", verbose_name=_("project")
    )
    effect = models.TextField(_("effect"))
    score = models.PositiveSmallIntegerField(_("score"))

    class Meta:
        verbose_name = _("after-evaluation")

    def __str__(self) -> str:
        return str(self.project)


class Milestone(Governed):
    """A step of building with its day and share of the money (里程碑)."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        REACHED = "reached", _("reached")

    tones: ClassVar = {"planned": "info", "reached": "good"}

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="milestones", verbose_name=_("project")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=120)
    planned_on = models.DateField(_("planned for"))
    share = models.PositiveSmallIntegerField(_("share of the money (%)"))
    reached_on = models.DateField(_("reached on"), null=True)
    evidence = models.CharField(_("evidence"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("milestone")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "position"], name="planning_milestone_once")
        ]

    @property
    def amount(self) -> Decimal:
        """What may be paid on it: its share of the project's approved budget."""
        return (self.project.budget * self.share / 100).quantize(Decimal("0.01"), ROUND_DOWN)

    def __str__(self) -> str:
        return f"{self.position}. {self.name}"
