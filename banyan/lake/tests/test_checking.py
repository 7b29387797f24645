"""Every rule over columns agrees with the standard it stands for, value by value."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banyan.kit.canonical import canonical_json
from banyan.kit.identifiers import IdentifierError, citizen, credit_code, organisation_code
from banyan.lake.checking import Checked, Checker, rows_digest
from banyan.lake.faults import RULES
from banyan.lake.items import ItemRule

KEY = ItemRule("编号", "C", is_key=True)
CITIZENS = st.builds(
    lambda born, number: str(citizen.make("350102", born, number)),
    st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    st.integers(0, 999),
)
FIRMS = st.builds(
    lambda number: str(credit_code.make("91", "350100", organisation_code.make(f"{number:08}"))),
    st.integers(0, 99_999_999),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@st.composite
def slightly_wrong(draw: st.DrawFn, right: st.SearchStrategy[str]) -> str:
    """A right value, or one with a character changed, or cut short."""
    text = draw(right)
    place = draw(st.integers(0, len(text) - 1))
    put = draw(st.sampled_from("0123456789XxAZIO １-"))
    return draw(st.sampled_from([text, text[:place] + put + text[place + 1 :], text[:place]]))


def checked(items: Sequence[ItemRule], *rows: Sequence[str], checker: Checker | None = None) -> Checked:
    made = checker or Checker(items, regions_here=["350000", "350100", "350102", "350102001"], here="35")
    return made.check([item.name for item in items], list(enumerate(rows, start=2)))


def broken(item: ItemRule, value: str) -> set[str]:
    """The rules that a value breaks."""
    bad = checked([KEY, item], ["1", value]).bad
    return {fault["rule"] for row in bad for fault in row.faults}


@pytest.mark.parametrize(
    ("data_type", "right", "wrong", "rule"),
    [
        ("N", ["0", "-12.50", "007"], ["1,000", "一", "1.", ".5", "+1"], "number"),
        ("Y", ["0", "-12.5000"], ["1.23456", "￥1"], "money"),
        ("B", ["1e-5", "2.5E+10"], ["e5"], "number"),
        ("F", ["3.14"], ["3,14"], "number"),
        ("I", ["12", "-3"], ["12.0", "1e3"], "whole_number"),
        ("L", ["0", "1", "true", "是"], ["Y", "2", "真"], "logical"),
        ("D", ["2024-02-29", "1900-01-01"], ["2023-02-29", "2026/01/01", "2026-1-1", "20260101"], "date"),
        (
            "T",
            ["2026-01-01 00:00:00", "2026-01-01T23:59:59"],
            ["2026-01-01", "2026-01-01 24:00:00", "2026-01-01 10:00"],
            "moment",
        ),
    ],
)
def test_a_value_has_the_form_of_its_data_type(
    data_type: str, right: list[str], wrong: list[str], rule: str
) -> None:
    item = ItemRule("值", data_type)
    assert [value for value in ["", *right] if broken(item, value)] == []
    assert [value for value in wrong if broken(item, value) != {rule}] == []


@pytest.mark.parametrize("data_type", ["C", "M", "G"])
def test_text_may_be_anything(data_type: str) -> None:
    assert not broken(ItemRule("值", data_type), "0012 \U00020bb7\n=1+1")


@pytest.mark.parametrize(
    ("item", "value", "rules"),
    [
        (ItemRule("值", "C", is_required=True), " ", {"required"}),
        (ItemRule("值", "C", length=2), "三个字", {"too_long"}),
        (ItemRule("值", "C", length=2), "\U00020bb7田", set()),
        (ItemRule("值", "N", length=3), "-12.5", set()),
        (ItemRule("值", "N", length=3), "1234", {"too_long"}),
        (ItemRule("值", "D", length=8), "2026-01-01", set()),
        (ItemRule("值", "C", codes=frozenset({"1", "2"})), "3", {"code_list"}),
        (ItemRule("值", "C", codes=frozenset({"1", "2"})), "", set()),
        (ItemRule("联系电话", "C"), "13812345678", set()),
        (ItemRule("联系电话", "C"), "0591-87654321", set()),
        (ItemRule("联系电话", "C"), "0591-87654321转12", set()),
        (ItemRule("联系电话", "C"), "无", {"phone"}),
        (ItemRule("行政区划代码", "C"), "350102", set()),
        (ItemRule("行政区划代码", "C"), "350102000000", set()),
        (ItemRule("行政区划代码", "C"), "110101", set()),
        (ItemRule("行政区划代码", "C"), "359999", {"region"}),
        (ItemRule("行政区划代码", "C"), "３５０１０２", {"region"}),
        (ItemRule("行政区划代码", "C"), "990000", {"region"}),
    ],
)
def test_a_value_keeps_the_rules_of_its_item(item: ItemRule, value: str, rules: set[str]) -> None:
    assert broken(item, value) == rules


def refused(item: ItemRule, values: Sequence[str]) -> list[str]:
    """Which of these values break a rule, judged as one batch."""
    bad = checked([KEY, item], *([str(number), value] for number, value in enumerate(values))).bad
    return [values[row.line - 2] for row in bad]


def misspelt(parse: Callable[[str], object], value: str) -> bool:
    """Whether a value is not the identifier exactly as its standard writes it, the blanks around it left off."""
    text = value.strip()
    try:
        return bool(text) and str(parse(text)) != text
    except IdentifierError:
        return True


@settings(deadline=None)
@given(st.lists(slightly_wrong(CITIZENS), max_size=30))
def test_citizen_numbers_are_judged_as_the_standard_does(values: list[str]) -> None:
    item = ItemRule("证件号", "C", element="公民身份号码")
    assert refused(item, values) == [value for value in values if misspelt(citizen.parse, value)]


@settings(deadline=None)
@given(st.lists(slightly_wrong(FIRMS), max_size=30))
def test_credit_codes_are_judged_as_the_standard_does(values: list[str]) -> None:
    item = ItemRule("统一社会信用代码", "C")
    assert refused(item, values) == [value for value in values if misspelt(credit_code.parse, value)]


@settings(deadline=None)
@given(CITIZENS, FIRMS)
def test_right_identifiers_need_no_second_look(number: str, firm: str) -> None:
    for name, value in (("公民身份号码", number), ("统一社会信用代码", firm)):
        checker = Checker([KEY, ItemRule(name, "C")])
        checker.checks = tuple(
            replace(check, judge=lambda _: False) if check.judge else check for check in checker.checks
        )
        assert checker.check(["编号", name], [(2, ["1", value])]).bad == []


@pytest.mark.parametrize("first_17", ["35010219900230001", "35010217991231001", "99010219900101001"])
def test_a_right_check_character_is_not_enough(first_17: str) -> None:
    number = first_17 + citizen.check_digit(first_17)
    assert broken(ItemRule("公民身份号码", "C"), number) == {"citizen_number"}


def test_a_small_x_is_not_put_right_in_silence() -> None:
    assert broken(ItemRule("公民身份号码", "C"), "11010519491231002x") == {"citizen_number"}


@settings(deadline=None)
@given(st.dictionaries(TEXT, TEXT, min_size=1, max_size=5))
def test_rows_are_stored_as_canonical_json(values: dict[str, str]) -> None:
    items = [KEY, *(ItemRule(f"{name}项", "C") for name in values)]
    row = {"编号": "1", **{f"{name}项": value.strip() for name, value in values.items()}}
    good = checked(items, list(row.values())).good
    assert [data for _, _, data in good] == [canonical_json(row).decode()]


def test_blanks_around_a_value_are_no_part_of_it() -> None:
    good = checked([KEY, ItemRule("值", "C")], [" 1\u3000", "\ta b "]).good
    assert good == [("1", "", '{"值":"a b","编号":"1"}')]


def test_the_key_is_made_of_every_key_item() -> None:
    items = [ItemRule("年", "C", is_key=True), ItemRule("号", "C", is_key=True)]
    assert [key for key, _, _ in checked(items, ["2026", "01"]).good] == ["2026|01"]
    assert broken_rules(items, ["20|26", "01"]) == {"key"}
    assert broken_rules(items, ["", "01"]) == {"required"}
    assert broken_rules(items, ["2026", "0" * 120]) == {"key"}
    assert broken_rules(items, ["2026", "0\n1"]) == {"key"}


def broken_rules(items: Sequence[ItemRule], row: Sequence[str]) -> set[str]:
    return {fault["rule"] for bad in checked(items, row).bad for fault in bad.faults}


def test_the_first_good_row_keeps_its_key() -> None:
    item = ItemRule("值", "I")
    checker = Checker([KEY, item])
    first = checked([KEY, item], ["1", "x"], ["1", "2"], ["1", "3"], ["2", "4"], checker=checker)
    assert [key for key, _, _ in first.good] == ["1", "2"]
    assert [(row.line, row.faults[0]["rule"]) for row in first.bad] == [
        (2, "whole_number"),
        (4, "duplicate_key"),
    ]
    again = checked([KEY, item], ["2", "5"], ["3", "6"], checker=checker)
    assert [key for key, _, _ in again.good] == ["3"]
    assert again.bad[0].faults == [{"field": "编号", "rule": "duplicate_key", "value": "2"}]


def test_keys_are_remembered_from_batch_to_batch() -> None:
    checker = Checker([KEY])
    batches = [checked([KEY], *([key] for key in keys), checker=checker) for keys in ("12", "34", "15", "5")]
    assert [[key for key, _, _ in batch.good] for batch in batches] == [["1", "2"], ["3", "4"], ["5"], []]


def test_a_row_with_another_number_of_cells_is_not_shifted() -> None:
    items = [KEY, ItemRule("值", "C")]
    result = checked(items, ["1", "a"], ["2"], ["3", "b", "c"], ["4", "d", "", ""], [], ["", ""])
    assert [key for key, _, _ in result.good] == ["1", "4"]
    assert [(row.line, row.data, row.faults[0]["rule"]) for row in result.bad] == [
        (3, {"编号": "2", "值": ""}, "columns"),
        (4, {"编号": "3", "值": "b", "#3": "c"}, "columns"),
    ]


def test_a_bad_row_lists_every_fault() -> None:
    items = [KEY, ItemRule("年龄", "I", length=3), ItemRule("出生日期", "D", is_required=True)]
    [bad] = checked(items, ["1", "约三十岁", ""]).bad
    assert bad.faults == [
        {"field": "年龄", "rule": "whole_number", "value": "约三十岁"},
        {"field": "出生日期", "rule": "required", "value": ""},
    ]


def test_every_rule_has_its_words() -> None:
    every = [
        ItemRule(name, data_type, length=9, codes=frozenset("1"), is_key=True, is_required=True)
        for name, data_type in [
            *((f"值{data_type}", data_type) for data_type in "CNYDTLMGBIF"),
            *((name, "C") for name in ("公民身份号码", "统一社会信用代码", "联系电话", "行政区划代码")),
        ]
    ]
    assert {check.rule for check in Checker(every).checks} | {"duplicate_key", "columns"} == set(RULES)


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789-+() 转#"), max_size=16))
def test_telephone_numbers_have_five_digits_at_least(text: str) -> None:
    if text.strip() and not broken(ItemRule("联系电话", "C"), text):
        assert sum(character.isdigit() for character in text) >= 5


def test_values_stay_text() -> None:
    items = [KEY, ItemRule("代码", "C"), ItemRule("数", "N")]
    [(_, _, data)] = checked(items, ["0001", "007", "1.50"]).good
    assert json.loads(data) == {"编号": "0001", "代码": "007", "数": "1.50"}


KEYED = st.dictionaries(
    st.text("abc", min_size=1, max_size=3), st.tuples(st.text("35", max_size=3), TEXT), max_size=5
)


def digest_after_check(rows: dict[str, tuple[str, str]]) -> str:
    items = [KEY, ItemRule("行政区划代码", "M"), ItemRule("值", "C")]
    checker = Checker(items)
    checker.checks = ()
    good = checker.check(
        [item.name for item in items], [(2, [key, *values]) for key, values in rows.items()]
    ).good
    return rows_digest(sorted(good))


@settings(deadline=None)
@given(KEYED, KEYED)
def test_the_digest_changes_when_any_row_changes(
    one: dict[str, tuple[str, str]], other: dict[str, tuple[str, str]]
) -> None:
    stored = [
        {key: tuple(value.strip() for value in values) for key, values in rows.items()}
        for rows in (one, other)
    ]
    assert (digest_after_check(one) == digest_after_check(other)) == (stored[0] == stored[1])
