"""Entering a checked row through the act of its kind, and what the one door has against it."""

from collections.abc import Iterable
from typing import Any

from banyan.acts import clock
from banyan.acts.act import Asked
from banyan.acts.actor import Actor
from banyan.acts.asks import read
from banyan.acts.door import judge, perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.listed import unlisted
from banyan.acts.refusal import Refusal
from banyan.acts.sentences import stored
from banyan.infrastructure.inventory.checking import Fault
from banyan.infrastructure.inventory.sheets import CODE, Sheet, bodies_by_code
from banyan.kit.sentence import Sentence, say


def given_by(sheet: Sheet, data: dict[str, str]) -> dict[str, Any]:
    """What the act of this kind is asked with."""
    return {**sheet.given(data), "body": bodies_by_code({data[CODE]}).get(data[CODE])}


def enter(actor: Actor, sheet: Sheet, data: dict[str, str], key: str) -> list[Fault]:
    """Enter a row; none, or what the one door has against it."""
    given = given_by(sheet, data)
    try:
        perform(sheet.act, actor, key=key, **given)
    except Refused as refused:
        return _refused(refused.refusals)
    except Invalid as invalid:
        return _unreadable(invalid.fields)
    return []


def objections(sheet: Sheet, data: dict[str, str], actor: Actor) -> list[Fault]:
    """What the one door would have against entering this row, without trying."""
    values, faults = read(sheet.act.shape, given_by(sheet, data))
    if faults:
        return _unreadable(faults)
    asked = Asked(values, by=sheet.act.by.held(actor, None), actor=actor, at=clock.now())
    refusals = judge(sheet.act, actor, None, asked)
    return _refused(refusals) or _unreadable(unlisted(sheet.act.shape, values, None, actor))


def _refused(refusals: Iterable[Refusal]) -> list[Fault]:
    return [
        {
            "field": "",
            "rule": one.rule,
            "value": str(one.norm),
            "because": stored(say("{fact} {way}", fact=one.because, way=one.instead)),
        }
        for one in refusals
    ]


def _unreadable(fields: dict[str, Sentence]) -> list[Fault]:
    return [
        {"field": name, "rule": "invalid", "value": "", "because": stored(sentence)}
        for name, sentence in fields.items()
    ]
