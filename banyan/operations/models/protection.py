"""The protection regime of a system: a check of its level, and its controls category by category."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.bodies.models import Body
from banyan.infrastructure.models import System
from banyan.operations.models.incidents import runner


class ProtectionCheck(Governed):
    """One round of checking a system against the controls of its level (等级保护自查), article 32.1."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("protection check", "under way")
        CONCLUDED = "concluded", pgettext_lazy("protection check", "concluded")

    tones: ClassVar = {"open": "info", "concluded": "good"}

    system = models.ForeignKey(
        System, on_delete=models.PROTECT, related_name="protection_checks", verbose_name=_("system")
    )
    level = models.PositiveSmallIntegerField(_("protection level (MLPS)"))
    begun_on = models.DateField(_("begun on"))
    concluded_on = models.DateField(_("concluded on"), null=True)
    result = models.TextField(_("result"), blank=True)

    class Meta:
        verbose_name = _("protection check")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["system"], condition=models.Q(state="open"), name="operations_one_open_check"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["begun_on", "id"], name="opera_protection_begun_on")]

    def __str__(self) -> str:
        return paired(self.system, self.begun_on)

    @cached_property
    def runner(self) -> Body:
        """The unit that runs the system, otherwise its body: it may record too."""
        return runner(self.system)

    @property
    def met(self) -> str:
        """How many of the controls are met."""
        states = [one.state for one in self.controls.all()]
        return f"{states.count(ProtectionControl.State.MET)} / {len(states)}"


class ProtectionControl(Governed):
    """One category of controls (安全控制类, GB/T 22239-2019) of a system: met, with evidence, or what is lacking."""

    class Category(models.TextChoices):
        PHYSICAL = "physical", _("secure physical environment")
        COMMUNICATION = "communication", _("secure communication network")
        BOUNDARY = "boundary", _("secure area boundary")
        COMPUTING = "computing", _("secure computing environment")
        MANAGEMENT_CENTRE = "management_centre", _("security management centre")
        RULES = "rules", _("security management rules")
        ORGANISATION = "organisation", _("security management organisation")
        STAFF = "staff", _("security management staff")
        BUILDING = "building", _("security management of building")
        OPERATION = "operation", _("security management of operation")

    class FoundBy(models.TextChoices):
        SELF_CHECK = "self_check", _("own check")
        TEST = "test", _("test of graded protection")
        SECURITY_CHECK = "security_check", _("security check")
        INCIDENT = "incident", _("incident")

    class State(models.TextChoices):
        OPEN = "open", _("not recorded yet")
        MET = "met", _("met")
        LACKING = "lacking", pgettext_lazy("control", "lacking")

    tones: ClassVar = {"open": "info", "met": "good", "lacking": "bad"}

    check_round = models.ForeignKey(
        ProtectionCheck,
        on_delete=models.PROTECT,
        related_name="controls",
        verbose_name=_("protection check"),
    )
    category = models.CharField(_("category"), max_length=20, choices=Category.choices)
    evidence = models.TextField(_("evidence"), blank=True)
    lacking = models.TextField(_("what is lacking"), blank=True)
    found_by = models.CharField(_("found by"), max_length=16, choices=FoundBy.choices, blank=True)
    remedy = models.TextField(_("remedy"), blank=True)
    remedy_by = models.DateField(_("remedied by"), null=True)

    class Meta:
        verbose_name = _("protection control")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["check_round", "category"], name="operations_control_once")
        ]

    def __str__(self) -> str:
        return paired(self.check_round.system, self.get_category_display())

    @property
    def shown(self) -> str:
        """What there is to see: the evidence, or what is lacking and how it is remedied."""
        if self.state != self.State.LACKING:
            return self.evidence
        return paired(self.get_found_by_display(), self.lacking)
