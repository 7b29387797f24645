"""What exists and is integrated step by step (存量，逐步整合)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class Existing(Governed):
    """Something that a body runs and that may have stood before the Measures (存量), articles 13, 14, 19 and 20.

    What is to be integrated carries its plan and the day by which it is done (逐步整合).
    """

    name = models.CharField(_("name"), max_length=160)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("body"))
    running_since = models.DateField(_("running since"), null=True)
    plan = models.TextField(_("plan of integration"), blank=True)
    integrate_by = models.DateField(_("to be integrated by"), null=True)
    entered_on = models.DateField(_("entered on"), null=True)
    integrated_on = models.DateField(_("integrated on"), null=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def approver(self) -> Body | None:
        """The managing department of its level; the provincial office for units of the province."""
        return self.body.managing

    @property
    def provincial_office(self) -> Body | None:
        """Who alone decides for the whole province (省数字办)."""
        return self.body.provincial_office
