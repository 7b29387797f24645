"""The tasks to bring the catalogues up to date after a body's functions have changed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class UpdateTask(Governed):
    """That a body's entries are brought up to date after a change of its functions (目录更新任务), article 16.1.

    ``owner`` does it: the body itself, or the managing department for one that is abolished.
    """

    class Event(models.TextChoices):
        MERGED = "merged", pgettext_lazy("body", "took in another body")
        SPLIT = "split", pgettext_lazy("body", "was split")
        ABOLISHED = "abolished", pgettext_lazy("body", "was abolished")
        FUNCTIONS = "functions", _("functions changed")
        LAW = "law", _("new or changed law")
        NEED = "need", _("special need of its work")

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("update", "to be done")
        DONE = "done", pgettext_lazy("update", "done")

    tones: ClassVar = {"open": "info", "done": "good"}

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="updates", verbose_name=_("whose functions changed")
    )
    owner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("done by"))
    event = models.CharField(_("cause of the update"), max_length=12, choices=Event.choices)
    about = models.TextField(_("what changes"))
    changes = models.TextField(_("what was updated"), blank=True)

    class Meta:
        verbose_name = _("catalogue update")

    def __str__(self) -> str:
        return f"{self.body}：{self.get_event_display()}"
