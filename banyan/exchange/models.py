"""Share requests, grants, consumer systems, and the daily count of reads."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
    client_id = models.CharField(_("client id"), max_length=60, unique=True)
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
    region_scope = models.CharField(_("rows of region"), max_length=12, blank=True)

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


class Use(models.Model):
    """How often a grant was used on a day (每日用量); written by the gateway with the reads themselves."""

    pk = models.CompositePrimaryKey("grant_id", "day")
    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, related_name="uses")
    day = models.DateField()
    reads = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.grant_id} {self.day}: {self.reads}"


class AuditHandover(Governed):
    """A consumer's own audit log of one period, told to the provider of sensitive items (审计日志报送), article 32.2.

    ``records`` counts its entries, ``digest`` is the SHA-256 of the file in hexadecimal; both days are of the period.
    """

    class State(models.TextChoices):
        HANDED_OVER = "handed_over", _("handed over")
        ACKNOWLEDGED = "acknowledged", pgettext_lazy("audit log", "acknowledged")
        QUESTIONED = "questioned", _("questioned")

    tones: ClassVar = {"handed_over": "info", "acknowledged": "good", "questioned": "bad"}

    grant = models.ForeignKey(
        Grant, on_delete=models.PROTECT, related_name="handovers", verbose_name=_("grant")
    )
    since = models.DateField(_("from"))
    until = models.DateField(_("to"))
    records = models.PositiveIntegerField(_("records"))
    digest = models.CharField(_("SHA-256 of the file"), max_length=64)
    file_name = models.CharField(_("file name"), max_length=200)
    question = models.TextField(_("question"), blank=True)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("audit log")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["grant", "since"], name="exchange_one_log_a_period")
        ]
        indexes: ClassVar = [models.Index(fields=["until", "id"], name="exchange_handover_until")]

    def __str__(self) -> str:
        return f"{self.grant} {self.since} – {self.until}"

    @property
    def reads_recorded(self) -> int:
        """How many rows the gateway recorded in the same period, for the provider to compare."""
        used = Use.objects.filter(grant=self.grant_id, day__range=(self.since, self.until))
        return used.aggregate(n=models.Sum("reads"))["n"] or 0


class ReadSubject(models.Model):
    """Beside a read's leaf (记录旁存): the key of its salted digest; destroying the row forgets whom it was about."""

    log = models.BigIntegerField()
    read_id = models.CharField(max_length=40, unique=True)
    subject = models.CharField(max_length=120)
    salt = models.BinaryField()

    def __str__(self) -> str:
        return self.read_id


class UsedAssertion(models.Model):
    """A client assertion that has been used (已用断言): its jti is accepted once, until it would have expired anyway.

    ``digest`` is the SHA-256 of client id and jti; ``expires`` counts seconds since 1970.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    expires = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return self.digest
