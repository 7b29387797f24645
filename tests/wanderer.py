"""Somebody who does whatever comes to mind, lawful or not: random acts with random inputs, told by a seed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.apps import apps

from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.asks import Input
from banyan.acts.door import confirm, perform
from banyan.acts.errors import Invalid, NotThere, Refused
from banyan.acts.governed import Governed
from banyan.acts.models import Entry, Proposal

TODAY = date(2026, 11, 24)
LINES = {
    "milestones": ["初验\t2027-06-01\t100", "初验\t2027-06-01\t40\n终验\t2027-12-01\t60", "终验\t明年\t一半"],
    "items": ["1.1\t统一业务平台\n1.2\t数据共享", "1\t渔业业务平台\t1.1", "第一项"],
    "functions": ["渔船位置监控\n轨迹回放\n越界告警", "派车审批", "统计分析"],
}
"""What is typed where a field wants lines of its own kind: good and bad."""
WORDS = ["示例", "同意", "公备1号", "https://unit.example/api", ""]
AMOUNTS = [Decimal(0), Decimal(-1), Decimal(1), Decimal(300_000), Decimal(600_000), Decimal(1_000_000)]


class Wanderer:
    """Tries these acts as one of these people; most are refused, and some go through."""

    def __init__(self, seed: int, people: Sequence[Actor], acts: Iterable[Act]) -> None:
        self.dice = Random(seed)
        self.people = [*people, SYSTEM]
        self.acts = sorted((one for one in acts if not _for_programs(one)), key=lambda one: one.name)
        self.nouns = {one.on for one in self.acts}

    def step(self) -> Entry | None:
        """One attempt: the entry when it went through, None when it was refused."""
        if self.dice.random() < 0.05 and (proposal := self._any(Proposal)):
            return self._try(lambda: confirm(proposal, self.dice.choice(self.people)))
        act, on = self._act()
        if not act.moves.creates and on is None:
            return None
        actor = self._actor(act, on)
        given = {one.name: self._value(one, on, actor) for one in act.shape.inputs}
        target = [on.pk] if act.over and on else on.pk if on else None
        return self._try(
            lambda: perform(
                act, actor, target, **{name: value for name, value in given.items() if value != []}
            )
        )

    def _try(self, attempt: Any) -> Entry | None:
        try:
            entry: Entry = attempt()
        except (Refused, Invalid, NotThere):
            return None
        return entry if entry.outcome == Entry.Outcome.DONE else None

    def _act(self) -> tuple[Act, Governed | None]:
        """An act, mostly one that the state of some object allows."""
        if self.dice.random() < 0.25:
            act = self.dice.choice(self.acts)
            return act, None if act.moves.creates else self._any(act.on)
        thing = self._any(self.dice.choice(sorted(self.nouns, key=lambda one: one._meta.label_lower)))
        fitting = [
            one
            for one in self.acts
            if thing is not None
            and one.on is type(thing)
            and not one.moves.creates
            and one.leads_from(thing.state)
        ]
        if thing is None or not fitting:
            return self.dice.choice([one for one in self.acts if one.moves.creates]), None
        return self.dice.choice(fitting), thing

    def _actor(self, act: Act, on: Any) -> Actor:
        """Somebody, mostly one whose office may do the act."""
        able = [one for one in self.people if act.by.held(one, on)]
        return self.dice.choice(able if able and self.dice.random() < 0.85 else self.people)

    def _any(self, model: Any) -> Any:
        rows = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
        return model._default_manager.get(pk=self.dice.choice(rows)) if rows else None

    def _value(self, one: Input, on: Any, actor: Actor) -> Any:
        if not one.required and self.dice.random() < 0.25:
            return None
        if one.many:
            return [
                value
                for _ in range(self.dice.randint(1, 2))
                if (value := self._one(one, on, actor)) is not None
            ]
        return self._one(one, on, actor)

    def _one(self, one: Input, on: Any, actor: Actor) -> Any:
        if one.name in LINES:
            return self.dice.choice(LINES[one.name])
        if one.kind == "record":
            return self._record(one, on, actor)
        if one.kind == "choice":
            return self.dice.choice(one.of.values)
        return {
            "text": self.dice.choice(WORDS) or (f"N{self.dice.randint(1, 10**6)}" if one.required else ""),
            "number": self.dice.choice([-1, 0, 1, 3, 5, 60, 2027]),
            "amount": self.dice.choice(AMOUNTS),
            "date": TODAY + timedelta(days=self.dice.choice([-400, -30, 0, 30, 400])),
            "flag": self.dice.random() < 0.5,
        }[one.kind]

    def _record(self, one: Input, on: Any, actor: Actor) -> Any:
        """A record, mostly one that the form would offer."""
        if one.ask.choices and self.dice.random() < 0.85:
            offered = [getattr(row, "pk", row) for row in one.ask.choices(on, actor)[:50]]
            return self.dice.choice(offered) if offered else None
        found = self._any(one.of)
        return found.pk if found else None


def _for_programs(act: Act) -> bool:
    """Whether it takes what no person types: a program makes it well-formed."""
    return any(one.kind in {"file", "json"} for one in act.shape.inputs)


def states() -> dict[tuple[str, int], str]:
    """The state of every governed object, as the database has it."""
    return {
        (model._meta.label_lower, pk): state
        for model in apps.get_models()
        if issubclass(model, Governed)
        for pk, state in model._default_manager.values_list("pk", "state")
    }
