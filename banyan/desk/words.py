"""How values read on a page: sentences, articles, days, time left, states — in the reader's language."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.db.models import Model
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from banyan.acts import clock, registry
from banyan.acts.directory import directory
from banyan.acts.due import working_calendar
from banyan.acts.models import Duty, Entry
from banyan.acts.refusal import Refusal
from banyan.acts.sentences import entry_sentence
from banyan.desk.shapes import Clock, Event, Lang, Link, Reason, State, Stopped, Tone
from banyan.kit.sentence import Sentence, amount, listed
from banyan.kit.worktime import left
from banyan.law.inforce import pack
from banyan.law.norms import Norm
from banyan.law.units import Certainty

SOON_DAYS = 3
DIGEST = re.compile(r"\b((?:sha256:)?[0-9a-f]{12})[0-9a-f]{52}\b")
"""A digest in a sentence; the page of the object and the leaf of the entry show it whole."""


def lang() -> Lang:
    """The language of this page."""
    return "en" if (translation.get_language() or "").startswith("en") else "zh-Hans"


def said(sentence: Sentence) -> str:
    """A sentence in the reader's language."""
    return sentence.render(_)


def article(norm: Norm | str) -> Link:
    """The article behind a norm, leading to its place on the law page."""
    key = norm if isinstance(norm, Norm) else Norm(norm)
    if not pack().holds(key):
        return Link(str(key))
    return Link(pack().cite(key, lang()), f"/law#art-{pack().article(key).number}")


def day(value: date | datetime | None) -> str:
    """A day: 2026年11月27日, or 27 November 2026."""
    if value is None:
        return "—"
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return f"{local.year}年{local.month}月{local.day}日" if lang() != "en" else date_format(local, "j F Y")


def month(value: str) -> str:
    """A month kept as «2026-11»: 2026年11月, or November 2026."""
    first = date.fromisoformat(f"{value}-01")
    return f"{first.year}年{first.month}月" if lang() != "en" else date_format(first, "F Y")


def weekday(value: datetime, *, past: bool = False) -> str:
    """A last day as people say it: «until Fri 27 Nov 2026», or «due Fri 27 Nov 2026» once it is past."""
    local = timezone.localtime(value).date()
    if lang() == "en":
        told = _("due {day}") if past else _("until {day}")
        return told.format(day=local.strftime("%a ") + f"{local.day} " + local.strftime("%b %Y"))
    names = "一二三四五六日"
    return f"{local.year}年{local.month}月{local.day}日（星期{names[local.weekday()]}）"


def moment(value: datetime) -> str:
    local = timezone.localtime(value)
    return f"{day(local.date())} {local:%H:%M}"


def time_left(due_at: datetime) -> Clock:
    """Time left until a due date in words, with its tone."""
    span = left(clock.now(), due_at, working_calendar())
    days = abs(span.working_days)
    if span.late:
        words = (
            ngettext("%(n)d working day late", "%(n)d working days late", days) % {"n": days}
            if days
            else _("late")
        )
        tone: Tone = "bad"
    else:
        words = (
            ngettext("%(n)d working day left", "%(n)d working days left", days) % {"n": days}
            if days
            else _("due today")
        )
        tone = "warn" if days <= SOON_DAYS else "quiet"
    return Clock(words, weekday(due_at, past=span.late), due_at.isoformat(), tone)


def state_of(thing: Any) -> State | None:
    """The state of a governed object as word and tone."""
    if not getattr(thing, "state", None):
        return None
    return State(str(thing.state_word), thing.tones.get(thing.state, "quiet"))


def certainty(of: Certainty) -> State:
    """How sure the editor is, as word and icon."""
    words: dict[Certainty, tuple[str, Tone]] = {
        Certainty.VERIFIED: (_("read in the source"), "good"),
        Certainty.COMPUTED: (_("computed from the source"), "good"),
        Certainty.PARTLY: (_("seen in part"), "info"),
        Certainty.RECALLED: (_("recalled, to be confirmed"), "warn"),
        Certainty.ASSUMED: (_("assumed by the editor"), "warn"),
    }
    return State(*words[of])


def reason(refusal: Refusal) -> Reason:
    """A refusal as the page shows it, with the lawful way as a link when there is one."""
    fix = None
    act = registry.acts.get(refusal.fix.act) if refusal.fix else None
    if act and refusal.fix:
        fix = Link(_(act.title), address_of_act(act, refusal.fix.on, dict(refusal.fix.given)))
    return Reason(
        article=article(refusal.norm), because=said(refusal.because), instead=said(refusal.instead), fix=fix
    )


def stopped(what: str, refusals: Any, url: str = "") -> Stopped:
    return Stopped(what=what, reasons=tuple(reason(one) for one in refusals), url=url)


def address_of(thing: Model) -> str:
    """The page of an object; empty when it has none."""
    if isinstance(thing, Entry):
        return f"/entries/{thing.pk}/"
    register = registry.registers.get(thing._meta.label_lower)
    return f"/{register.path}/{thing.pk}/" if register else ""


def address_of_noun(noun: str, pk: int | None) -> str:
    register = registry.registers.get(noun)
    return f"/{register.path}/{pk}/" if register and pk else ""


def address_of_act(act: Any, on: int | None, given: dict[str, Any] | None = None) -> str:
    """The page of an act's form, with what it begins with."""
    register = registry.registers.get(act.noun)
    if register is None:
        return ""
    place = (
        f"/{register.path}/{on}/{act.slug}/"
        if on and not act.moves.creates
        else f"/{register.path}/{act.slug}/"
    )
    return asking(place, given or {})


def asking(address: str, more: Mapping[str, Any]) -> str:
    """The address with these in its query, each once."""
    parts = urlsplit(address)
    kept = [one for one in parse_qsl(parts.query, keep_blank_values=True) if one[0] not in more]
    return urlunsplit(parts._replace(query=urlencode([*kept, *more.items()])))


def value(raw: Any, kind: str = "text") -> str:
    """A fact as text."""
    if raw is None or raw == "":
        return "—"
    if isinstance(raw, bool):
        return _("yes") if raw else _("no")
    if isinstance(raw, date):
        return moment(raw) if isinstance(raw, datetime) else day(raw)
    if kind == "month":
        return month(str(raw))
    if isinstance(raw, int) and kind == "number":
        return f"{raw:,}"
    if isinstance(raw, Decimal):
        return f"{amount(raw.normalize())}%" if kind == "percent" else amount(raw)
    if isinstance(raw, list | tuple):
        return listed((value(one) for one in raw), lang()) or "—"
    return (directory().region_name(raw) if kind == "region" else "") or str(raw)


def rows_here(number: int) -> str:
    """How many rows a page shows."""
    return ngettext("%(n)d row on this page", "%(n)d rows on this page", number) % {"n": number}


def told(entry: Entry) -> str:
    """What an entry says, its digests shortened."""
    return DIGEST.sub(r"\1…", entry_sentence(entry, _))


def event(entry: Entry, *, linked: bool = True) -> Event:
    """An entry as one line of history, with the way to its proof if ``linked``."""
    tone: Tone = {"refused": "bad", "proposed": "info"}.get(entry.outcome, "quiet")  # type: ignore[assignment]  # both are tones
    return Event(
        sentence=told(entry),
        when=moment(entry.at),
        at=entry.at.isoformat(),
        who=entry.officer_name if entry.officer else _("the system by itself"),
        article=article(entry.norm),
        entry=Link(_("Entry {number}").format(number=entry.pk), f"/entries/{entry.pk}/") if linked else None,
        tone=tone,
    )


def duty_words(duty: Duty) -> str:
    """What a duty asks for: the button of the acts that discharge it."""
    verbs = {
        _(act.title): None
        for act in registry.acts_on(duty.noun)
        if act.due and duty.parameter in act.due.parameters
    }
    return " / ".join(verbs) or duty.parameter
