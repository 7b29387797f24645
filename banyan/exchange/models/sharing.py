"""Consumer systems, share requests, dispatch orders and grants."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body, Officer
from banyan.catalogue.models import CollectionForm, Ground, Resource, ResourceItem


class ConsumerSystem(Governed):
    """A system of a body that reads by machine (使用方系统); it proves itself with its own key."""

    class State(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("system", "active")
        STOPPED = "stopped", _("stopped")

    tones: ClassVar = {"active": "good", "stopped": "quiet"}

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="systems", verbose_name=_("body"))
    name = models.CharField(_("name"), max_length=120)
    client_id = reads_as("code", models.CharField(_("client id"), max_length=60, unique=True))
    protection = models.PositiveSmallIntegerField(_("protection level (MLPS)"))
    public_key = models.JSONField(_("public key (JWK)"))

    class Meta:
        verbose_name = _("consumer system")

    def __str__(self) -> str:
        return self.name


class ShareRequest(Governed):
    """A body's request to use items of another's resource for one purpose (共享申请)."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("submitted")
        GRANTED = "granted", _("granted")
        PARTLY_GRANTED = "partly_granted", _("granted in part")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {
        "submitted": "info",
        "granted": "good",
        "partly_granted": "good",
        "refused": "bad",
        "withdrawn": "quiet",
    }

    consumer = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="requests_made", verbose_name=_("consumer")
    )
    system = models.ForeignKey(
        ConsumerSystem, on_delete=models.PROTECT, related_name="requests", verbose_name=_("consumer system")
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="requests", verbose_name=_("resource")
    )
    items = models.ManyToManyField(ResourceItem, related_name="+", verbose_name=_("items"))
    purpose = models.CharField(_("purpose"), max_length=300)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    case_type = models.CharField(_("case type"), max_length=120)
    daily_volume = models.PositiveIntegerField(_("reads a day at most"))
    until = models.DateField(_("until"))
    responsible = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="+", verbose_name=_("responsible officer")
    )
    form = models.ForeignKey(
        CollectionForm,
        on_delete=models.PROTECT,
        null=True,
        related_name="requests",
        verbose_name=_("collection form"),
    )
    ground = models.CharField(_("ground of refusal"), max_length=20, choices=Ground.choices, blank=True)
    ground_basis = models.CharField(_("legal basis of the ground"), max_length=300, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("share request")

    def __str__(self) -> str:
        return f"{self.consumer} → {self.resource}"


class DispatchOrder(Governed):
    """An order of the provincial office to supply items of a resource to a unit for a time (调度令), article 5."""

    class State(models.TextChoices):
        ORDERED = "ordered", _("ordered")
        SUPPLIED = "supplied", _("supplied")
        ENDED = "ended", pgettext_lazy("dispatch", "ended")

    tones: ClassVar = {"ordered": "info", "supplied": "good", "ended": "quiet"}

    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="orders", verbose_name=_("resource")
    )
    items = models.ManyToManyField(ResourceItem, related_name="+", verbose_name=_("items"))
    consumer = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="orders_in_favour", verbose_name=_("supplied unit")
    )
    system = models.ForeignKey(
        ConsumerSystem, on_delete=models.PROTECT, related_name="orders", verbose_name=_("consumer system")
    )
    ground = models.CharField(_("ground of the order"), max_length=300)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    daily_volume = models.PositiveIntegerField(_("reads a day at most"))
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("dispatch order")
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="exchange_order_until")]

    def __str__(self) -> str:
        return f"{self.resource} → {self.consumer}"


class Grant(Governed):
    """The use of items of a resource, allowed to one consumer for one purpose (授权)."""

    class State(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("grant", "active")
        SUSPENDED = "suspended", _("suspended")
        REVOKED = "revoked", _("revoked")
        EXPIRED = "expired", _("expired")

    tones: ClassVar = {"active": "good", "suspended": "bad", "revoked": "quiet", "expired": "quiet"}

    request = models.OneToOneField(
        ShareRequest,
        on_delete=models.PROTECT,
        null=True,
        related_name="grant",
        verbose_name=_("share request"),
    )
    order = models.OneToOneField(
        DispatchOrder,
        on_delete=models.PROTECT,
        null=True,
        related_name="grant",
        verbose_name=_("dispatch order"),
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="grants", verbose_name=_("resource")
    )
    provider = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="grants_given", verbose_name=_("provider")
    )
    consumer = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="grants_held", verbose_name=_("consumer")
    )
    system = models.ForeignKey(
        ConsumerSystem, on_delete=models.PROTECT, related_name="grants", verbose_name=_("consumer system")
    )
    items = models.ManyToManyField(ResourceItem, related_name="+", verbose_name=_("items"))
    masked = models.ManyToManyField(ResourceItem, related_name="+", verbose_name=_("masked items"))
    purpose = models.CharField(_("purpose"), max_length=300)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    daily_volume = models.PositiveIntegerField(_("reads a day at most"))
    until = models.DateField(_("until"))
    region_scope = reads_as("region", models.CharField(_("rows of region"), max_length=12, blank=True))

    class Meta:
        verbose_name = _("grant")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(request__isnull=False, order__isnull=True)
                | models.Q(request__isnull=True, order__isnull=False),
                name="exchange_grant_answers_a_request_or_an_order",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="exchange_grant_until")]

    def __str__(self) -> str:
        return f"{self.consumer} ← {self.resource}"

    @property
    def managing(self) -> Body | None:
        """The managing department over the provider."""
        return self.provider.managing
