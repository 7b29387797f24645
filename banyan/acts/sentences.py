"""Entries, findings and offices as sentences in the reader's language."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import TextChoices
from django.utils import translation

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM
from banyan.acts.by import By, Place
from banyan.acts.directory import directory
from banyan.kit.sentence import Sentence, amount, say

if TYPE_CHECKING:
    from banyan.acts.models import Entry

Translate = Callable[[str], str]


def filled(pattern: str, words: Mapping[str, str], translate: Translate) -> str:
    """A pattern such as ``{by} granted {on.consumer} …`` in the reader's language with its words put in."""
    text = translate(pattern)
    for name, word in words.items():
        text = text.replace("{" + name + "}", word)
    return text


def entry_sentence(entry: "Entry", translate: Translate = str) -> str:
    """What the entry says, as history and the ledger page show it."""
    act = registry.acts.get(entry.act)
    if act is None:
        return entry.act
    said = filled(act.says, _readable(act, entry.words, translate), translate)
    if entry.outcome == entry.Outcome.REFUSED:
        return translate("Not done: {what}").replace("{what}", said)
    if entry.outcome == entry.Outcome.PROPOSED:
        return translate("Proposed, waits for a second person: {what}").replace("{what}", said)
    if act.four_eyes and "second" in entry.words:
        first, second = entry.words["first"], entry.words["second"]
        return say(
            "{what} (proposed by {first}, confirmed by {second})", what=said, first=first, second=second
        ).render(translate)
    return said


def _readable(act: Act, words: Mapping[str, str], translate: Translate) -> dict[str, str]:
    """The words of an entry, with the label of a choice in the place of its value."""
    with translation.override("en"):
        labels = {
            one.name: {value: str(label) for value, label in one.of.choices}
            for one in act.shape.inputs
            if isinstance(one.of, type) and issubclass(one.of, TextChoices)
        }
    labels["by"] = {SYSTEM.name: SYSTEM.name}
    labels["monitor"] = {one.name: one.title for one in registry.monitors}
    known = {name: labels[name][word] for name, word in words.items() if word in labels.get(name, {})}
    return {**words, **{name: translate(label) for name, label in known.items()}}


def stored(sentence: Sentence) -> dict[str, Any]:
    """The sentence as it is kept until somebody reads it in a language, with the sentences within it."""
    return {"msgid": sentence.msgid, "args": {name: _kept(value) for name, value in sentence.args.items()}}


def _kept(value: Any) -> Any:
    if isinstance(value, Sentence):
        return stored(value)
    if isinstance(value, Decimal):
        return amount(value)
    return value if isinstance(value, str | int | float | None) else str(value)


def refusals_of(entry: "Entry", translate: Translate = str) -> list[dict[str, str]]:
    """Why the law stopped an attempt: norm, rule, what stood against it and the lawful way, to be read by people."""
    return [
        {
            name: text if isinstance(text, str) else stored_sentence(text).render(translate)
            for name, text in one.items()
        }
        for one in entry.refusals
    ]


def stored_sentence(kept: Mapping[str, Any]) -> Sentence:
    """A sentence as it was kept with a finding, with the sentences within it."""
    args = {
        name: stored_sentence(value) if isinstance(value, Mapping) else value
        for name, value in kept["args"].items()
    }
    return Sentence(str(kept["msgid"]), args)


def as_recorded() -> AbstractContextManager[None]:
    """Words are here those that records keep: in the language of the law, whoever acts in whichever language."""
    return translation.override(settings.LANGUAGE_CODE)


def recorded(thing: Any) -> str:
    """The name of a thing as records keep it."""
    if isinstance(thing, str) or translation.get_language() == settings.LANGUAGE_CODE:
        return str(thing)
    with as_recorded():
        return str(thing)


def worded(choice: TextChoices) -> Sentence:
    """The word of a choice or state as a sentence, to be said in the language of whoever reads it."""
    with translation.override("en"):
        return Sentence(str(choice.label))


def who(by: By, on: Any) -> Sentence:
    """Who may do an act on this object: «the data officer of 福建省公安厅»."""
    places: dict[str, list[Place]] = {}
    for place in by.places:
        places.setdefault(str(_whose(place, on)), []).append(place)
    told = [_of_one_body(each, on) for each in places.values()]
    if by.machine:
        told.append(say("the system by itself"))
    return _alternatives(told) if told else say("nobody")


def _alternatives(told: list[Sentence]) -> Sentence:
    first, *rest = told
    return say("{one}, or {other}", one=first, other=_alternatives(rest)) if rest else first


def _of_one_body(places: list[Place], on: Any) -> Sentence:
    """The offices of one body, each named once; a place without offices lets in any officer."""
    kinds = {kind for place in places for kind in place.offices}
    named = all(place.offices for place in places)
    offices = [say(kind.replace("_", " ")) for kind in sorted(kinds)] if named else [say("any officer")]
    return say("the {office} of {body}", office=_one_of(offices), body=_whose(places[0], on))


def _one_of(told: list[Sentence]) -> Sentence:
    first, *rest = told
    if not rest:
        return first
    if len(rest) == 1:
        return say("{one} or {other}", one=first, other=rest[0])
    return say("{one}, {other}", one=first, other=_one_of(rest))


def _whose(place: Place, on: Any) -> Sentence:
    body = place.named(on)
    if body is not None:
        name = directory().names([body]).get(body) if isinstance(body, int) else None
        return say("{name}", name=name.name if name else str(body))
    if place.demands:
        return say(" ".join(sorted(place.demands)).replace("_", " "))
    return say("your own body")
