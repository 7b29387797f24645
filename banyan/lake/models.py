"""Loads, their rows and the refused ones; basic databases; what is to be brought together."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from banyan.acts.fields import reads_as
from banyan.acts.governed import Governed
from banyan.acts.names import in_edition
from banyan.bodies.models import Body
from banyan.catalogue.models import Cycle, Resource
from banyan.lake.faults import fault_sentences


class Load(Governed):
    """One delivery of rows into a resource (装载); the published one is the resource's present version.

    ``rows_digest`` is the SHA-256 over all its rows in the order of their keys (see `checking.rows_digest`).
    """

    class State(models.TextChoices):
        CHECKING = "checking", _("being checked")
        PUBLISHED = "published", _("published")
        FAILED = "failed", _("failed")
        SUPERSEDED = "superseded", _("superseded")

    tones: ClassVar = {"checking": "info", "published": "good", "failed": "bad", "superseded": "quiet"}

    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="loads", verbose_name=_("resource")
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="loads", verbose_name=_("provider"))
    number = models.PositiveIntegerField(_("version"))
    file_name = models.CharField(_("file"), max_length=200)
    file_digest = reads_as("digest", models.CharField(_("digest of the file"), max_length=80))
    begun_at = models.DateTimeField(_("begun"))
    published_at = models.DateTimeField(_("published at"), null=True)
    rows_good = models.PositiveIntegerField(_("good rows"), default=0)
    rows_bad = models.PositiveIntegerField(_("rows in quarantine"), default=0)
    rows_digest = reads_as("digest", models.CharField(_("digest of the rows"), max_length=80, blank=True))
    replays = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="replayed_by", verbose_name=_("replays")
    )
    reason = models.TextField(_("why it failed"), blank=True)

    class Meta:
        verbose_name = _("load")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["resource", "number"], name="lake_load_number"),
            models.UniqueConstraint(
                fields=["resource"], condition=models.Q(state="published"), name="lake_one_version_published"
            ),
            models.UniqueConstraint(
                fields=["resource"], condition=models.Q(state="checking"), name="lake_one_load_at_a_time"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["begun_at", "id"], name="lake_load_begun")]

    def __str__(self) -> str:
        return in_edition(self.resource, self.number)


class Progress(models.Model):
    """How far a load has come (进度), and what its check has counted; not governed, written with every batch.

    ``beat_at`` is its last sign of life. Once ``finished``, the counts and the digest are those of the stored rows.
    """

    load = models.OneToOneField(Load, on_delete=models.CASCADE, primary_key=True, related_name="progress")
    step = models.CharField(max_length=20)
    done = models.BigIntegerField(default=0)
    of = models.BigIntegerField(default=0)
    beat_at = models.DateTimeField()
    rows_good = models.PositiveIntegerField(default=0)
    rows_bad = models.PositiveIntegerField(default=0)
    rows_digest = models.CharField(max_length=80, blank=True)
    finished = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.load_id}: {self.step} {self.done}/{self.of}"


class Row(models.Model):
    """One row of a load (数据行), found by its key; it is served only while its load is published.

    ``data`` is the canonical JSON object of item names and values, all of them text; ``key`` the values of the key
    items joined by ``|``; ``region`` the code of the region it is about.
    """

    pk = models.CompositePrimaryKey("load_id", "key")
    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="rows", db_index=False)
    key = models.CharField(max_length=120)
    region = models.CharField(max_length=12, blank=True)
    data = models.TextField()

    def __str__(self) -> str:
        return f"{self.load_id}/{self.key}"


class QuarantinedRow(models.Model):
    """A row that was refused (隔离行): where it stood, what it held, and each fault with field, rule and value.

    ``line`` is its row number in the table, the heading being 1; ``settled`` once a later version has taken it over.
    """

    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="quarantine", db_index=False)
    line = models.PositiveIntegerField(_("row"))
    data = models.JSONField()
    faults: Any = models.JSONField()
    corrected = models.JSONField(null=True)
    settled = models.BooleanField(_("settled"), default=False)
    since = models.DateTimeField(_("since"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["load", "line"], name="lake_quarantined_line")
        ]

    def __str__(self) -> str:
        return str(self.line)

    @property
    def told_apart(self) -> str:
        """The row with its faults, as it is chosen among others."""
        return gettext("Row {line}: {faults}").format(line=self.line, faults=self.fault_words)

    @property
    def fault_words(self) -> str:
        """The faults in the reader's language; values in full only where the query says ``own``."""
        masked = not getattr(self, "own", False)
        return "; ".join(one.render(gettext) for one in fault_sentences(self.faults, masked=masked))

    @property
    def is_corrected(self) -> bool:
        return self.corrected is not None


class BasicDatabase(Governed):
    """A basic database of the province (基础数据库), or the catalogue and exchange system that joins them, article 15.

    Six kinds are fixed, each with the key by which its rows are found everywhere; extensions name theirs. ``body``
    plans it, ``lead`` answers for what is in it, ``sources`` are the resources that it is made of.
    """

    class Kind(models.TextChoices):
        POPULATION = "population", _("population")
        LEGAL_PERSONS = "legal_persons", _("legal persons")
        GEOGRAPHY = "geography", _("spatial geography")
        MACRO_ECONOMY = "macro_economy", _("macro-economy")
        CULTURE = "culture", _("culture")
        ARCHIVES = "archives", _("documents and archives")
        EXTENSION = "extension", _("extension")
        EXCHANGE = "exchange", _("catalogue and exchange system")

    class Key(models.TextChoices):
        CITIZEN = "citizen_number", _("citizen ID number")
        CREDIT = "credit_code", _("unified social credit code")
        REGION = "region_code", _("region and place code")
        INDICATOR = "indicator_code", _("indicator code")
        CULTURAL = "cultural_number", _("number of the cultural resource")
        ARCHIVE = "archive_number", _("archive number")
        CATALOGUE = "catalogue_code", _("catalogue code")

    class Mode(models.TextChoices):
        ONE = "one", _("built once by the provincial office")
        SEPARATE = "separate", _("built separately by the provincial office and the cities")

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("database", "planned")
        RUNNING = "running", pgettext_lazy("database", "in operation")

    tones: ClassVar = {"planned": "info", "running": "good"}

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=160)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("planned by"))
    lead = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("lead unit"))
    key = models.CharField(_("key"), max_length=16, choices=Key.choices)
    mode = models.CharField(_("mode of building"), max_length=10, choices=Mode.choices)
    sources = models.ManyToManyField(Resource, related_name="+", verbose_name=_("sources"))

    class Meta:
        verbose_name = _("basic database")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind"], condition=~models.Q(kind="extension"), name="lake_one_database_of_a_kind"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="lake_database_name")]

    def __str__(self) -> str:
        return self.name


class CityDatabase(Governed):
    """A city's own instance of a basic database (市级分库), article 15.1: how and how often it reaches the province."""

    class State(models.TextChoices):
        RUNNING = "running", pgettext_lazy("database", "in operation")
        CLOSED = "closed", pgettext_lazy("database", "closed")

    tones: ClassVar = {"running": "good", "closed": "quiet"}

    database = models.ForeignKey(
        BasicDatabase, on_delete=models.PROTECT, related_name="instances", verbose_name=_("basic database")
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("built by"))
    synchronisation = models.TextField(_("synchronisation to the province"))
    cycle = models.CharField(_("synchronised"), max_length=12, choices=Cycle.choices)

    class Meta:
        verbose_name = _("city database")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["database", "body"],
                condition=models.Q(state="running"),
                name="lake_one_instance_of_a_city",
            )
        ]

    def __str__(self) -> str:
        return f"{self.database}（{self.body}）"


class AggregationTask(Governed):
    """That a unit brings a resource together on the platform by a day (数据汇聚任务), articles 6 and 17.2."""

    class State(models.TextChoices):
        ASKED = "asked", pgettext_lazy("aggregation", "asked")
        ANSWERED = "answered", pgettext_lazy("aggregation", "handed in")
        ACCEPTED = "accepted", pgettext_lazy("aggregation", "accepted")

    tones: ClassVar = {"asked": "info", "answered": "info", "accepted": "good"}

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit"))
    asked_by = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by"))
    resource = models.ForeignKey(
        Resource, on_delete=models.PROTECT, related_name="+", verbose_name=_("resource")
    )
    about = models.TextField(_("what is needed"))
    due_on = models.DateField(_("due on"))
    reminded_on = models.DateField(_("reminded on"), null=True)
    load = models.ForeignKey(
        Load, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("load")
    )
    remark = models.TextField(_("remark"), blank=True)

    class Meta:
        verbose_name = _("aggregation task")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["resource"],
                condition=models.Q(state__in=["asked", "answered"]),
                name="lake_one_task_of_a_resource",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["due_on", "id"], name="lake_task_due")]

    def __str__(self) -> str:
        return str(self.resource)
