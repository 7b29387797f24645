"""Systems and where they run."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from banyan.acts import clock
from banyan.acts.due import Due
from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.bodies.models import Agreement, Body
from banyan.catalogue.models import Resource
from banyan.infrastructure.models.centres import DataCentre

TESTED = (3, 4)
"""The levels of graded protection that are tested again and again."""
TEST = Due(
    "protection.test.level_{on.grade}",
    since="live",
    counted_from="tested_or_live_on",
    told_by="infrastructure.protection_test_is_overdue",
)
"""The clock of the next test of graded protection (等级测评)."""


class System(Governed):
    """An information system of a body (信息系统): deployed, graded, connected, and in operation only through its gate.

    ``operations.go_live`` (articles 18.3, 23, 30 to 32) leads it into operation.
    """

    class State(models.TextChoices):
        REGISTERED = "registered", _("registered")
        LIVE = "live", _("in operation")
        SUSPENDED = "suspended", pgettext_lazy("system", "suspended")
        RETIRED = "retired", _("retired")

    class Network(models.TextChoices):
        UNIFIED = "unified", _("unified government network")
        PRIVATE = "private", _("private network")
        NONE = "none", _("no network yet")

    class Central(models.TextChoices):
        """How software promoted by a central organ is used (article 18.3)."""

        NO = "no", _("not central software")
        LOCAL = "local", _("central software, deployed locally")
        LINKED = "linked", _("central software, linked to the provincial data centre")
        REMOTE = "remote", _("central software, used remotely only")

    tones: ClassVar = {"registered": "info", "live": "good", "suspended": "bad", "retired": "quiet"}

    code = reads_as("code", models.CharField(_("code"), max_length=40, unique=True))
    name = models.CharField(_("name"), max_length=160)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="information_systems", verbose_name=_("body")
    )
    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, related_name="systems", verbose_name=_("agreement")
    )
    centre = models.ForeignKey(
        DataCentre, on_delete=models.PROTECT, null=True, related_name="systems", verbose_name=_("hosted in")
    )
    network = models.CharField(_("network"), max_length=8, choices=Network.choices, default=Network.NONE)
    endpoint = models.URLField(_("endpoint"), max_length=300, blank=True)
    grade = models.PositiveSmallIntegerField(_("protection level (MLPS)"), default=0)
    filing_number = reads_as("code", models.CharField(_("police filing number"), max_length=60, blank=True))
    filed_on = models.DateField(_("filed on"), null=True)
    tested_on = models.DateField(_("last protection test"), null=True)
    test_result = models.TextField(_("result of the test"), blank=True)
    central = models.CharField(
        _("central software"), max_length=8, choices=Central.choices, default=Central.NO
    )
    link_tested_on = models.DateField(_("link tested on"), null=True)
    faces_residents = models.BooleanField(_("faces residents"), default=False)
    community_connected_on = models.DateField(_("connected to the community platform"), null=True)
    faces_urban_rural = models.BooleanField(_("faces urban and rural management"), default=False)
    grid_connected_on = models.DateField(_("connected to the grid platform"), null=True)
    audit_log = models.CharField(_("where its audit log is kept"), max_length=200, blank=True)
    audit_months = models.PositiveSmallIntegerField(_("months for which its audit log is kept"), default=0)
    interface = models.CharField(_("interface"), max_length=300, blank=True)
    is_stock = models.BooleanField(_("existed before the Measures"), default=False)
    live_on = models.DateField(_("in operation since"), null=True)
    resources = models.ManyToManyField(
        Resource, related_name="systems", verbose_name=_("resources it produces")
    )

    class Meta:
        verbose_name = _("system")
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="infrastructure_system_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def test_again_by(self) -> date | None:
        """When the next test of graded protection is due (复测期限); None for levels that the law leaves alone."""
        running, since = TEST.of(self), self.tested_or_live_on
        return localdate(running.last_moment(clock.midnight(since)).at) if running and since else None

    @property
    def tested_or_live_on(self) -> date | None:
        """From which day the clock of the next test runs: that of the last one, or the first in operation."""
        return self.tested_on or self.live_on
