"""Entries of the application and service catalogue."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Body


class ServiceEntry(Governed):
    """An application or service that other bodies may use (应用与服务目录条目), article 22(2)."""

    class Kind(models.TextChoices):
        NETWORK = "network", _("network")
        HOSTING = "hosting", _("hosting")
        SOFTWARE = "software", _("software")
        DATA = "data", _("data")
        IDENTITY = "identity", _("identity")
        CERTIFICATE = "certificate", _("certificates")
        CHANNEL = "channel", _("service channel")

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("submitted")
        ACCEPTED = "accepted", _("accepted for the next edition")
        PUBLISHED = "published", _("published")
        RETURNED = "returned", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    tones: ClassVar = {
        "submitted": "info",
        "accepted": "info",
        "published": "good",
        "returned": "bad",
        "withdrawn": "quiet",
    }

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="services", verbose_name=_("provider")
    )
    code = reads_as("code", models.CharField(_("code"), max_length=40, unique=True))
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    abstract = models.TextField(_("what it offers"))
    contact = models.CharField(_("how to use it"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("service entry")

    def __str__(self) -> str:
        return self.name

    @property
    def managing(self) -> Body | None:
        """The managing department that compiles the catalogue."""
        return self.body.managing
