"""Reads of software entries, key points and standards, and the facts of their rules."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext
from rapidfuzz.fuzz import partial_ratio

from banyan.acts.actor import Actor
from banyan.acts.models import Touch
from banyan.bodies.queries import watched
from banyan.catalogue.models import ServiceEntry
from banyan.planning.models import KeyPoints, SimilarityDecision, SoftwareEntry, Standard
from banyan.planning.rules.software import EntryFacts, KeyPointsFacts, StandardFacts
from banyan.planning.similarity import Register, Similar

OVERLAP = 70.0
SAYS_NOTHING = re.compile(r"福建省|电子政务|政务|技术|接口|管理|规范|标准|要求|指南|规程|第\d+部分|[\s：:—-]")
"""What titles of standards have in common whatever they cover."""
"""Two titles of standards this alike (0 to 100) are put before a person."""


def _software() -> Iterable[tuple[str, str, str, str]]:
    """Everything that an entry could duplicate: other entries, and the services on offer."""
    rows = SoftwareEntry.objects.exclude(state__in=["rejected", "merged"])
    for one in rows.iterator():
        yield f"software/{one.pk}", one.name, one.purpose, one.functions
    for service in ServiceEntry.objects.filter(state="published").iterator():
        yield f"service/{service.pk}", service.name, service.abstract, service.abstract


@lru_cache(maxsize=1)
def _register(version: tuple[int, int]) -> Register:
    """The register as of the last change of entries and services."""
    return Register.build(_software())


def _version() -> tuple[int, int]:
    """What changes whenever an entry or a service does: the newest entry of the ledger that touched either."""
    nouns = ["planning.softwareentry", "catalogue.serviceentry"]
    newest: int | None = Touch.objects.filter(noun__in=nouns).aggregate(n=Max("entry"))["n"]
    return newest or 0, ServiceEntry.objects.count()


def similar_to(entry: SoftwareEntry) -> list[Similar]:
    """What is similar in function to an entry, the most similar first."""
    found = _register(_version()).similar(entry.name, entry.purpose, entry.functions, most=6)
    return [one for one in found if one.id != f"software/{entry.pk}"][:5]


@dataclass(frozen=True)
class Alike:
    """One function of an entry and its counterpart in other software (功能对应)."""

    other: str
    share: str
    ours: str
    theirs: str
    why: str


def alike(entry: SoftwareEntry, actor: Actor) -> list[Alike]:
    """The functions of an entry that other software has already, with why, while the entry is not answered."""
    if entry.state != SoftwareEntry.State.SUBMITTED:
        return []
    return [
        Alike(one.name, f"{one.score:.0%}", pair.ours, pair.theirs, pair.why.render(gettext))
        for one in similar_to(entry)
        for pair in one.pairs
    ]


def similar_choices(on: SoftwareEntry, actor: Actor) -> list[tuple[str, str]]:
    """The software that a decision on similarity may be about."""
    return [(one.id, f"{one.name} {one.score:.0%}") for one in similar_to(on)]


def entry_facts(on: SoftwareEntry, asked: Any) -> EntryFacts:
    """What the rules of answering an entry may know."""
    decisions = {one.other: one for one in on.decisions.all()}
    reuse = next((one for one in decisions.values() if one.verdict == SimilarityDecision.Verdict.REUSE), None)
    return EntryFacts(
        functions=len(on.function_list),
        undecided=tuple(one.name for one in similar_to(on) if one.id not in decisions),
        decided=len(decisions),
        to_reuse=reuse.other_name if reuse else "",
        key_points_open=KeyPoints.objects.filter(year=on.year, state=KeyPoints.State.COMPILING).exists(),
        year=on.year,
        pk=on.pk,
    )


def new_entry_facts(on: Any, asked: Any) -> EntryFacts:
    """What the rules of a new entry may know."""
    listed = [line for line in (asked.functions or "").splitlines() if line.strip()]
    return EntryFacts(len(listed), (), 0, "", key_points_open=False, year=asked.year or 0)


def key_points_facts(on: KeyPoints, asked: Any) -> KeyPointsFacts:
    """What the rules of a year's key points may know."""
    waiting = SoftwareEntry.objects.filter(year=on.year, state=SoftwareEntry.State.SUBMITTED)
    return KeyPointsFacts(on.entries.count(), tuple(str(one) for one in waiting[:6]))


def standard_facts(on: Any, asked: Any) -> StandardFacts:
    """What the rules of a standard may know; titles that are much alike are put before a person."""
    above = Standard.objects.exclude(rank="local").filter(state=Standard.State.IN_FORCE)
    alike = [str(one) for one in above.iterator() if _covers(one.title, asked.title or "")]
    return StandardFacts(
        overlapping=tuple(alike[:5]), number_taken=Standard.objects.filter(number=asked.number or "").exists()
    )


def _covers(title: str, other: str) -> bool:
    """Whether two titles are much alike in what they cover."""
    ours, theirs = SAYS_NOTHING.sub("", title), SAYS_NOTHING.sub("", other)
    return bool(ours and theirs) and partial_ratio(ours, theirs) >= OVERLAP


def visible_entries(actor: Actor) -> QuerySet[SoftwareEntry]:
    """Entries of approved key points for everybody; others for their body and those who watch it."""
    rows = SoftwareEntry.objects.select_related("body", "key_points")
    approved = Q(key_points__state=KeyPoints.State.APPROVED)
    return rows.filter(approved | Q(body__in=watched(actor).values("pk")) if actor.offices else approved)


def visible_key_points(actor: Actor) -> QuerySet[KeyPoints]:
    """Approved key points for everybody; those on the way for the province's own offices."""
    rows = KeyPoints.objects.select_related("body")
    if any(held.level == "province" for held in actor.offices):
        return rows
    return rows.filter(state=KeyPoints.State.APPROVED)


def visible_standards(actor: Actor) -> QuerySet[Standard]:
    return Standard.objects.select_related("body", "replaced_by")


def visible_decisions(actor: Actor) -> QuerySet[SimilarityDecision]:
    return SimilarityDecision.objects.filter(entry__in=visible_entries(actor).values("pk")).select_related(
        "entry"
    )


def entries_to_merge_into(on: SoftwareEntry, actor: Actor) -> QuerySet[SoftwareEntry]:
    return (
        SoftwareEntry.objects.filter(year=on.year).exclude(pk=on.pk).exclude(state__in=["merged", "rejected"])
    )


def own_entries(on: Any, actor: Actor) -> QuerySet[SoftwareEntry]:
    """Entries that a project may name; its gate says which of them it may carry out."""
    return SoftwareEntry.objects.filter(body__in=actor.bodies)


def standards_in_force(on: Any, actor: Actor) -> QuerySet[Standard]:
    return Standard.objects.filter(state=Standard.State.IN_FORCE)


def standards_to_replace_it(on: Standard, actor: Actor) -> QuerySet[Standard]:
    """The standards that may replace this one: any other in force."""
    return standards_in_force(on, actor).exclude(pk=on.pk)
