"""What an act asks for: its keyword parameters, read from their types."""

import hashlib
import inspect
import re
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, TypeVar, get_args, get_origin

from django.db import models

from banyan.acts.errors import Invalid
from banyan.acts.lines import pairs_of
from banyan.kit.canonical import NotCanonical, canonical_json
from banyan.kit.characters import UNWRITABLE
from banyan.kit.numbers import LARGEST, day, decimal, is_digits, whole
from banyan.kit.sentence import Sentence, say

T = TypeVar("T")
RESERVED = frozenset({"by", "at", "actor"})
CENTS = 2
"""So many decimals an amount has at most."""

LARGEST_FILE = 10 * 1024 * 1024
"""So many bytes a file has at most that an act asks for; rows by the million are loaded, not typed."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years of a date that somebody types: periods counted from it stay within the calendar."""


@dataclass(frozen=True)
class Written:
    """How a text must be written (书写格式): a pattern that all of it matches, and what to say otherwise."""

    pattern: str
    otherwise: Sentence


@dataclass(frozen=True)
class Ask:
    """How one input is asked (所问): ``label`` and ``help`` are English patterns that the surfaces translate.

    ``must``: a rule refuses the act without it, so forms ask for it although an attempt may leave it out.
    ``least`` and ``most`` bound numbers and amounts. ``choices`` gives, for the object acted on and the actor,
    the query set or pairs to choose from, where it is left out the records that the actor sees; the door takes no
    other value. ``within`` names the input in whose choice these records lie, so that a form asks for that one first
    and then offers what belongs to it. ``written`` says how a text must be written.
    """

    label: str = ""
    help: str = ""
    choices: Callable[..., Any] | None = None
    within: str = ""
    initial: Callable[..., Any] | None = None
    longest: int = 500
    least: int = 0
    most: int = 2_000_000_000
    lines: int = 1
    personal: bool = False
    must: bool = False
    written: Written | None = None


Long = Annotated[str, Ask(longest=4000, lines=3)]
"""A text of several lines: a report, a finding of fact, a plan."""

Remark = Annotated[str, Ask(longest=2000, lines=3)]
"""A paragraph: an abstract, a remark, an opinion."""

Reason = Annotated[str, Ask(lines=3)]
"""A few sentences that say why."""

Title = Annotated[str, Ask(longest=200)]
"""A title, or a name of that length."""

Name = Annotated[str, Ask(longest=160)]
"""The name of a thing."""

PROTECTION = Ask(label="Protection level (MLPS)", help="1 to 5.", least=1, most=5)
ProtectionLevel = Annotated[int, PROTECTION]
"""A level of the multi-level protection scheme (等级保护, GB/T 22240): from 1 to 5."""

MaybeProtectionLevel = Annotated[int | None, PROTECTION]


class PersonalMark:
    """Marks an input that speaks about a natural person."""


Personal = Annotated[T, PersonalMark()]
"""An input that speaks about a natural person: only its salted digest enters the ledger."""


@dataclass(frozen=True)
class Input:
    """One input of an act, as forms, endpoints and the reference show it."""

    name: str
    kind: str
    required: bool
    many: bool
    ask: Ask
    of: Any = None
    default: Any = None

    @property
    def label(self) -> str:
        return self.ask.label or self.name.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Shape:
    """All inputs of an act, in order, and the reserved parameters that its change wants."""

    inputs: tuple[Input, ...]
    reserved: frozenset[str]
    subject: str | None = None
    by_name: Mapping[str, Input] = field(default_factory=dict)


SCALARS = {
    str: "text",
    int: "number",
    Decimal: "amount",
    date: "date",
    bool: "flag",
    bytes: "file",
    dict: "json",
}


def shape_of(change: Callable[..., Any]) -> Shape:
    """Read the inputs from a change's signature; TypeError for a type no form can ask."""
    hints = typing.get_type_hints(change, include_extras=True)
    parameters = list(inspect.signature(change).parameters.values())
    subject = next((p.name for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD), None)
    asked = [p for p in parameters if p.kind is p.KEYWORD_ONLY]
    inputs = tuple(_input(p, hints[p.name]) for p in asked if p.name not in RESERVED)
    reserved = frozenset(p.name for p in asked if p.name in RESERVED)
    return Shape(inputs, reserved, subject, {one.name: one for one in inputs})


def _input(parameter: inspect.Parameter, hint: Any) -> Input:
    ask, hint, personal = _unwrap(hint)
    if personal:
        ask = Ask(**{**ask.__dict__, "personal": True})
    required = parameter.default is parameter.empty
    if get_origin(hint) in (UnionType, typing.Union):
        hint = next(option for option in get_args(hint) if option is not type(None))
        required = False
    many = get_origin(hint) is list
    of = get_args(hint)[0] if many else hint
    default = None if parameter.default is parameter.empty else parameter.default
    return Input(parameter.name, _kind(of, parameter.name), required, many, ask, of, default)


def _unwrap(hint: Any) -> tuple[Ask, Any, bool]:
    if get_origin(hint) is not Annotated:
        return Ask(), hint, False
    inner, *marks = get_args(hint)
    ask = _together(mark for mark in marks if isinstance(mark, Ask))
    return ask, inner, any(isinstance(mark, PersonalMark) for mark in marks)


def _together(asks: Iterable[Ask]) -> Ask:
    """One for all: ``Annotated[Long, Ask(label="…")]`` is a `Long` with a label of its own."""
    said = {
        one.name: getattr(ask, one.name)
        for ask in asks
        for one in fields(Ask)
        if getattr(ask, one.name) != one.default
    }
    return Ask(**said)


def _kind(of: Any, name: str) -> str:
    if get_origin(of) is dict:
        return "json"
    if isinstance(of, type):
        if issubclass(of, models.Model):
            return "record"
        if issubclass(of, models.TextChoices):
            return "choice"
        if of in SCALARS:
            return SCALARS[of]
    raise TypeError(f"An act cannot ask for {name}: {of!r}.")


def read(shape: Shape, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Sentence]]:
    """The inputs as values, and one sentence for each that cannot be read."""
    values: dict[str, Any] = {}
    faults: dict[str, Sentence] = {
        name: say("This act does not ask for “{name}”.", name=name)
        for name in given
        if name not in shape.by_name
    }
    for one in shape.inputs:
        raw = given.get(one.name)
        if raw is None or raw == [] or (isinstance(raw, str) and not raw.strip()):
            if one.required:
                faults[one.name] = say("Please fill in this field.")
            else:
                values[one.name] = [] if one.many else one.default
            continue
        try:
            values[one.name] = _read_many(one, raw) if one.many else _read_one(one, raw)
        except Unreadable as fault:
            faults[one.name] = fault.sentence
    return values, faults


class Unreadable(ValueError):
    """A value that is not of its input's kind."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def _read_many(one: Input, raw: Any) -> list[Any]:
    items = list(raw) if isinstance(raw, list | tuple | models.QuerySet) else [raw]
    if one.kind != "record":
        return [_read_one(one, item) for item in items]
    return _records(one, items)


def _records(one: Input, items: list[Any]) -> list[Any]:
    if all(isinstance(item, one.of) for item in items):
        return items
    keys = [_whole(item.pk if isinstance(item, models.Model) else item) for item in items]
    found = one.of._default_manager.in_bulk(keys)
    missing = [key for key in keys if key not in found]
    if missing:
        raise Unreadable(no_record(missing))
    return [found[key] for key in dict.fromkeys(keys)]


def no_record(keys: Iterable[int]) -> Sentence:
    return say("There is no record {keys}. Choose from the list.", keys=", ".join(map(str, keys)))


def one_of(values: Iterable[str]) -> Sentence:
    return say("Choose one of: {choices}.", choices=", ".join(values))


def _whole(raw: Any) -> int:
    text = "" if isinstance(raw, bool) else str(raw).strip()
    number = whole(text, least=-LARGEST)
    if number is None:
        too_large = is_digits(text.removeprefix("-"))
        raise Unreadable(
            say("This number is too large.") if too_large else say("Type a whole number, for example 2000.")
        )
    return number


def _bounded(one: Input, number: int | Decimal) -> int | Decimal:
    if one.ask.least <= number <= one.ask.most:
        return number
    raise Unreadable(say("Type a number from {least} to {most}.", least=one.ask.least, most=one.ask.most))


def _text(one: Input, raw: Any) -> str:
    if not isinstance(raw, str):
        raise Unreadable(say("Type text."))
    if len(raw) > one.ask.longest:
        raise Unreadable(
            say(
                "Use at most {longest} characters; this has {length}.",
                longest=one.ask.longest,
                length=len(raw),
            )
        )
    if UNWRITABLE.search(raw):
        raise Unreadable(say("Type text without control characters."))
    text = raw.strip()
    if one.ask.written and not re.fullmatch(one.ask.written.pattern, text, re.ASCII):
        raise Unreadable(one.ask.written.otherwise)
    return text


def _date(raw: Any) -> date:
    if isinstance(raw, date):
        return raw
    read = day(str(raw).strip())
    if read is None:
        raise Unreadable(say("Type a date as year-month-day, for example “2027-12-31”."))
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise Unreadable(say("Type a date of the years {first} to {last}.", first=FIRST_YEAR, last=LAST_YEAR))
    return read


def _amount(raw: Any) -> Decimal:
    number = decimal(f"{raw:f}" if isinstance(raw, Decimal) else str(raw).strip(), places=CENTS)
    if number is None:
        raise Unreadable(say("Type an amount, for example 1200.50."))
    return number


def _json(one: Input, raw: Any) -> dict[str, Any]:
    """An object; where the question has lines, also as people write it: a name and its value on each."""
    if isinstance(raw, str) and one.ask.lines > 1:
        try:
            return dict(pairs_of(one.name, raw))
        except Invalid as fault:
            raise Unreadable(fault.fields[one.name]) from None
    if not isinstance(raw, dict):
        raise Unreadable(say("Send an object."))
    try:
        canonical_json(raw)
    except NotCanonical as fault:
        raise Unreadable(fault.sentence) from None
    return raw


def _flag(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    if str(raw).lower() in {"true", "1", "on", "yes"}:
        return True
    if str(raw).lower() in {"false", "0", "off", "no"}:
        return False
    raise Unreadable(say("Answer yes or no."))


def _choice(one: Input, raw: Any) -> Any:
    if raw in one.of.values:
        return one.of(raw)
    raise Unreadable(one_of(one.of.values))


def _read_one(one: Input, raw: Any) -> Any:
    if one.kind == "record":
        return _records(one, [raw])[0]
    if one.kind == "choice":
        return _choice(one, raw)
    if one.kind == "text":
        return _text(one, raw)
    if one.kind == "json":
        return _json(one, raw)
    if one.kind == "file":
        if not isinstance(raw, bytes):
            raise Unreadable(say("Choose a file."))
        if len(raw) > LARGEST_FILE:
            raise Unreadable(say("A file has at most {most} MB.", most=LARGEST_FILE // 1024**2))
        return raw
    if one.kind in {"number", "amount"}:
        return _bounded(one, _whole(raw) if one.kind == "number" else _amount(raw))
    return {"date": _date, "flag": _flag}[one.kind](raw)


def plain(value: Any) -> Any:
    """The value as canonical JSON knows it: records by name and number, dates and amounts as text."""
    if isinstance(value, models.Model):
        return f"{value._meta.label_lower}/{value.pk}"
    if isinstance(value, models.TextChoices):
        return str(value.value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date | Decimal):
        return str(value)
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest(), "bytes": len(value)}
    return value
