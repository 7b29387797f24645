"""Writing an act down: the leaf of the acts' log, the entry beside it, and what it touched."""

import os
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import transaction

from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.asks import plain
from banyan.acts.case import Case
from banyan.acts.errors import KeyReused, Refused
from banyan.acts.governed import LISTED, UnderWay, under_way
from banyan.acts.log import acts_log
from banyan.acts.models import Entry, Proposal, Touch
from banyan.acts.rows import Later, write_entry
from banyan.acts.sentences import recorded, stored
from banyan.kit.canonical import canonical_json, digest, salted_digest
from banyan.kit.sentence import amount
from banyan.law.inforce import pack


def done(case: Case, doing: UnderWay, second: Actor | None, later: Later) -> Entry:
    """Write an act that was done, with everything that it changed; the index of that is written later."""
    changes = [[noun, key, *states] for (noun, key), states in doing.touched.items()]
    extra: dict[str, Any] = {"changes": changes if len(changes) <= LISTED else _many(changes)}
    if doing.bulk:
        extra["rows"] = doing.bulk
    names = _two_people(case, second) if second else {}
    if second:
        extra["second"] = second.officer
    entry = _write(case, Entry.Outcome.DONE, extra, words=names)
    later.insert(
        Touch,
        [
            {"entry_id": entry.pk, "noun": noun, "object_id": key, "before": before, "after": after}
            for (noun, key), (before, after) in doing.touched.items()
        ],
    )
    return entry


def refusal(case: Case, refused: Refused) -> Entry:
    """Write an attempt that the law stopped, in a transaction of its own; what was asked is not kept."""
    if any(one.unstorable for one in refused.refusals):
        case = replace(case, on=None, values={})
    reasons = [{"norm": str(one.norm), "rule": one.rule} for one in refused.refusals]
    texts = [
        {**reason, "because": stored(one.because), "instead": stored(one.instead)}
        for reason, one in zip(reasons, refused.refusals, strict=True)
    ]
    with transaction.atomic():
        return _write(case, Entry.Outcome.REFUSED, {"refusals": reasons}, texts)


def proposal(case: Case) -> Entry:
    """Write an act that waits for a second person."""
    noun, key = _object(case.on)
    with under_way(UnderWay(case.act.name)) as doing:
        made = Proposal.objects.create(
            act=case.act.name,
            noun=noun,
            object_id=key,
            given={name: plain(value) for name, value in case.values.items()},
            officer=case.actor.officer,
            officer_name=case.actor.name[:80],
            held=case.held.__dict__ if case.held else {},
            body=case.held.body if case.held else 0,
            title=recorded(case.on or "")[:200],
        )
        entry = _write(case, Entry.Outcome.PROPOSED, {"proposal": made.pk})
        Touch.objects.create(entry=entry, noun=noun, object_id=key or 0)
        doing.touched.clear()
    return entry


def own_key(actor: Actor, key: str) -> str:
    """The client's key within what this actor sends: two officers may use the same one."""
    return f"{'system' if actor.machine else actor.officer}/{key}"


def earlier(act: Act, actor: Actor, values: Mapping[str, Any], key: str) -> Entry | None:
    """The entry that this key made before; KeyReused when it was another request."""
    found = Entry.objects.filter(idempotency_key=own_key(actor, key)).first()
    if found and (found.act != act.name or found.asked_digest != _asked_digest(act, values)):
        raise KeyReused
    return found


def forget(entry: Entry) -> None:
    """Destroy the personal inputs of an entry and the salt of their digests; every proof stays valid."""
    Entry.objects.filter(pk=entry.pk).update(personal={}, salt=None)


def _asked_digest(act: Act, values: Mapping[str, Any]) -> str:
    return digest({name: plain(value) for name, value in values.items()})


def _many(changes: list[list[Any]]) -> dict[str, Any]:
    return {"count": len(changes), "digest": digest(changes)}


def _object(on: Any) -> tuple[str, int | None]:
    one = on[0] if isinstance(on, list) and on else on
    return (one._meta.label_lower, one.pk) if one is not None else ("", None)


def _two_people(case: Case, second: Actor) -> dict[str, str]:
    """Who proposed and who confirmed an act of four eyes, each with the body in whose name."""
    held = case.act.four_eyes.held(second, case.on) if case.act.four_eyes else None
    people = {"first": (case.held, case.actor), "second": (held, second)}
    return {
        role: f"{held.body_name} {one.name}" if held else one.name for role, (held, one) in people.items()
    }


def _write(
    case: Case,
    outcome: str,
    extra: Mapping[str, Any],
    texts: list[Any] | None = None,
    words: Mapping[str, str] | None = None,
) -> Entry:
    act, actor, held = case.act, case.actor, case.held
    noun, key = _object(case.on)
    refused = outcome == Entry.Outcome.REFUSED
    personal, given, digests, salt = ({}, {}, {}, None) if refused else _sort_inputs(case)
    leaf = _leaf(case, noun or act.noun, key, digests, outcome) | dict(extra)
    values = {
        "act": act.name,
        "outcome": str(outcome),
        "norm": str(act.norm),
        "pack": pack().version,
        "at": case.at,
        "officer": actor.officer,
        "officer_name": actor.name[:80],
        "office": held.kind if held else "",
        "body": held.body if held else None,
        "noun": noun or act.noun,
        "object_id": key,
        "idempotency_key": own_key(actor, case.key) if case.key else None,
        "asked_digest": _asked_digest(act, case.values) if case.key and not refused else "",
        "words": {**_words(case), **(words or {})},
        "given": given,
        "personal": personal,
        "salt": salt,
        "refusals": texts or [],
    }
    return write_entry(acts_log().pk, canonical_json(leaf), values)


def _leaf(case: Case, noun: str, key: int | None, digests: Mapping[str, str], outcome: str) -> dict[str, Any]:
    """What the log says of an act: identifiers and digests."""
    held = case.held
    return {
        "act": case.act.name,
        "actor": {
            "body": held.body if held else None,
            "office": held.office if held else None,
            "officer": case.actor.officer,
        },
        "at": case.at.isoformat(),
        "given": dict(digests),
        "law": pack().version,
        "norm": str(case.act.norm),
        "on": [noun, key],
        "outcome": str(outcome),
    }


def _sort_inputs(case: Case) -> tuple[dict[str, Any], dict[str, Any], dict[str, str], bytes | None]:
    """Personal inputs, other inputs, and the digest of each as the leaf keeps it."""
    personal: dict[str, Any] = {}
    given: dict[str, Any] = {}
    digests: dict[str, str] = {}
    salt: bytes | None = None
    for one in case.act.shape.inputs:
        value = plain(case.values.get(one.name))
        if value in (None, []):
            continue
        if one.ask.personal:
            salt = salt or os.urandom(16)
            personal[one.name] = value
            digests[one.name] = salted_digest(value, salt)
        else:
            given[one.name] = value
            digests[one.name] = digest(value)
    return personal, given, digests, salt


def _words(case: Case) -> dict[str, str]:
    """The values of the act's sentence as they read at this moment."""
    held = case.held
    roots = {"by": held.body_name if held else case.actor.name, "on": case.on}
    secret = {one.name for one in case.act.shape.inputs if one.ask.personal}
    words = {}
    for name in case.act.words():
        head, *rest = name.split(".")
        value = roots[head] if head in roots else case.values.get(head)
        for step in rest:
            value = getattr(value, step, None)
        words[name] = "…" if head in secret else _word(value)
    return words


def _word(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, list):
        names = [recorded(item) for item in value]
        return "、".join(names[:5]) + (f" … ({len(names)})" if len(names) > 5 else "")
    return amount(value) if isinstance(value, Decimal) else recorded(value)
