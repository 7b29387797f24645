"""The score of a body for a year."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class YearlyScore(Governed):
    """The score of a body for a year, as its managing department set it down (年度考核结果), articles 4 and 36.

    ``lines`` keep the figures of the day on which it was counted, with what each of them cost.
    """

    class State(models.TextChoices):
        SETTLED = "settled", pgettext_lazy("score", "settled")
        CONTESTED = "contested", pgettext_lazy("score", "contested")
        UPHELD = "upheld", pgettext_lazy("score", "upheld")

    tones: ClassVar = {"settled": "good", "contested": "info", "upheld": "good"}

    office = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="scores_settled", verbose_name=_("settled by")
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="yearly_scores", verbose_name=_("body")
    )
    year = reads_as("code", models.PositiveSmallIntegerField(_("year")))
    points = models.DecimalField(_("points"), max_digits=4, decimal_places=1)
    lines = models.JSONField(_("figures"))
    counted_on = models.DateField(_("counted on"))
    opinion = models.TextField(_("opinion of the managing department"), blank=True)
    contested_because = models.TextField(_("contested because"), blank=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("yearly score")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "year"], name="supervision_one_score_a_year")
        ]
        indexes: ClassVar = [models.Index(fields=["points", "id"], name="supervision_score_points")]

    def __str__(self) -> str:
        return f"{self.body} {self.year}"
