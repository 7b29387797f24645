"""Canonical JSON against the vectors of RFC 8785, and digests."""

import hashlib
import json
import random
import struct
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.kit.canonical import (
    LARGEST_INTEGER,
    NotCanonical,
    canonical_json,
    digest,
    read_json,
    salted_digest,
)

# RFC 8785, appendix B: the bits of a double and how it is written.
NUMBERS = {
    "0000000000000000": "0",
    "8000000000000000": "0",
    "0000000000000001": "5e-324",
    "8000000000000001": "-5e-324",
    "7fefffffffffffff": "1.7976931348623157e+308",
    "ffefffffffffffff": "-1.7976931348623157e+308",
    "4340000000000000": "9007199254740992",
    "c340000000000000": "-9007199254740992",
    "4430000000000000": "295147905179352830000",
    "44b52d02c7e14af5": "9.999999999999997e+22",
    "44b52d02c7e14af6": "1e+23",
    "44b52d02c7e14af7": "1.0000000000000001e+23",
    "444b1ae4d6e2ef4e": "999999999999999700000",
    "444b1ae4d6e2ef4f": "999999999999999900000",
    "444b1ae4d6e2ef50": "1e+21",
    "3eb0c6f7a0b5ed8c": "9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d": "0.000001",
    "41b3de4355555553": "333333333.3333332",
    "41b3de4355555554": "333333333.33333325",
    "41b3de4355555555": "333333333.3333333",
    "41b3de4355555556": "333333333.3333334",
    "41b3de4355555557": "333333333.33333343",
    "becbf647612f3696": "-0.0000033333333333333333",
    "43143ff3c1cb0959": "1424953923781206.2",
}

whole_numbers = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
real_numbers = st.floats(allow_nan=False, allow_infinity=False)
words = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | whole_numbers | real_numbers | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


class Colour(StrEnum):
    RED = "red"


class Marked(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "<b>"


class Grade(IntEnum):
    FIRST = 1


def double(bits: str) -> float:
    number: float = struct.unpack(">d", bytes.fromhex(bits))[0]
    return number


def read(canonical: bytes) -> Any:
    """As a reader whose only numbers are doubles: what is too long for an int is a float."""
    return json.loads(canonical, parse_int=lambda text: int(text) if len(text) < 16 else float(text))


@pytest.mark.parametrize(("bits", "written"), NUMBERS.items())
def test_writes_numbers_as_in_appendix_b(bits: str, written: str) -> None:
    assert canonical_json(double(bits)) == written.encode()


@pytest.mark.parametrize("bits", ["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])
def test_refuses_nan_and_infinity_as_in_appendix_b(bits: str) -> None:
    with pytest.raises(NotCanonical, match="NaN and Infinity"):
        canonical_json(double(bits))


@given(real_numbers)
def test_writes_the_shortest_digits_with_an_exponent_only_far_from_one(number: float) -> None:
    written = canonical_json(number).decode()
    assert Decimal(written) == Decimal(repr(number))
    assert ("e" in written) == (number != 0 and not 1e-6 <= abs(number) < 1e21)


def test_orders_members_by_utf16_as_in_section_3_2_3() -> None:
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical_json(value)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_writes_the_sample_of_section_3_2_2() -> None:
    sample = json.loads(
        r"""{
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }"""
    )
    assert canonical_json(sample).decode() == (
        r'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        r'"string":"€$\u000f\nA' + "'" + r'B\"\\\\\"/"}'
    )


def test_writes_every_character_once_escaped_only_where_json_must() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x11000)]))
    assert canonical_json(every) == json.dumps(every, ensure_ascii=False).encode()
    assert canonical_json("\x00\x1f\x7f\b\t\n\f\r") == b'"\\u0000\\u001f\x7f\\b\\t\\n\\f\\r"'


def test_writes_the_values_of_enumerations() -> None:
    assert canonical_json([Colour.RED, Grade.FIRST, True]) == b'["red",1,true]'
    assert canonical_json({Colour.RED: 1}) == b'{"red":1}'


def test_writes_what_a_kind_of_text_holds_and_not_how_it_shows_itself() -> None:
    assert canonical_json(Marked("red")) == b'"red"'


@pytest.mark.parametrize(
    ("value", "tells", "path"),
    [
        (LARGEST_INTEGER + 1, "would lose digits", ""),
        ({"a": -LARGEST_INTEGER - 1}, "would lose digits", "/a"),
        ({"a": [1, 10**5000]}, "would lose digits", "/a/1"),
        ({"a": {"b/c~": float("nan")}}, "NaN and Infinity", "/a/b~1c~0"),
        ({"a": "\ud800"}, "lone surrogate", "/a"),
        ({"\udfff": 1}, "lone surrogate", r"/\udfff"),
        ({"a": {1: "x"}}, "name 1 of a member is not text", "/a"),
        ({None: "x", "a": 1}, "is not text", ""),
        ({"a": b"x"}, "type bytes has no JSON form", "/a"),
        ([{1, 2}], "type set has no JSON form", "/0"),
    ],
)
def test_refuses_what_has_no_canonical_form_and_says_where(value: Any, tells: str, path: str) -> None:
    with pytest.raises(NotCanonical, match=tells) as refused:
        canonical_json(value)
    assert refused.value.path == path
    assert not path or f"Where: {path}" in str(refused.value)


def test_takes_the_largest_whole_numbers() -> None:
    assert canonical_json([LARGEST_INTEGER, -LARGEST_INTEGER]) == b"[9007199254740991,-9007199254740991]"


def test_refuses_endless_nesting() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(NotCanonical, match="nested deeper than 100"):
        canonical_json(endless)


@given(values)
def test_is_json_of_the_same_value(value: Any) -> None:
    assert read(canonical_json(value)) == value


@given(values)
def test_what_is_written_in_one_go_is_written_step_by_step_beside_a_fraction(value: Any) -> None:
    assert canonical_json([value, 0.5]) == b"[" + canonical_json(value) + b",0.5]"


@given(values)
def test_the_canonical_form_of_the_canonical_form_is_itself(value: Any) -> None:
    canonical = canonical_json(value)
    assert canonical_json(read(canonical)) == canonical


@given(st.dictionaries(words, values, min_size=2), st.randoms())
def test_the_order_of_keys_does_not_matter(value: dict[str, Any], chance: random.Random) -> None:
    members = list(value.items())
    chance.shuffle(members)
    assert canonical_json(dict(members)) == canonical_json(value)


def test_digest_names_its_algorithm() -> None:
    assert digest({}) == "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_salted_digest_is_hmac_sha256_of_the_canonical_form() -> None:
    # The definition of HMAC in RFC 2104, section 2, step by step for a key of one block.
    salt, text = b"\x0b" * 64, b'"Hi There"'
    inner = hashlib.sha256(bytes(b ^ 0x36 for b in salt) + text).digest()
    outer = hashlib.sha256(bytes(b ^ 0x5C for b in salt) + inner).hexdigest()
    assert salted_digest("Hi There", salt) == f"hmac-sha256:{outer}"


def test_salted_digest_changes_with_the_salt_and_needs_a_real_one() -> None:
    assert salted_digest("x", b"a" * 16) != salted_digest("x", b"b" * 16)
    with pytest.raises(ValueError, match="at least 16 bytes"):
        salted_digest("x", b"short")


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "NaN", "[Infinity]", "1e999", "9" * 5000, str(2**60), '"\\ud800"', "\ufeff{}"),
        *("[" * 100_000, "[" * 500 + "]" * 500, '{"a":1,"a":2}', '[{"b":{"a":1,"a":1}}]'),
        *(b"\xff", b'"\xed\xa0\x80"', b'{"\\ud800":1}'),
    ],
)
def test_what_has_no_canonical_form_is_not_read(text: str | bytes) -> None:
    with pytest.raises(NotCanonical):
        read_json(text)


def test_json_is_read() -> None:
    assert read_json(b'{"a": [1, 2.5, null, "\xe6\x88\xb7"]}') == {"a": [1, 2.5, None, "户"]}
