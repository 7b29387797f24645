"""What the one door keeps: entries, what they touched, duties, proposals, findings."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.directory import directory
from banyan.acts.due import Due
from banyan.acts.governed import Governed
from banyan.acts.sentences import entry_sentence, stored_sentence
from banyan.kit.sentence import listed
from banyan.law.inforce import pack
from banyan.law.norms import Norm

TOLD = {
    "due_at": _("due at"),
    "since": _("since"),
    "last": _("last time"),
    "updated_on": _("updated on"),
    "fields": _("fields"),
    "findings": _("findings"),
    "rows": _("rows"),
    "calls": _("calls"),
    "answered": _("answered"),
}
"""The facts of findings that people read; the others are for programs, and the reason says them in words."""
ESCALATION = "lapse.escalation"
"""The clock of a finding."""


def _readable(value: object) -> str:
    """A fact as people read it: a moment in the time of the province, a list in one line."""
    if isinstance(value, list):
        return listed((str(one) for one in value), get_language() or "zh")
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return str(value)
    return f"{localtime(moment):%Y-%m-%d %H:%M}" if moment.tzinfo else str(value)


def article_of(norm: str) -> str:
    """The article of a norm, in the reader's language."""
    return pack().named(Norm(norm), get_language() or "zh")


def principles_of(norm: str) -> str:
    """The principles of the Measures that a decision under this norm serves, in the reader's language."""
    language = get_language() or "zh"
    return listed((one.called(language) for one in pack().principles_of(Norm(norm))), language)


class Entry(models.Model):
    """An act done, proposed or refused (台账记录); its leaf in the acts' log proves it."""

    class Outcome(models.TextChoices):
        DONE = "done", _("done")
        PROPOSED = "proposed", _("proposed")
        REFUSED = "refused", _("refused")

    act = models.CharField(max_length=80)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    norm = models.CharField(max_length=16)
    pack = models.CharField(max_length=80)
    at = models.DateTimeField()
    officer = models.BigIntegerField(null=True)
    officer_name = models.CharField(max_length=80)
    office = models.CharField(max_length=40)
    body = models.BigIntegerField(null=True)
    noun = models.CharField(max_length=60)
    object_id = models.BigIntegerField(null=True)
    idempotency_key = models.CharField(max_length=160, null=True, unique=True)
    asked_digest = models.CharField(max_length=80)
    words = models.JSONField()
    given = models.JSONField()
    personal = models.JSONField()
    salt = models.BinaryField(null=True)
    refusals = models.JSONField()
    leaf = models.BigIntegerField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["noun", "object_id"], name="acts_entry_object"),
            models.Index(fields=["act", "outcome"], name="acts_entry_act"),
            models.Index(fields=["body", "id"], name="acts_entry_body"),
        ]

    def __str__(self) -> str:
        return f"№ {self.pk}"

    @property
    def told(self) -> str:
        """What was done, in the reader's language."""
        return entry_sentence(self, gettext)

    @property
    def stopped_by(self) -> str:
        """The articles that stopped it, where it was refused."""
        norms = dict.fromkeys(Norm(one["norm"]) for one in self.refusals)
        return "；".join(dict.fromkeys(pack().named(norm, get_language() or "zh") for norm in norms))

    @property
    def on(self) -> int:
        """The number of the object acted on; 0 where there is none."""
        return self.object_id or 0


class Touch(models.Model):
    """That an entry changed an object (触及): the index behind every object's history."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="touches")
    noun = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    before = models.CharField(max_length=24, null=True)
    after = models.CharField(max_length=24, null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["noun", "object_id", "entry"], name="acts_touch_object")]

    def __str__(self) -> str:
        return f"{self.noun}/{self.object_id}: {self.before} -> {self.after}"


class Answered(models.Model):
    """What a body answers for, known by the body's number alone."""

    class Meta:
        abstract = True

    body: int

    @property
    def body_name(self) -> str:
        """The body that answers for it."""
        if "_body_name" not in self.__dict__:
            name_bodies([self])
        return str(self.__dict__["_body_name"])


def name_bodies(rows: Iterable[Answered]) -> None:
    """Fetch the names of the bodies that answer for these rows, all at once."""
    found = list(rows)
    names = directory().names(row.body for row in found)
    for row in found:
        row.__dict__["_body_name"] = names[row.body].name if row.body in names else ""


class Duty(Answered):
    """Something a body owes until a day (应办): opened and closed by acts, never by hand."""

    parameter = models.CharField(max_length=60)
    norm = models.CharField(max_length=16)
    noun = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=200)
    body = models.BigIntegerField()
    offices = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    provisional = models.BooleanField(default=False)
    opened_by = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["noun", "object_id", "parameter"],
                condition=models.Q(closed_at=None),
                name="acts_duty_open_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["body", "due_at"], condition=models.Q(closed_at=None), name="acts_duty_owed"
            ),
            models.Index(fields=["due_at"], condition=models.Q(closed_at=None), name="acts_duty_due"),
            models.Index(fields=["due_at", "id"], name="acts_duty_due_at"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def clock_words(self) -> str:
        """The clock that runs, in the reader's language."""
        found = pack().parameters.get(self.parameter)
        return found.title(get_language() or "en") if found else self.parameter

    @property
    def thing(self) -> models.Model | None:
        """What is to be acted on."""
        register = registry.registers.get(self.noun)
        return register.model._default_manager.filter(pk=self.object_id).first() if register else None


class Proposal(Governed):
    """An act begun by one person that waits for a second (双人复核)."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for a second person")
        CONFIRMED = "confirmed", _("confirmed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    act = models.CharField(max_length=80)
    noun = models.CharField(max_length=60)
    object_id = models.BigIntegerField(null=True)
    given = models.JSONField()
    officer = models.BigIntegerField(null=True)
    officer_name = models.CharField(max_length=80, blank=True)
    held = models.JSONField()
    body = models.BigIntegerField()
    title = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.title


class Finding(Governed, Answered):
    """A lapse that a monitor found or people recorded (问题): open while the fact lasts.

    The side that opened it closes it: the sweep that finds its cause gone, or the person who checked. What the
    other side saw of the same lapse stands in ``evidence``, each with its source and the object that shows it.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    RECORDED: ClassVar = "people"
    """Stands in the place of the monitor's name when people recorded it."""

    tones: ClassVar = {"open": "bad", "closed": "quiet", "withdrawn": "quiet"}

    monitor = models.CharField(max_length=80)
    key = models.CharField(max_length=200)
    norm = models.CharField(max_length=16)
    body = models.BigIntegerField(db_index=True)
    region = models.CharField(max_length=12, blank=True, db_index=True)
    noun = models.CharField(max_length=60)
    object_id = models.BigIntegerField(null=True)
    title = models.CharField(max_length=200)
    because = models.JSONField()
    facts = models.JSONField()
    evidence = models.JSONField(default=list)
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["monitor", "key"], condition=models.Q(state="open"), name="acts_finding_open_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["body", "monitor"], condition=models.Q(state="open"), name="acts_finding_body"
            ),
            models.Index(fields=["found_at", "id"], name="acts_finding_found"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def told_apart(self) -> str:
        """Its title with the kind of lapse and the body, so that one is chosen among many."""
        parts = (self.title, self.monitor_words, self.body_name)
        return " · ".join(dict.fromkeys(one for one in parts if one))

    @property
    def because_words(self) -> str:
        """Why, in the reader's language."""
        return stored_sentence(self.because).render(gettext)

    @property
    def monitor_words(self) -> str:
        """The kind of lapse, in the reader's language."""
        found = registry.monitors.get(self.monitor)
        if self.monitor == self.RECORDED:
            return gettext("Recorded by people")
        return gettext(found.title) if found else self.monitor

    @property
    def facts_words(self) -> str:
        """The facts as they stood when it was found."""
        told = {
            str(TOLD[name]): value for name, value in self.facts.items() if name in TOLD and value != "None"
        }
        pattern = gettext("{fact}: {value}")
        return "；".join(pattern.format(fact=name, value=_readable(value)) for name, value in told.items())

    @property
    def cited(self) -> str:
        """The article of the norm, in the reader's language."""
        return article_of(self.norm)

    @property
    def principles(self) -> str:
        """The principles that the norm serves, in the reader's language."""
        return principles_of(self.norm)

    @property
    def due_at(self) -> datetime:
        """Until when it is to be put right before it goes up to the managing department."""
        return Due(ESCALATION, since=self.State.OPEN).last_moment(self.found_at).at

    def seen_by(self, source: str, text: str, at: datetime, *, key: str, noun: str, object_id: int) -> None:
        """Add what another side saw of the same lapse; the same sight is added once."""
        seen = {"from": source, "key": key, "text": text, "at": at.isoformat(), "on": [noun, object_id]}
        if all((one["from"], one["key"]) != (source, key) for one in self.evidence):
            self.evidence = [*self.evidence, seen]


class Progress(models.Model):
    """How far a reader of the log of acts has come (进度): the place of the next entry that it reads."""

    name = models.CharField(max_length=80, unique=True)
    position = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.position}"


class Reacted(models.Model):
    """That a reaction to an entry has happened (已反应), with the entries it made, or why it could not so far."""

    reaction = models.CharField(max_length=120)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    made = models.JSONField(default=list)
    fault = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "reaction"], name="acts_reacted_once")
        ]
        indexes: ClassVar = [
            models.Index(fields=["id"], condition=~models.Q(fault=""), name="acts_reacted_fault")
        ]

    def __str__(self) -> str:
        return f"{self.reaction}, № {self.entry_id}"
