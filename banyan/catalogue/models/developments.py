"""Who develops what is opened: the register of development uses."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.catalogue.models.resources import Resource


class Development(Governed):
    """The use of an opened resource by somebody outside government (开发利用), which article 5(1) has organised.

    ``told_on`` is the day on which the developer last told what became of it.
    """

    class State(models.TextChoices):
        UNDER_WAY = "under_way", pgettext_lazy("development", "under way")
        ENDED = "ended", pgettext_lazy("development", "ended")

    tones: ClassVar = {"under_way": "good", "ended": "quiet"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="developments", verbose_name=_("organised by")
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="developments", verbose_name=_("resource")
    )
    developer = models.CharField(_("developer"), max_length=200)
    purpose = models.CharField(_("purpose"), max_length=300)
    terms = models.TextField(_("terms of use"), blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"))
    told_on = models.DateField(_("last told on"), null=True)
    made = models.CharField(_("what was made of it"), max_length=300, blank=True)
    users = models.PositiveIntegerField(_("people and firms who use it"), default=0)

    class Meta:
        verbose_name = _("development use")
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="catalogue_development_until")]

    def __str__(self) -> str:
        return f"{self.developer}：{self.resource}"
