"""Data elements: the standard meaning of a field; and what confirmed matches have taught."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.governed import Governed


class DataType(models.TextChoices):
    """The data types of the catalogue guideline (数据类型)."""

    TEXT = "C", pgettext_lazy("data type", "text")
    NUMBER = "N", pgettext_lazy("data type", "number")
    MONEY = "Y", _("money")
    DATE = "D", pgettext_lazy("data type", "date")
    MOMENT = "T", _("date and time")
    FLAG = "L", _("yes or no")
    MEMO = "M", _("long text")
    GENERAL = "G", _("general")
    DOUBLE = "B", _("double")
    WHOLE = "I", _("whole number")
    FLOAT = "F", _("decimal")


class DataElement(Governed):
    """The standard meaning of a field (数据元) with the names by which forms call it."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {"in_force": "good", "withdrawn": "quiet"}

    name = models.CharField(_("name"), max_length=80, unique=True)
    synonyms = models.TextField(_("other names"), blank=True, help_text=_("Separated by ;"))
    data_type = models.CharField(_("data type"), max_length=1, choices=DataType.choices)
    length = models.PositiveIntegerField(_("length"), null=True)
    pattern = models.CharField(_("format or code list"), max_length=120, blank=True)
    definition = models.TextField(_("definition"), blank=True)
    standard = models.CharField(_("standard"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("data element")

    def __str__(self) -> str:
        return self.name


class TaughtPair(Governed):
    """What an officer has confirmed or rejected about two names (已确认的匹配)."""

    class State(models.TextChoices):
        SAME = "same", _("mean the same")
        DIFFERENT = "different", _("do not mean the same")

    tones: ClassVar = {"same": "good", "different": "quiet"}

    form = models.CharField(_("form"), max_length=200, blank=True)
    field = models.CharField(_("field"), max_length=120)
    resource = models.CharField(_("resource"), max_length=200, blank=True)
    item = models.CharField(_("item"), max_length=120)

    class Meta:
        verbose_name = _("taught pair")

    def __str__(self) -> str:
        return f"{self.field} – {self.item}"
