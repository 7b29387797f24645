"""How the province supervises the security of its systems: the published mechanism."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class SecurityMechanism(Governed):
    """The mechanism of security supervision for a period (信息安全监管机制): who, what, how often; article 32.3."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        ISSUED = "issued", pgettext_lazy("mechanism", "issued")
        REPLACED = "replaced", _("replaced")

    tones: ClassVar = {"draft": "info", "issued": "good", "replaced": "quiet"}

    office = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="security_mechanisms",
        verbose_name=_("network security department"),
    )
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    every_months = models.PositiveSmallIntegerField(_("months between two checks"))
    number = reads_as("code", models.CharField(_("document number"), max_length=60, blank=True))
    since = models.DateField(_("since"))
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("security supervision mechanism")
        indexes: ClassVar = [models.Index(fields=["since", "id"], name="supervision_mechanism_since")]

    def __str__(self) -> str:
        return self.title
