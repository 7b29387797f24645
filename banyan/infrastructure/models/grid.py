"""Grid teams and the cells that they look after."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body, Region


class GridTeam(Governed):
    """People who look after grid cells for every line of work (网格队伍), article 19.2; no unit has its own (31.1)."""

    class State(models.TextChoices):
        SERVING = "serving", pgettext_lazy("grid", "serving")
        DISSOLVED = "dissolved", _("dissolved")

    tones: ClassVar = {"serving": "good", "dissolved": "quiet"}

    name = models.CharField(_("name"), max_length=160)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("set up by"))
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("works in"))
    members = models.PositiveIntegerField(_("members"))

    class Meta:
        verbose_name = _("grid team")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "name"], name="infrastructure_team_of_this_name_once")
        ]
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="infra_gridteam_name")]

    def __str__(self) -> str:
        return self.name


class GridCell(Governed):
    """The smallest area of urban and rural management (单元网格); it has exactly one team.

    Its code has 15 digits: the 12 of the community or village, then three from west to east and north to south
    (GB/T 30428.1).
    """

    class State(models.TextChoices):
        IN_USE = "in_use", pgettext_lazy("grid", "in use")
        MERGED = "merged", _("merged into another")

    tones: ClassVar = {"in_use": "good", "merged": "quiet"}

    code = reads_as("code", models.CharField(_("code"), max_length=15, unique=True))
    name = models.CharField(_("name"), max_length=160)
    community = models.ForeignKey(
        Region, on_delete=models.PROTECT, related_name="+", verbose_name=_("community or village")
    )
    team = models.ForeignKey(
        GridTeam, on_delete=models.PROTECT, related_name="cells", verbose_name=_("grid team")
    )

    class Meta:
        verbose_name = _("grid cell")

    def __str__(self) -> str:
        return self.name
