"""Information resources and their items, with the metadata of the catalogue guideline (发改高技术〔2017〕1272号)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Agreement, Body
from banyan.catalogue.models.elements import DataElement, DataType


class ResourceClass(models.TextChoices):
    """The first level of the classification (类)."""

    BASIC = "1", _("basic")
    THEME = "2", _("by theme")
    DEPARTMENT = "3", _("of a department")


class Sharing(models.TextChoices):
    """The sharing type (共享类型)."""

    UNCONDITIONAL = "1", _("shared unconditionally")
    CONDITIONAL = "2", _("shared on conditions")
    NOT_SHARED = "3", _("not shared")


class Ground(models.TextChoices):
    """What alone may narrow sharing (不予共享依据): article 22(1), without State secrets, which never enter."""

    BUSINESS = "business_secret", _("business secret")
    PRIVACY = "personal_privacy", _("personal privacy")
    LAW = "law", _("another law or regulation")


class Opening(models.TextChoices):
    """The opening attribute (开放属性)."""

    OPEN = "open", _("open to the public")
    CONDITIONAL = "conditional", _("open on conditions")
    CLOSED = "closed", _("not open")


class Cycle(models.TextChoices):
    """The update cycle (更新周期)."""

    REAL_TIME = "real_time", _("real time")
    DAILY = "daily", _("daily")
    WEEKLY = "weekly", _("weekly")
    MONTHLY = "monthly", _("monthly")
    QUARTERLY = "quarterly", _("quarterly")
    HALF_YEARLY = "half_yearly", _("every half year")
    YEARLY = "yearly", _("yearly")
    OTHER = "other", _("other")


class Classification(models.TextChoices):
    """How much care the content needs (数据分级); State secrets are no value of this list: they never enter."""

    PUBLIC = "public", _("public")
    INTERNAL = "internal", _("internal")
    SENSITIVE = "sensitive", _("sensitive")


class Resource(Governed):
    """An information resource (信息资源) that a body holds for the State."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("returned")
        ACCEPTED = "accepted", _("accepted for the next edition")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {
        "draft": "info",
        "submitted": "info",
        "returned": "bad",
        "accepted": "info",
        "published": "good",
        "withdrawn": "quiet",
    }

    code = reads_as("code", models.CharField(_("code"), max_length=60, unique=True))
    name = models.CharField(_("name"), max_length=200)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="resources", verbose_name=_("provider")
    )
    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        null=True,
        related_name="resources",
        verbose_name=_("produced under the agreement"),
    )
    resource_class = models.CharField(_("class"), max_length=1, choices=ResourceClass.choices)
    subclass = models.CharField(_("subclass"), max_length=60, blank=True)
    abstract = models.TextField(_("abstract"))
    media = models.CharField(_("format"), max_length=40)
    sharing = models.CharField(_("sharing type"), max_length=1, choices=Sharing.choices, db_index=True)
    condition = models.CharField(_("sharing condition"), max_length=500, blank=True)
    ground = models.CharField(_("ground"), max_length=20, choices=Ground.choices, blank=True)
    ground_basis = models.CharField(_("legal basis of the ground"), max_length=300, blank=True)
    opening = models.CharField(_("opening"), max_length=12, choices=Opening.choices)
    opening_condition = models.CharField(_("opening condition"), max_length=300, blank=True)
    cycle = models.CharField(_("update cycle"), max_length=12, choices=Cycle.choices)
    classification = models.CharField(_("classification"), max_length=10, choices=Classification.choices)
    required_protection = models.PositiveSmallIntegerField(
        _("required protection level of consumers"), default=1
    )
    published_on = models.DateField(_("published on"), null=True)
    updated_on = models.DateField(_("data updated on"), null=True)

    class Meta:
        verbose_name = _("resource")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(sharing="3") | ~models.Q(ground=""),
                name="catalogue_not_shared_has_ground",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def owner(self) -> str:
        """Article 8: resources made in the performance of duties, or by others under an agreement, are the State's."""
        return str(_("the State"))

    @property
    def managing(self) -> Body | None:
        """The managing department that answers for the resource (article 8)."""
        return self.body.managing


class ResourceItem(Governed):
    """One item of a resource (信息项): a column of its rows."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {"in_force": "good", "withdrawn": "quiet"}

    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="items", verbose_name=_("resource")
    )
    position = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("item"), max_length=120)
    element = models.ForeignKey(
        DataElement, on_delete=models.PROTECT, null=True, verbose_name=_("data element")
    )
    data_type = models.CharField(_("data type"), max_length=1, choices=DataType.choices)
    length = models.PositiveIntegerField(_("length"), null=True)
    codes = models.CharField(_("code list"), max_length=500, blank=True)
    is_key = models.BooleanField(_("key"), default=False)
    is_sensitive = models.BooleanField(_("sensitive"), default=False)
    is_required = models.BooleanField(_("required"), default=False)

    class Meta:
        verbose_name = _("resource item")
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["resource", "name"], name="catalogue_item_once_per_resource")
        ]

    def __str__(self) -> str:
        return self.name
