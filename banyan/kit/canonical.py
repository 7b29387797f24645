"""Canonical JSON (规范化 JSON): the one byte form of a value, so that equal values have equal digests."""

import hashlib
import hmac
import json
import math
from collections.abc import Collection
from typing import Any

import msgspec

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import Sentence, say

LARGEST_INTEGER = 2**53 - 1
DEEPEST = 100
SHORTEST_SALT = 16

_in_one_go = msgspec.json.Encoder(order="sorted").encode
_quote = msgspec.json.Encoder().encode
_CONSTANTS = {None: b"null", True: b"true", False: b"false"}


class NotCanonical(SentenceError):
    """A value has no canonical form (不可规范化); ``path`` is the JSON pointer (RFC 6901) to it."""

    def __init__(self, reason: Sentence, path: str = "") -> None:
        super().__init__(say("{reason} Where: {path}", reason=reason, path=path) if path else reason)
        self.reason = reason
        self.path = path

    def below(self, step: str | int) -> "NotCanonical":
        """The same error seen from one level higher."""
        name = str(step).replace("~", "~0").replace("/", "~1")
        printable = name.encode(errors="backslashreplace").decode()
        return NotCanonical(self.reason, f"/{printable}{self.path}")


def canonical_json(value: Any) -> bytes:
    """The canonical form of a JSON value after RFC 8785 (JCS), as UTF-8.

    Takes None, bool, int, float, str, list, tuple and dict with str keys, nested to 100 levels. Keys stand
    in the order of their UTF-16 code units, numbers in ECMAScript's form. Raises `NotCanonical` for anything
    else: other types, NaN and Infinity, int beyond ±(2^53 - 1), halves of surrogate pairs.

    JSON knows one kind of number: 1.0 and 1 have the same form, and a float from 2^53 up is written like a
    whole number, so whoever reads such a form back must read it as a float.
    """
    if _is_simple(value, 0):
        try:
            return _in_one_go(value)
        except UnicodeEncodeError:
            pass
    return _encode(value, 0)


def read_json(text: bytes | str) -> Any:
    """The value of a JSON text (RFC 8259) that has a canonical form; `NotCanonical` says why another has none.

    A name that stands twice in an object is refused, where other readers keep the last and drop the first.
    """
    try:
        value = json.loads(text, object_pairs_hook=_once)
    except NotCanonical:
        raise
    except (ValueError, RecursionError):
        raise NotCanonical(say("This is no valid JSON.")) from None
    canonical_json(value)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = [name for name, _ in pairs]
    twice = next(name for name in names if names.count(name) > 1)
    raise NotCanonical(say("The name {name} stands twice in one object.", name=ascii(twice[:60])))


def digest(value: Any) -> str:
    """The digest (摘要) of a value: ``sha256:`` and the hexadecimal SHA-256 of its canonical form."""
    return "sha256:" + hashlib.sha256(canonical_json(value)).hexdigest()


def salted_digest(value: Any, salt: bytes) -> str:
    """The digest of a value that could be guessed (加盐摘要): ``hmac-sha256:`` and the HMAC (RFC 2104).

    Keyed with ``salt``, at least 16 random bytes (else ValueError); once the salt is destroyed the digest says
    nothing of the value.
    """
    if len(salt) < SHORTEST_SALT:
        raise ValueError(f"a salt has at least {SHORTEST_SALT} bytes, this one {len(salt)}")
    return "hmac-sha256:" + hmac.digest(salt, canonical_json(value), "sha256").hex()


def _is_simple(value: Any, depth: int) -> bool:
    """Whether msgspec's sorted form is the canonical one: no floats, no large numbers, names in ASCII."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return bool(-LARGEST_INTEGER <= value <= LARGEST_INTEGER)
    if depth >= DEEPEST:
        return False
    if kind is dict:
        return all(
            type(key) is str and key.isascii() and (type(one) is str or _is_simple(one, depth + 1))
            for key, one in value.items()
        )
    return kind in (list, tuple) and all(type(one) is str or _is_simple(one, depth + 1) for one in value)


def _encode(value: Any, depth: int) -> bytes:
    if isinstance(value, str):
        return _string(value)
    if value is None or value is True or value is False:
        return _CONSTANTS[value]
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, float):
        return _float(value)
    if depth >= DEEPEST:
        raise NotCanonical(say("The value is nested deeper than {limit} levels; flatten it.", limit=DEEPEST))
    if isinstance(value, dict):
        return _object(value, depth)
    if isinstance(value, list | tuple):
        return _array(value, depth)
    raise NotCanonical(
        say(
            "A value of the type {type} has no JSON form; give it as text or a number.",
            type=type(value).__name__,
        )
    )


def _object(members: dict[Any, Any], depth: int) -> bytes:
    parts = []
    for key in _in_order(members):
        try:
            parts.append(_string(key) + b":" + _encode(members[key], depth + 1))
        except NotCanonical as error:
            raise error.below(key) from None
    return b"{" + b",".join(parts) + b"}"


def _array(items: list[Any] | tuple[Any, ...], depth: int) -> bytes:
    parts = []
    for index, item in enumerate(items):
        try:
            parts.append(_encode(item, depth + 1))
        except NotCanonical as error:
            raise error.below(index) from None
    return b"[" + b",".join(parts) + b"]"


def _in_order(keys: Collection[Any]) -> list[str]:
    """The keys by their UTF-16 code units (RFC 8785, 3.2.3); ASCII sorts the same without them, and faster."""
    try:
        if all(map(str.isascii, keys)):
            return sorted(keys)
    except TypeError:
        pass
    return sorted(keys, key=_utf16)


def _utf16(key: Any) -> bytes:
    if not isinstance(key, str):
        raise NotCanonical(say("The name {name} of a member is not text; write it as text.", name=repr(key)))
    return key.encode("utf-16-be", "surrogatepass")


def _string(text: str) -> bytes:
    try:
        return _quote(str.__str__(text))
    except UnicodeEncodeError:
        raise NotCanonical(
            say("A text holds half of a character (a lone surrogate); take it from its source again.")
        ) from None


def _integer(number: int) -> bytes:
    if abs(number) > LARGEST_INTEGER:
        raise NotCanonical(say("A whole number beyond ±(2^53 - 1) would lose digits; give it as text."))
    return b"%d" % number


def _float(number: float) -> bytes:
    """The number as ECMAScript writes it (ECMA-262, Number::toString; RFC 8785, 3.2.2.3)."""
    if not math.isfinite(number):
        raise NotCanonical(say("NaN and Infinity have no JSON form; leave the value out or give null."))
    if number == 0:
        return b"0"
    sign = "-" if number < 0 else ""
    return (sign + _ecmascript(*_digits_and_point(abs(number)))).encode()


def _digits_and_point(number: float) -> tuple[str, int]:
    """The shortest digits that read back as this number, and n so that it is 0.digits × 10^n."""
    mantissa, _, exponent = float.__repr__(number).partition("e")
    whole, _, fraction = mantissa.partition(".")
    padded = whole + fraction
    digits = padded.lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(padded) - len(digits))
    return digits.rstrip("0"), point


def _ecmascript(digits: str, point: int) -> str:
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if count > 1 else ""
    return f"{digits[0]}{fraction}e{point - 1:+d}"
