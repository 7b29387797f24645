"""Technical service units: their qualifications, and what they are commissioned with."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.acts.names import paired
from banyan.bodies.models import Agreement, Body
from banyan.infrastructure.models import System


class Qualification(Governed):
    """A certificate of a technical service unit (资质), article 7: reported, checked by the managing department."""

    class Kind(models.TextChoices):
        INTEGRATION = "integration", _("building and integration of systems")
        OPERATION = "operation", pgettext_lazy("qualification", "operation and maintenance")
        CLOUD = "cloud", _("security assessment of cloud services")
        SECURITY = "security", _("network security services")
        ASSESSMENT = "assessment", _("risk assessment of information security")

    class State(models.TextChoices):
        REPORTED = "reported", _("waits for the check")
        CHECKED = "checked", _("checked")
        REJECTED = "rejected", _("not accepted")
        WITHDRAWN = "withdrawn", pgettext_lazy("qualification", "withdrawn")

    tones: ClassVar = {"reported": "info", "checked": "good", "rejected": "bad", "withdrawn": "bad"}

    unit = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="qualifications",
        verbose_name=_("technical service unit"),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    certificate = reads_as("code", models.CharField(_("certificate number"), max_length=80))
    issuer = models.CharField(_("issued by"), max_length=120)
    valid_until = models.DateField(_("valid until"))
    remark = models.TextField(_("result of the check"), blank=True)

    class Meta:
        verbose_name = _("qualification")
        indexes: ClassVar = [models.Index(fields=["valid_until", "id"], name="opera_qualificat_valid_until")]

    def __str__(self) -> str:
        return f"{self.unit} {self.get_kind_display()}"


class Commission(Governed):
    """What a technical service unit does for a body under an agreement, until when (委托), articles 7 and 8."""

    class Work(models.TextChoices):
        BUILD = "build", _("building")
        RUN = "run", _("operation and maintenance of systems")
        MANAGE = "manage", _("daily management")
        PROTECT = "protect", _("protection")
        ASSESS = "assess", pgettext_lazy("commission", "risk assessment")

    class State(models.TextChoices):
        RUNNING = "running", pgettext_lazy("commission", "running")
        ENDED = "ended", _("ended")

    tones: ClassVar = {"running": "good", "ended": "quiet"}

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="commissions", verbose_name=_("agreement")
    )
    work = models.CharField(_("kind of work"), max_length=8, choices=Work.choices)
    scope = models.CharField(_("what for"), max_length=300)
    systems = models.ManyToManyField(System, related_name="commissions", verbose_name=_("systems"))
    since = models.DateField(_("since"))
    until = models.DateField(_("until"))
    ended_because = models.TextField(_("ended because"), blank=True)

    class Meta:
        verbose_name = _("commission")
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="opera_commission_until")]

    def __str__(self) -> str:
        return paired(self.agreement.supplier, self.scope)[:120]
