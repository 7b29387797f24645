"""Two packs held beside each other, norm by norm: articles, words, names of offices, clocks, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from banyan.law.norms import Article, Norm
from banyan.law.pack import Pack
from banyan.law.parameters import Parameter, Value
from banyan.law.problems import LawError
from banyan.law.provisions import Provision
from banyan.law.units import Certainty

LANGUAGES = ("zh", "en")


class Difference(StrEnum):
    """In what two packs differ about a norm (差异)."""

    HERE = "only_here"
    THERE = "only_there"
    ARTICLE = "article"
    WORDS = "words"
    ROLES = "roles"
    CLOCKS = "clocks"


@dataclass(frozen=True)
class Piece:
    """A stretch of words; ``differs`` where the other pack has other words (异文)."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class Office:
    """The names of a role on one side: the pack's own word, and the name in use on the day if it is another."""

    key: str
    own: tuple[str, str]
    now: tuple[str, str]
    certainty: Certainty

    def plain(self) -> dict[str, Any]:
        """The office as JSON carries it."""
        own, now = dict(zip(LANGUAGES, self.own, strict=True)), dict(zip(LANGUAGES, self.now, strict=True))
        return {"role": self.key, "own": own, "now": now, "certainty": self.certainty.value}


@dataclass(frozen=True)
class Timed:
    """A clock or threshold on one side; ``value`` is None where the pack gives none on the day (期限)."""

    parameter: Parameter
    value: Value | None

    @property
    def terms(self) -> tuple[object, ...]:
        """What makes two clocks the same: amount, source, certainty and first day; not when they will end."""
        if self.value is None:
            return (self.parameter.name,)
        value = self.value
        told = (value.amount, value.unit, value.citation("zh"), value.certainty, value.since)
        return (self.parameter.name, *told)

    def plain(self) -> dict[str, Any]:
        """The clock as JSON carries it."""
        told = {"parameter": self.parameter.name, "zh": self.parameter.zh, "en": self.parameter.en}
        return {**told, "value": _value(self.value) if self.value else None}


def _value(value: Value) -> dict[str, Any]:
    return {
        "amount": list(value.amount) if isinstance(value.amount, tuple) else str(value.amount),
        "unit": value.unit.value,
        "source": {language: value.citation(language) for language in LANGUAGES},
        "certainty": value.certainty.value,
        "from": value.since.isoformat() if value.since else None,
        "until": value.until.isoformat() if value.until else None,
        "note": {"zh": value.note_zh, "en": value.note_en},
    }


@dataclass(frozen=True)
class Side:
    """A norm as one of the two packs has it."""

    provision: Provision
    words: tuple[Piece, ...]
    offices: tuple[Office, ...]
    clocks: tuple[Timed, ...]

    @property
    def article(self) -> Article:
        """Where it stands."""
        return self.provision.article

    def plain(self) -> dict[str, Any]:
        """The side as JSON carries it."""
        return {
            "article": self.article.reference,
            "cited": {language: self.article.cite(language) for language in LANGUAGES},
            "words": self.provision.text_zh,
            "pieces": [{"text": one.text, "differs": one.differs} for one in self.words],
            "summary": {language: self.provision.summary(language) for language in LANGUAGES},
            "certainty": self.provision.certainty.value,
            "note": {language: self.provision.note(language) for language in LANGUAGES},
            "offices": [one.plain() for one in self.offices],
            "clocks": [one.plain() for one in self.clocks],
        }


@dataclass(frozen=True)
class Compared:
    """One norm in both packs; a side is None where its pack does not have the norm."""

    norm: Norm
    here: Side | None
    there: Side | None
    differences: frozenset[Difference]

    def plain(self) -> dict[str, Any]:
        """The row as JSON carries it."""
        return {
            "norm": self.norm.key,
            "differences": sorted(self.differences),
            "a": self.here.plain() if self.here else None,
            "b": self.there.plain() if self.there else None,
        }


def compare(here: Pack, there: Pack, on: date) -> list[Compared]:
    """One row for each norm that either pack has, in the order of ``here``, with the clocks of that day."""
    rows = [_compared(norm, here, there, on) for norm in here.provisions]
    return rows + [_compared(norm, here, there, on) for norm in there.provisions if not here.holds(norm)]


def _compared(norm: Norm, here: Pack, there: Pack, on: date) -> Compared:
    one, other = here.provisions.get(norm), there.provisions.get(norm)
    ours, theirs = marked(one.text_zh, other.text_zh) if one and other else ((), ())
    left = _side(here, one, ours, on) if one else None
    right = _side(there, other, theirs, on) if other else None
    return Compared(norm, left, right, frozenset(_differences(left, right)))


def _side(pack: Pack, provision: Provision, words: tuple[Piece, ...], on: date) -> Side:
    return Side(
        provision,
        words or (Piece(provision.text_zh),),
        tuple(_office(pack, key, on) for key in provision.roles),
        tuple(_timed(parameter, on) for parameter in pack.parameters_of(provision.norm)),
    )


def _office(pack: Pack, key: str, on: date) -> Office:
    role, alias = pack.role(key), pack.role(key).alias(on)
    own = (role.zh, role.en)
    if alias is None:
        return Office(key, own, own, Certainty.VERIFIED)
    return Office(key, own, (alias.zh, alias.en), alias.certainty)


def _timed(parameter: Parameter, on: date) -> Timed:
    try:
        return Timed(parameter, parameter.on(on))
    except LawError:
        return Timed(parameter, None)


def _differences(here: Side | None, there: Side | None) -> Iterator[Difference]:
    if here is None or there is None:
        yield Difference.HERE if here else Difference.THERE
        return
    if here.article != there.article:
        yield Difference.ARTICLE
    if here.provision.text_zh != there.provision.text_zh:
        yield Difference.WORDS
    if [(one.own, one.now) for one in here.offices] != [(one.own, one.now) for one in there.offices]:
        yield Difference.ROLES
    if [one.terms for one in here.clocks] != [one.terms for one in there.clocks]:
        yield Difference.CLOCKS


def marked(here: str, there: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The two texts in pieces, with what differs marked on its own side."""
    left: list[Piece] = []
    right: list[Piece] = []
    for how, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        left += [Piece(here[a:b], how != "equal")] if b > a else []
        right += [Piece(there[c:d], how != "equal")] if d > c else []
    return tuple(left), tuple(right)
