"""Under which version of the rules of use a body shares and uses resources."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.exchange.models import Grant
from banyan.operations.models.levels import ServiceRule


class Acceptance(Governed):
    """That a body keeps a version of the rules of use (规则确认), article 37.

    Each grant is made under the rules in force on its day. Of a later version the body is told, without a grant,
    and confirms it.
    """

    class State(models.TextChoices):
        TOLD = "told", _("told, to be confirmed")
        ACCEPTED = "accepted", pgettext_lazy("rules of use", "accepted")

    tones: ClassVar = {"told": "info", "accepted": "good"}

    rule = models.ForeignKey(
        ServiceRule, on_delete=models.PROTECT, related_name="acceptances", verbose_name=_("service rule")
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="acceptances", verbose_name=_("body")
    )
    grant = models.ForeignKey(
        Grant, on_delete=models.PROTECT, null=True, related_name="acceptances", verbose_name=_("grant")
    )
    since = models.DateField(_("since"))

    class Meta:
        verbose_name = _("acceptance of service rules")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["rule", "grant"], name="operations_accepted_with_grant_once"),
            models.UniqueConstraint(
                fields=["rule", "body"], condition=models.Q(grant=None), name="operations_told_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}：{self.rule}"
