"""Money: budget lines, payments, and the holds that stop them."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.figures import score_of
from banyan.acts.governed import Governed
from banyan.acts.models import Finding
from banyan.acts.names import paired
from banyan.bodies.models import Body
from banyan.kit.sentence import amount
from banyan.planning.models.projects import Milestone, Project


class FundKind(models.TextChoices):
    """What the money is for (经费种类)."""

    CONSTRUCTION = "construction", _("construction")
    OPERATION = "operation", _("operation and maintenance")


class BudgetLine(Governed):
    """Money for one project in one year (预算项目), arranged by the finance department (articles 4 and 36)."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ADVISED = "advised", _("with the opinion of the managing department")
        ARRANGED = "arranged", _("arranged")
        REFUSED = "refused", _("not arranged")

    tones: ClassVar = {"proposed": "info", "advised": "info", "arranged": "good", "refused": "bad"}

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="lines", verbose_name=_("project")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=FundKind.choices)
    year = reads_as("code", models.PositiveSmallIntegerField(_("year")))
    amount = models.DecimalField(_("amount (yuan)"), max_digits=16, decimal_places=2)
    score = models.DecimalField(_("score of the unit"), max_digits=5, decimal_places=1, null=True)
    opinion = models.TextField(_("opinion"), blank=True)
    weighed = models.TextField(_("how the score was weighed"), blank=True)

    class Meta:
        verbose_name = _("budget line")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "kind", "year"], name="planning_budgetline_once")
        ]

    @property
    def finance(self) -> Body | None:
        """The finance department of the same government, which arranges and pays."""
        return self.project.body.finance

    @property
    def score_today(self) -> Decimal:
        """The score of the unit from live counts (article 36.1)."""
        return score_of(self.project.body_id).points

    @property
    def managing(self) -> Body | None:
        """The managing department of the same government, which gives its opinion."""
        return self.project.body.managing

    def __str__(self) -> str:
        return f"{self.project} {self.year} {self.get_kind_display()}"


class Payment(Governed):
    """A payment out of a budget line (拨付); never made under a hold."""

    class State(models.TextChoices):
        REQUESTED = "requested", _("requested")
        PAID = "paid", _("paid")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {"requested": "info", "paid": "good", "withdrawn": "quiet"}

    line = models.ForeignKey(
        BudgetLine, on_delete=models.PROTECT, related_name="payments", verbose_name=_("budget line")
    )
    milestone = models.ForeignKey(
        Milestone, on_delete=models.PROTECT, null=True, related_name="payments", verbose_name=_("milestone")
    )
    amount = models.DecimalField(_("amount (yuan)"), max_digits=16, decimal_places=2)
    paid_on = models.DateField(_("paid on"), null=True)

    class Meta:
        verbose_name = _("payment")

    def __str__(self) -> str:
        return paired(self.line, gettext("{amount} yuan").format(amount=amount(self.amount)))


class Hold(Governed):
    """What stops a project's money, building or acceptance while a finding lasts (暂缓、暂停), article 36.2.

    Acts of supervision place and release it; the acts of planning are refused under it.
    """

    class Kind(models.TextChoices):
        PAYMENT = "payment", _("construction payments held")
        BUILDING = "building", _("building suspended")
        ACCEPTANCE = "acceptance", _("not to be accepted")
        OPERATION_FUNDS = "operation_funds", _("operation funds held")

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        RELEASED = "released", _("released")

    tones: ClassVar = {"in_force": "bad", "released": "quiet"}

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="holds", verbose_name=_("project")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    findings = models.ManyToManyField(Finding, related_name="holds", verbose_name=_("findings"))
    reason = models.TextField(_("reason"))
    ends_when = models.TextField(_("what ends it"))
    released_on = models.DateField(_("released on"), null=True)

    class Meta:
        verbose_name = _("hold")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "kind"],
                condition=models.Q(state="in_force"),
                name="planning_hold_one_of_a_kind",
            )
        ]

    def __str__(self) -> str:
        return paired(self.project, self.get_kind_display())
