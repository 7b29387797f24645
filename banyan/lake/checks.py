"""The rules that the items of a resource make for the values of its rows, as expressions over whole columns."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import polars as pl

from banyan.kit.identifiers import IdentifierError, citizen, credit_code, organisation_code
from banyan.kit.identifiers import region as regions
from banyan.kit.numbers import is_digits
from banyan.lake.items import ItemRule
from banyan.lake.meaning import Meaning

LONGEST_KEY = 120
CONTROL = r"[\x00-\x1f\x7f]"
FORMS: dict[str, tuple[str, str]] = {
    "N": ("number", r"^-?[0-9]+(\.[0-9]+)?$"),
    "Y": ("money", r"^-?[0-9]+(\.[0-9]{1,4})?$"),
    "B": ("number", r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"),
    "F": ("number", r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"),
    "I": ("whole_number", r"^-?[0-9]+$"),
    "L": ("logical", r"^(0|1|true|false|TRUE|FALSE|是|否)$"),
    "D": ("date", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    "T": ("moment", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}$"),
}
"""The rule and the form of each data type of the catalogue guideline; C, M and G take any text."""

PHONE = (
    r"^((\+?86[- ]?)?1[0-9]{10}|(\(?0[0-9]{2,3}\)?[- ]?)?[0-9]{7,8}|[48]00[- ]?[0-9]{3}[- ]?[0-9]{4}|[0-9]{5})"
    r"([-#*转][0-9]{1,6})?$"
)


@dataclass(frozen=True)
class Check:
    """One rule over one item (校验规则): ``passes`` holds for values that are surely right; empty ones are skipped.

    A ``judge`` decides, value by value, on those few of which ``passes`` is not sure.
    """

    item: str
    rule: str
    passes: pl.Expr
    judge: Callable[[str], bool] | None = None
    of_empty: bool = False

    @property
    def doubts(self) -> pl.Expr:
        """The rows of which the rule is not sure, null counting as unsure."""
        unsure = ~self.passes.fill_null(value=False)
        return unsure if self.of_empty else (pl.col(self.item) != "") & unsure


def key_of(items: Sequence[ItemRule]) -> pl.Expr:
    """The key of each row: the values of the key items joined by ``|``."""
    return pl.concat_str([item.name for item in items if item.is_key], separator="|")


def checks_of(items: Sequence[ItemRule], regions_here: Collection[str], here: str) -> Iterator[Check]:
    """Every check of these items; ``regions_here`` are the region codes that exist below the prefix ``here``."""
    for item in items:
        yield from _by_type(item, pl.col(item.name))
        yield from _by_meaning(item, pl.col(item.name), regions_here, here)
    keys = [item for item in items if item.is_key]
    for item in keys:
        yield Check(item.name, "key", _fits(item, key_of(items), several=len(keys) > 1))


def _by_type(item: ItemRule, value: pl.Expr) -> Iterator[Check]:
    if item.is_required or item.is_key:
        yield Check(item.name, "required", value != "", of_empty=True)
    if item.data_type in FORMS:
        yield from _form(item, value)
    if item.length:
        yield Check(item.name, "too_long", _length(item, value) <= item.length)
    if item.codes:
        yield Check(item.name, "code_list", value.is_in(sorted(item.codes)))


def _form(item: ItemRule, value: pl.Expr) -> Iterator[Check]:
    rule, form = FORMS[item.data_type]
    passes = value.str.contains(form)
    if item.data_type == "D":
        passes &= value.str.to_date("%Y-%m-%d", strict=False).is_not_null()
    if item.data_type == "T":
        moment = value.str.replace("T", " ", literal=True)
        passes &= moment.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False).is_not_null()
    yield Check(item.name, rule, passes)


def _length(item: ItemRule, value: pl.Expr) -> pl.Expr:
    """Characters of texts, digits of numbers; dates, moments and flags have the length of their form."""
    if item.data_type in "NYBFI":
        return value.str.count_matches("[0-9]")
    return pl.lit(0) if item.data_type in "DTL" else value.str.len_chars()


def _fits(item: ItemRule, key: pl.Expr, *, several: bool) -> pl.Expr:
    fits = (key.str.len_chars() <= LONGEST_KEY) & ~key.str.contains(CONTROL)
    return fits & ~pl.col(item.name).str.contains("|", literal=True) if several else fits


def _by_meaning(item: ItemRule, value: pl.Expr, regions_here: Collection[str], here: str) -> Iterator[Check]:
    if item.meaning is Meaning.CITIZEN:
        yield Check(item.name, "citizen_number", _is_citizen_number(value), _exactly(citizen.parse))
    elif item.meaning is Meaning.CREDIT:
        yield Check(item.name, "credit_code", _is_credit_code(value), _exactly(credit_code.parse))
    elif item.meaning is Meaning.PHONE:
        yield Check(item.name, "phone", value.str.contains(PHONE))
    elif item.meaning is Meaning.REGION:
        yield Check(item.name, "region", value.is_in(sorted(regions_here)), _is_region(regions_here, here))


def _exactly(parse: Callable[[str], object]) -> Callable[[str], bool]:
    """Whether the text is the identifier as it is written, with nothing to put right: keys must meet each other."""

    def judge(text: str) -> bool:
        try:
            return str(parse(text)) == text
        except IdentifierError:
            return False

    return judge


def _is_region(regions_here: Collection[str], here: str) -> Callable[[str], bool]:
    """Whether the code is that of a region; below ``here`` of one that exists, if any is known."""
    known = {_bare(code) for code in regions_here}

    def judge(text: str) -> bool:
        if not (is_digits(text) and regions.is_valid(text)):
            return False
        return not known or not text.startswith(here) or _bare(text) in known

    return judge


def _bare(code: str) -> str:
    return regions.parse(code).code


def _is_citizen_number(value: pl.Expr) -> pl.Expr:
    """GB 11643 over a column: form, province, birthday and check character."""
    first_17 = value.str.slice(0, 17).cast(pl.Int64, strict=False)
    weighted = (first_17 // 10 ** (16 - place) % 10 * weight for place, weight in enumerate(citizen.WEIGHTS))
    provinces = sorted(regions.PROVINCES)
    born = value.str.slice(6, 8)
    return (
        value.str.contains("^[0-9]{17}[0-9X]$")
        & value.str.slice(0, 2).is_in(provinces)
        & (born >= "18000101")
        & born.str.to_date("%Y%m%d", strict=False).is_not_null()
        & (_at(citizen.CHECK_CHARACTERS, reduce(add, weighted) % 11) == value.str.slice(17, 1))
    )


def _is_credit_code(value: pl.Expr) -> pl.Expr:
    """GB 32100 over a column: form and check character, and the GB 11714 code within."""
    sum_31 = _weighted(value, 0, credit_code.WEIGHTS, credit_code.ALPHABET)
    sum_11 = _weighted(value, 8, organisation_code.WEIGHTS, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return (
        value.str.contains(f"^[{credit_code.ALPHABET}]{{2}}[0-9]{{6}}[{credit_code.ALPHABET}]{{10}}$")
        & (_at(credit_code.ALPHABET, (31 - sum_31 % 31) % 31) == value.str.slice(17, 1))
        & (_at(organisation_code.CHECK_CHARACTERS, (11 - sum_11 % 11) % 11) == value.str.slice(16, 1))
    )


def _weighted(value: pl.Expr, start: int, weights: tuple[int, ...], alphabet: str) -> pl.Expr:
    numbers = list(range(len(alphabet)))
    characters = (value.str.slice(start + place, 1) for place in range(len(weights)))
    values = (
        one.replace_strict(list(alphabet), numbers, default=None, return_dtype=pl.Int64) for one in characters
    )
    return reduce(add, (one * weight for one, weight in zip(values, weights, strict=True)))


def _at(alphabet: str, number: pl.Expr) -> pl.Expr:
    """The character at this place of the alphabet."""
    return number.replace_strict(
        list(range(len(alphabet))), list(alphabet), default=None, return_dtype=pl.String
    )
