"""Disputes between bodies, brought to coordination."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body
from banyan.supervision.models.leaderships import Leadership


class CoordinationCase(Governed):
    """A dispute between two bodies brought to the managing department (协调事项), article 4.

    Both say where they stand; the managing department coordinates; they agree, or the government decides.
    """

    class State(models.TextChoices):
        OPENED = "opened", _("opened")
        STATED = "stated", _("both sides stated")
        COORDINATED = "coordinated", _("coordinated")
        AGREED = "agreed", _("agreed")
        DECIDED = "decided", _("decided by the government")

    tones: ClassVar = {
        "opened": "info",
        "stated": "info",
        "coordinated": "info",
        "agreed": "good",
        "decided": "good",
    }

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="coordinations", verbose_name=_("brought by")
    )
    other = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="coordinations_against", verbose_name=_("other side")
    )
    leadership = models.ForeignKey(
        Leadership, on_delete=models.PROTECT, null=True, related_name="cases", verbose_name=_("led by")
    )
    subject = models.CharField(_("subject"), max_length=200)
    statement = models.TextField(_("statement of who brought it"))
    reply = models.TextField(_("statement of the other side"), blank=True)
    minutes = models.TextField(_("minutes"), blank=True)
    outcome = models.TextField(_("outcome"), blank=True)

    class Meta:
        verbose_name = _("coordination case")

    @property
    def office(self) -> Body | None:
        """Who coordinates: the managing department of both; the provincial office where they have not the same."""
        mine = self.body.managing
        return mine if mine and mine == self.other.managing else self.body.provincial_office

    @property
    def government(self) -> Body | None:
        """The government that decides when they do not agree."""
        return self.office.government if self.office else None

    def __str__(self) -> str:
        return self.subject
