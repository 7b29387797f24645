"""What a body says against a finding."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.acts.models import Finding
from banyan.acts.names import paired
from banyan.bodies.models import Body


class Contest(Governed):
    """That a body contests a finding (陈述申辩); decided by the managing department with a reason, article 34.

    The finding stays open until then: contesting it stops no consequence.
    """

    class State(models.TextChoices):
        RAISED = "raised", _("raised")
        UPHELD = "upheld", _("the finding stands")
        ACCEPTED = "accepted", _("the finding is withdrawn")

    tones: ClassVar = {"raised": "info", "upheld": "quiet", "accepted": "good"}

    finding = models.ForeignKey(
        Finding, on_delete=models.PROTECT, related_name="contests", verbose_name=_("finding")
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contests", verbose_name=_("body"))
    reason = models.TextField(_("reason"))
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("contest")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["finding"], condition=models.Q(state="raised"), name="supervision_contest_once"
            )
        ]

    @property
    def judge(self) -> Body | None:
        """Who decides: the managing department of the same government, and never the body itself."""
        managing, office = self.body.managing, self.body.provincial_office
        return next((one for one in (managing, office) if one and one != self.body), self.body.government)

    def __str__(self) -> str:
        return paired(self.body, self.finding)
