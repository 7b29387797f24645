"""What every declaration in the registry must keep, checked act by act, rule by rule and state by state."""

import inspect
import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from banyan.acts import clock, registry
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM, Actor, Held
from banyan.acts.asks import Input
from banyan.acts.by import parse_by
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.governed import Governed, UnderWay, under_way
from banyan.acts.rule import Rule
from banyan.bodies.models import Office, Officer, Region
from banyan.catalogue.models import DataElement, FormField, ResourceItem
from banyan.lake.models import QuarantinedRow
from banyan.law.inforce import pack
from banyan.planning.models import PlanItem
from tests import province
from tests.monitor_cases.case import a, let
from tests.rule_cases import CASES
from tests.samples import MAKERS

ACTS: list[Act] = sorted(registry.acts, key=lambda act: act.name)
RULES: dict[str, Rule] = {rule.name: rule for act in ACTS for rule in act.rules}
OFFICES = {*Office.Kind.values, "any"}


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_an_act_names_known_norms_offices_and_states(act: Act) -> None:
    assert all(pack().holds(norm) for norm in act.under)
    assert act.by.machine or act.by.places
    assert {office for place in act.by.places for office in place.offices} <= OFFICES
    assert {*act.moves.sources, *act.moves.targets} - {"*"} <= set(act.on.State.values)
    assert act.help, "the docstring is the help on the button"
    assert act.title
    assert act.says
    if act.reverse:
        assert act.reverse in registry.acts
    if act.due:
        assert act.due.parameters
        assert all(pack().parameter(name, on=clock.today()).amount for name in act.due.parameters)
        assert not act.due.told_by or act.due.told_by in registry.monitors
        assert act.due.states <= set(act.on.State.values)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_the_words_of_an_act_exist(act: Act) -> None:
    known = {"by", "on", *act.shape.by_name}
    assert {word.split(".")[0] for word in act.words()} <= known


@pytest.mark.parametrize("act", [one for one in ACTS if one.locks], ids=lambda act: act.name)
def test_what_an_act_locks_besides_is_a_governed_object(act: Act) -> None:
    for path in act.locks:
        steps = path.split(".")
        model: Any = act.shape.by_name[steps.pop(0)].of if act.moves.creates else act.on
        for step in steps:
            model = model._meta.get_field(step).related_model
        assert issubclass(model, Governed)


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_refuses_and_lets_pass(name: str) -> None:
    rule = RULES[name]
    assert name in CASES, f"tests/rule_cases.py has no case for {name}"
    refused, lawful = CASES[name]
    refusal = rule.check(*refused)
    assert refusal is not None
    assert refusal.rule == name
    assert pack().holds(refusal.norm)
    assert str(refusal.because)
    assert str(refusal.instead)
    assert rule.check(*lawful) is None


def test_no_case_is_left_over() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize(
    "model", [m for m in apps.get_models() if issubclass(m, Governed)], ids=lambda m: m.__name__
)
def test_a_noun_has_words_tones_and_a_register_or_stands_under_one(model: type[Governed]) -> None:
    assert set(model.tones) <= set(model.State.values)
    assert inspect.getdoc(model)
    assert all(str(label) for label in model.State.labels)


def _actor(kind: str) -> Actor:
    if kind == "machine":
        return SYSTEM
    return Actor(1, "测试", (Held(1, kind, 1, "甲局", "application_unit", "province", "350000"),))


def _states(act: Act) -> list[str]:
    return [""] if act.moves.creates else list(act.on.State.values)


@pytest.mark.django_db
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_state_and_office_answers_with_an_entry_or_a_refusal_with_its_article(act: Act) -> None:
    """Without inputs: an act either refuses with an article, or asks for what is missing; it never breaks."""
    kinds = [*Office.Kind.values, "machine"]
    on: Any = None if act.moves.creates else MAKERS.get(act.noun, lambda: None)()
    if on is None and not act.moves.creates:
        pytest.fail(f"tests/samples.py makes no {act.noun}")
    for state, kind in itertools.product(_states(act), kinds):
        if on is not None:
            _put(on, state)
        assert _answers(act, _actor(kind), on)


def _answers(act: Act, actor: Actor, on: Any) -> bool:
    """Whether the act answers as it should; any other exception is the test's failure."""
    try:
        perform(act, actor, [on] if act.over and on is not None else on)
    except Refused as refused:
        return bool(refused.refusals) and all(pack().cite(one.norm, "zh") for one in refused.refusals)
    except Invalid as invalid:
        return bool(invalid.fields)
    return True


CHOOSING = [(act, one.name) for act in ACTS for one in act.shape.inputs if one.ask.choices]
TYPED = {
    "text": "示例",
    "number": 2027,
    "amount": "1",
    "date": "2027-01-01",
    "flag": False,
    "file": b"x",
    "json": {},
}
BESIDE: dict[str, Callable[[], Model]] = {
    "bodies.region": lambda: Region.objects.get(code="350100"),
    "bodies.officer": lambda: Officer.objects.latest("pk"),
    "catalogue.dataelement": lambda: let(DataElement(name="示例", data_type="C")),
    "catalogue.formfield": lambda: let(
        FormField(form=a("catalogue.collectionform"), position=1, name="示例")
    ),
    "catalogue.resourceitem": lambda: let(ResourceItem(resource=a("catalogue.resource"), position=1)),
    "lake.quarantinedrow": lambda: QuarantinedRow.objects.create(
        load=a("lake.load"), line=2, data={}, faults=[], since=clock.now()
    ),
    "planning.planitem": lambda: let(PlanItem(plan=a("planning.plan"), number="1")),
}
"""Records that are chosen and that no act is about."""


@pytest.mark.django_db
@pytest.mark.parametrize(("act", "name"), CHOOSING, ids=lambda one: getattr(one, "name", one))
def test_the_door_takes_nothing_that_the_form_does_not_offer(act: Act, name: str) -> None:
    """Asked of anybody and judged by no rule: that it stands on no list is enough."""
    on: Any = None if act.moves.creates else MAKERS[act.noun]()
    if on is not None and not act.leads_from(on.state):
        _put(on, min(act.moves.sources))
    province.load_regions()
    given = {one.name: _typed(one) for one in act.shape.inputs if one.required or one.name == name}
    shape = replace(act.shape, inputs=tuple(_without(one, given.get(one.name)) for one in act.shape.inputs))
    anybody = replace(act, by=parse_by("own : any"), rules=(), shape=shape)
    with pytest.raises(Invalid) as invalid:
        perform(anybody, _actor("head"), [on] if act.over else on, **given)
    assert name in invalid.value.fields


def _typed(one: Input) -> Any:
    if one.kind == "choice":
        return one.of.values[0]
    text = "shi.li" if one.ask.written else TYPED["text"]
    value = _record(one.of) if one.kind == "record" else text if one.kind == "text" else TYPED[one.kind]
    return [value] if one.many else value


def _record(model: type[Model]) -> Model:
    province.officer(province.body("示例局"), "head")
    return (BESIDE | MAKERS)[model._meta.label_lower]()


def _without(one: Input, value: Any) -> Input:
    """The input with its own list, less the value that is given."""
    choices = one.ask.choices
    if choices is None or one.kind != "record" or value is None:
        return one
    keys = [row.pk for row in (value if one.many else [value])]
    return replace(
        one, ask=replace(one.ask, choices=lambda on, actor: choices(on, actor).exclude(pk__in=keys))
    )


def _put(thing: Governed, state: str) -> None:
    """Let a stored object stand in this state, whatever led there."""
    with under_way(UnderWay("tests.prepare")):
        thing.state = state
        thing.save()
