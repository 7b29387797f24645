"""What bodies ask of technical service units, how they rate them, and what the departments instruct."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.operations.models.units import Commission


class Rating(Governed):
    """How an application unit rates the service of a unit in one period (评价), article 35.1."""

    class State(models.TextChoices):
        GIVEN = "given", _("given")

    tones: ClassVar = {"given": "good"}

    commission = models.ForeignKey(
        Commission, on_delete=models.PROTECT, related_name="ratings", verbose_name=_("commission")
    )
    since = models.DateField(_("period since"))
    until = models.DateField(_("period until"))
    score = models.PositiveSmallIntegerField(_("score"))
    remark = models.TextField(_("remark"))
    given_on = models.DateField(_("given on"))

    class Meta:
        verbose_name = _("rating")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commission", "since"], name="operations_rated_once")
        ]
        indexes: ClassVar = [models.Index(fields=["since", "id"], name="opera_rating_since")]

    def __str__(self) -> str:
        return f"{self.commission} {self.score}/5"


class ServiceRequest(Governed):
    """What a body asks of the unit that works for it (服务请求), article 33.2."""

    class State(models.TextChoices):
        ASKED = "asked", _("waits for a reply")
        REPLIED = "replied", _("replied")
        CLOSED = "closed", _("closed")

    tones: ClassVar = {"asked": "info", "replied": "good", "closed": "quiet"}

    commission = models.ForeignKey(
        Commission, on_delete=models.PROTECT, related_name="requests", verbose_name=_("commission")
    )
    what = models.CharField(_("what is asked"), max_length=160)
    details = models.TextField(_("details"), blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    reply = models.TextField(_("reply"), blank=True)
    replied_at = models.DateTimeField(_("replied at"), null=True)

    class Meta:
        verbose_name = _("service request")
        indexes: ClassVar = [models.Index(fields=["asked_at", "id"], name="opera_servicereq_asked_at")]

    def __str__(self) -> str:
        return self.what


class Instruction(Governed):
    """What a managing department demands of a technical service unit (协调管理要求), article 7."""

    class State(models.TextChoices):
        GIVEN = "given", _("waits for a reply")
        REPLIED = "replied", _("replied")
        CLOSED = "closed", _("closed")

    tones: ClassVar = {"given": "info", "replied": "good", "closed": "quiet"}

    department = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="instructions_given",
        verbose_name=_("managing department"),
    )
    unit = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="instructions", verbose_name=_("technical service unit")
    )
    title = models.CharField(_("title"), max_length=160)
    demand = models.TextField(_("what is demanded"))
    reply = models.TextField(_("reply"), blank=True)
    opinion = models.TextField(_("opinion on the reply"), blank=True)

    class Meta:
        verbose_name = _("instruction")

    def __str__(self) -> str:
        return self.title
