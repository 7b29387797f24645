"""The collection catalogue, the forms that are judged by it, and the exceptions from it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.governed import Governed
from banyan.bodies.models import Body, Level
from banyan.catalogue.models.elements import DataElement


class Subject(models.TextChoices):
    """From whom is collected (采集对象)."""

    PERSON = "natural_person", _("natural person")
    LEGAL = "legal_person", _("legal person")


class Frequency(models.TextChoices):
    """How often at most is collected (采集频率), rarest first."""

    ONCE = "once", _("once")
    YEARLY = "yearly", _("yearly")
    HALF_YEARLY = "half_yearly", _("every half year")
    QUARTERLY = "quarterly", _("quarterly")
    MONTHLY = "monthly", _("monthly")
    OCCASION = "on_application", _("on each application")


class CollectionItem(Governed):
    """One fact that may be asked (采集项): by whom, from whom, on which basis, how often. Article 16."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        REVIEWED = "reviewed", _("reviewed by the managing department")
        EFFECTIVE = "effective", _("effective")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {
        "proposed": "info",
        "reviewed": "info",
        "effective": "good",
        "returned": "bad",
        "withdrawn": "quiet",
    }

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="collection_items", verbose_name=_("unit")
    )
    line = models.CharField(_("line of work"), max_length=40, blank=True, db_index=True)
    matter = models.CharField(_("matter"), max_length=120)
    name = models.CharField(_("item"), max_length=120)
    element = models.ForeignKey(
        DataElement, on_delete=models.PROTECT, null=True, verbose_name=_("data element")
    )
    subject = models.CharField(_("from whom"), max_length=16, choices=Subject.choices)
    frequency = models.CharField(_("how often at most"), max_length=16, choices=Frequency.choices)
    basis = models.CharField(_("legal basis"), max_length=300)
    level = models.CharField(_("catalogue of"), max_length=10, choices=Level.choices)
    region_code = models.CharField(_("region"), max_length=12, db_index=True)

    class Meta:
        verbose_name = _("collection item")
        indexes: ClassVar = [
            models.Index(fields=["line", "state", "region_code"], name="catalogue_item_line")
        ]

    def __str__(self) -> str:
        return f"{self.matter}·{self.name}"


class CollectionForm(Governed):
    """A form by which a body asks people or firms for facts (采集表)."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        REGISTERED = "registered", _("registered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {"draft": "info", "registered": "good", "withdrawn": "quiet"}

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="forms", verbose_name=_("unit"))
    name = models.CharField(_("name"), max_length=200)
    matter = models.CharField(_("matter"), max_length=120)
    subject = models.CharField(_("from whom"), max_length=16, choices=Subject.choices)
    frequency = models.CharField(_("how often"), max_length=16, choices=Frequency.choices)
    basis = models.CharField(_("legal basis"), max_length=300)

    class Meta:
        verbose_name = _("collection form")

    def __str__(self) -> str:
        return self.name


class FormField(Governed):
    """One field of a collection form (表内字段)."""

    class State(models.TextChoices):
        ASKED = "asked", _("asked")
        SHARED = "shared", _("obtained by sharing")
        STRUCK = "struck", _("struck out")

    tones: ClassVar = {"asked": "info", "shared": "good", "struck": "quiet"}

    form = models.ForeignKey(
        CollectionForm, on_delete=models.PROTECT, related_name="fields", verbose_name=_("form")
    )
    position = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("field"), max_length=120)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("form field")
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["form", "position"], name="catalogue_field_position")
        ]

    def __str__(self) -> str:
        return self.name


class CollectionException(Governed):
    """Leave to collect what sharing could give (例外): «in principle» of article 16(2), with reason and last day."""

    class State(models.TextChoices):
        ASKED = "asked", _("asked for")
        ALLOWED = "allowed", _("allowed")
        DENIED = "denied", _("denied")

    tones: ClassVar = {"asked": "info", "allowed": "good", "denied": "quiet"}

    field = models.ForeignKey(
        FormField, on_delete=models.PROTECT, related_name="exceptions", verbose_name=_("field")
    )
    reason = models.TextField(_("reason"))
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("collection exception")
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="catalogue_exception_until")]

    def __str__(self) -> str:
        return f"{self.field.form}·{self.field}"
