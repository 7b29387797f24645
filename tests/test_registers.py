"""What a register takes from its model, and what all registers of the installation hold to."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model, Q
from django.utils import translation

from banyan.acts import registry
from banyan.acts.column import Column
from banyan.acts.register import Filter, Group, Register, Related, related_of, ways_of
from banyan.bodies.models import Agreement, Body, Region, Term
from banyan.desk.pages import thing
from banyan.infrastructure.models import GridTeam

REGISTERS = sorted(registry.registers, key=lambda one: one.noun)
NOUNS = [one.noun for one in REGISTERS]
HAN = re.compile(r"[\u4e00-\u9fff]")


def _register(model: type[Model], **said: Any) -> Register:
    needed: dict[str, Any] = {
        "title": "",
        "one": "",
        "about": "",
        "columns": (),
        "groups": (),
        "visible": lambda _actor: None,
    }
    return Register(model=model, **{**needed, **said})


def _starts(path: str, prefix: str) -> Q:
    return Q(**{f"{path}__startswith": prefix})


def _told(columns: tuple[Column, ...]) -> list[tuple[str, str, str]]:
    with translation.override("en"):
        return [(one.path, str(one.label), one.kind) for one in columns]


def test_a_plain_path_reads_as_its_field_says() -> None:
    made = _register(Agreement, columns=("title", "mode", "until", "body", "body.code"))
    assert _told(made.columns) == [
        ("title", "Title", "text"),
        ("get_mode_display", "Mode", "text"),
        ("until", "Until", "date"),
        ("body", "Body", "text"),
        ("body.code", "Unified social credit code", "code"),
        ("state", "State", "state"),
    ]
    with translation.override("zh-hans"):
        assert str(made.columns[0].label) == "名称"


def test_what_a_column_says_itself_stands() -> None:
    said = Column("body", "Whose", "record", sort=True, help="Why")
    assert _register(Agreement, columns=(said,)).columns[0] == said


def test_a_record_leads_on_from_a_fact_and_is_named_in_a_list() -> None:
    made = _register(Agreement, columns=("body",), groups=(Group("Parties", ("body",)),))
    assert (made.columns[0].kind, made.groups[0].facts[0].kind) == ("text", "record")


def test_a_path_that_is_no_field_needs_a_label() -> None:
    with pytest.raises(TypeError, match="no field “managing”"):
        _register(Body, columns=("managing",))
    with pytest.raises(TypeError, match="no field “mood”"):
        _register(Body, filters=("mood",))


def test_a_small_table_reads_as_the_noun_of_its_rows_says() -> None:
    table = Related("Terms", lambda _row, _actor: None, ("__str__", "since", "state"), of=Term)
    assert _told(table.columns) == [
        ("__str__", "Term", "record"),
        ("since", "Since", "date"),
        ("state", "State", "state"),
    ]


def test_rows_that_are_no_models_read_as_their_columns_say() -> None:
    table = Related(
        "Months", lambda _row, _actor: None, (Column("month", "Month", "month"), Column("n", "N"))
    )
    assert [one.kind for one in table.columns] == ["month", "text"]


def test_a_noun_is_narrowed_by_state_body_and_region_of_its_owner() -> None:
    made = _register(Term, owner="office.body", filters=("since",))
    assert [one.name for one in made.filters] == ["state", "since", "body", "region"]
    assert made.filters[2].lookup == "office__body"
    assert str(made.filters[3].condition("350100")) == str(_starts("office__body__region_code", "3501"))


def test_the_region_of_a_noun_is_that_of_its_place() -> None:
    place = registry.registers[GridTeam._meta.label_lower]
    region = next(one for one in place.filters if one.name == "region")
    assert str(region.condition("350000")) == str(_starts("region__code", "35"))


def test_a_filter_that_is_given_stands_where_it_is_given() -> None:
    own = Filter("body", "Supplier", "supplier")
    made = _register(Agreement, owner="body", filters=("mode", "state", own))
    assert [one.name for one in made.filters] == ["mode", "state", "body", "region"]
    assert (made.filters[2].label, made.filters[2].lookup) == (own.label, own.lookup)


def test_a_noun_without_a_body_has_no_filter_by_body() -> None:
    assert [one.name for one in _register(Region).filters] == ["state"]
    assert "body" not in {one.name for one in _register(Body, owner="managing").filters}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_label_reads_in_both_languages(noun: str) -> None:
    made = registry.registers[noun]
    columns = [*made.columns, *(fact for group in made.groups for fact in group.facts)]
    columns += [one for table in related_of(made) for one in table.columns]
    labels = [*((one.path, one.label) for one in columns), *((one.name, one.label) for one in made.filters)]
    for path, label in labels:
        with translation.override("zh-hans"):
            assert HAN.search(str(label)), f"{path} has no Chinese label: {label}"
        with translation.override("en"):
            assert re.match(r"[A-Z][^\u4e00-\u9fff]*$", str(label)), f"{path}: {label}"


@pytest.mark.parametrize("noun", NOUNS)
def test_the_api_has_a_name_of_its_own_for_every_small_table(noun: str) -> None:
    names = [one.name or str(one.of) for one in related_of(registry.registers[noun]) if one.name or one.of]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("noun", NOUNS)
def test_every_filter_has_a_name_of_its_own(noun: str) -> None:
    names = [one.name for one in registry.registers[noun].filters]
    assert len(set(names)) == len(names)


def test_a_way_before_acts_stands_on_the_page_of_what_they_are_done_on() -> None:
    named = [(made.noun, act) for made in REGISTERS for one in ways_of(made) for act in one.before]
    assert named
    assert [(noun, act) for noun, act in named if registry.acts[act].noun != noun] == []


def test_the_page_of_an_object_names_no_noun_and_no_act() -> None:
    names = [*NOUNS, *(act.name for act in registry.acts)]
    source = Path(thing.__file__).read_text(encoding="utf-8")
    assert [name for name in names if name in source and name != thing.STATE] == []
