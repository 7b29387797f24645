"""Who leads the e-government of a government."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class Leadership(Governed):
    """The leading body of a government and the leader responsible (领导机构和分管领导), article 4.

    What coordination could not settle comes before it.
    """

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        REPLACED = "replaced", _("replaced")

    tones: ClassVar = {"in_force": "good", "replaced": "quiet"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="leaderships", verbose_name=_("government")
    )
    name = models.CharField(_("leading body"), max_length=160)
    leader = models.CharField(_("leader responsible"), max_length=120)
    duties = models.TextField(_("what it decides"), blank=True)
    since = models.DateField(_("since"))

    class Meta:
        verbose_name = _("leadership")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["body"], condition=models.Q(state="in_force"), name="supervision_one_leadership"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="supervision_leadership_name")]

    def __str__(self) -> str:
        return f"{self.name}（{self.leader}）"
