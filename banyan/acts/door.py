"""The one door: every governed change goes through ``perform`` and there is no second way to write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction

from banyan.acts import clock, duties, record, registry
from banyan.acts.act import Act, Asked
from banyan.acts.actor import Actor, Held
from banyan.acts.asks import read
from banyan.acts.by import By
from banyan.acts.case import Case
from banyan.acts.defence import is_taken, open_gate
from banyan.acts.directory import directory
from banyan.acts.errors import Invalid, Nested, NotThere, Refused, Taken
from banyan.acts.governed import Governed, UnderWay, current, under_way
from banyan.acts.listed import hidden, unlisted
from banyan.acts.locking import On, lock, lock_along, lock_proposal
from banyan.acts.models import Entry, Proposal
from banyan.acts.refusal import Refusal
from banyan.acts.rows import Later
from banyan.acts.secrecy import marked
from banyan.acts.sentences import who, worded
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

LONGEST_KEY = 100
"""So many characters an idempotency key has at most; with whose it is before it, it fits its column."""


@dataclass(frozen=True)
class Second:
    """The second person of a four-eyes act and the proposal that they confirm."""

    actor: Actor
    proposal: Proposal


@dataclass(frozen=True)
class Call:
    """What ``perform`` was called with, its inputs read."""

    act: Act
    actor: Actor
    on: On
    values: Mapping[str, Any]
    at: datetime
    key: str | None
    second: Second | None


def perform(
    act: Act,
    actor: Actor,
    on: On = None,
    *,
    key: str | None = None,
    second: Second | None = None,
    **given: Any,
) -> Entry:
    """Do the act and return its entry.

    Judges every rule, changes the state and writes the ledger in one transaction. With the same ``key`` the same
    entry answers. An act of four eyes returns a proposal's entry until ``second`` confirms it.
    Raises Refused with every reason at once (the attempt is on record), Invalid, NotThere or KeyReused.
    """
    if current() is not None:
        raise Nested(f"{act.name} was begun inside an act.")
    if key and (len(key) > LONGEST_KEY or "\0" in key):
        raise Invalid({"": say("An idempotency key has at most {longest} characters.", longest=LONGEST_KEY)})
    values, faults = read(act.shape, given)
    if faults:
        raise Invalid(faults)
    call = Call(act, actor, on, values, clock.now(), key, second)
    try:
        with transaction.atomic(durable=True):
            return _inside(call)
    except Refused as refused:
        if earlier := _earlier(call):
            return earlier
        refused.entry = record.refusal(_refused_case(call), refused).pk
        raise
    except SentenceError as fault:
        raise Invalid({"": fault.sentence}) from fault
    except IntegrityError as clash:
        if earlier := _earlier(call):
            return earlier
        if not is_taken(clash):
            raise
        raise Taken from clash


def _earlier(call: Call) -> Entry | None:
    """What the call's key made before; of two calls at once, the later one finds it only when it was judged."""
    return record.earlier(call.act, call.actor, call.values, call.key) if call.key else None


def confirm(proposal: Proposal, actor: Actor) -> Entry:
    """Do a proposed act as its second person (复核), while the first still holds the office; the entry names both."""
    if proposal.state != Proposal.State.WAITING:
        raise NotThere
    act = registry.acts[proposal.act]
    first = directory().officer(proposal.officer)
    given = {name: _stored(act, name, value) for name, value in proposal.given.items() if value is not None}
    return perform(act, first, proposal.object_id, second=Second(actor, proposal), **given)


def _stored(act: Act, name: str, value: Any) -> Any:
    """A stored input as ``read`` takes it: records by their number."""
    if act.shape.by_name[name].kind != "record":
        return value
    keys = [int(one.rpartition("/")[2]) for one in (value if isinstance(value, list) else [value])]
    return keys if isinstance(value, list) else keys[0]


def _inside(call: Call) -> Entry:
    act, actor, second = call.act, call.actor, call.second
    if earlier := _earlier(call):
        return earlier
    thing = lock(act, call.on)
    if second:
        lock_proposal(second.proposal)
    for path in act.locks:
        lock_along(path, thing, call.values)
    case = _judged(call, thing)
    open_gate(connection, act.name)
    if act.four_eyes:
        if second is None:
            return record.proposal(case)
        _second_is_another(act, act.four_eyes, actor, second.actor, thing)
    with under_way(UnderWay(act.name, act.on if act.moves.creates else None, act.moves.to)) as doing:
        case = _change(case)
        if second:
            second.proposal.state = Proposal.State.CONFIRMED
            second.proposal.save()
        later = Later()
        entry = record.done(case, doing, second.actor if second else None, later)
        duties.settle(duties.Settling(case, entry, later), doing)
        later.send()
    return entry


def _judged(call: Call, thing: Any) -> Case:
    """The case, when nothing stands against it; what the actor may not see is judged by no rule, which would tell."""
    act, actor, values = call.act, call.actor, call.values
    held = act.by.held(actor, thing)
    asked = Asked(values, by=held, actor=actor, at=call.at)
    faults = {} if actor.machine else unlisted(act.shape, values, thing, actor)
    unseen = hidden(act.shape, values, faults, actor)
    office = lacks_office(act, held, thing) if unseen else None
    refusals = [] if unseen else judge(act, actor, thing, asked)
    if office:
        refusals.append(replace(office, unstorable=True))
    if not any(one.unstorable for one in refusals) and (secret := marked(values)):
        refusals.append(secret)
    if refusals:
        raise Refused(act.name, refusals)
    if faults:
        raise Invalid(faults)
    return Case(act, actor, held, thing, asked, values, call.at, call.key)


def judge(
    act: Act,
    actor: Actor,
    on: Any,
    asked: Asked,
    *,
    preconditions: bool = False,
    known: dict[Any, Any] | None = None,
) -> list[Refusal]:
    """Every refusal against the act: office, state, then the rules; only state and preconditions when so asked.

    ``known`` keeps the facts for the next act on the same object that asks for the same ones.
    """
    office = None if preconditions else lacks_office(act, asked.by, on)
    refusals = [refusal for refusal in (office, _state(act, on)) if refusal]
    if refusals and any(refusal.rule == "acts.state_allows_it" for refusal in refusals):
        return refusals
    rules = [one for one in act.rules if one.precondition or not preconditions]
    facts = _facts(act, on, asked, {} if known is None else known) if rules else None
    refusals.extend(refusal for one in rules if (refusal := one.check(facts, asked)))
    return refusals


def _facts(act: Act, on: Any, asked: Asked, known: dict[Any, Any]) -> Any:
    if act.facts is None:
        return None
    key = (act.facts, asked.by)
    if key not in known:
        known[key] = act.facts(on, asked)
    return known[key]


def _any_office(actor: Actor) -> Held | None:
    return actor.offices[0] if actor.offices else None


def lacks_office(act: Act, held: Held | None, on: Any) -> Refusal | None:
    """The refusal of somebody who holds no office that may do the act on this object."""
    if held:
        return None
    return Refusal(
        act.norm,
        "acts.office_may",
        say("Your office may not do this."),
        say("It is done by {who}.", who=who(act.by, on)),
    )


def _state(act: Act, on: Any) -> Refusal | None:
    things = on if isinstance(on, list) else [on] if on is not None else []
    for thing in things:
        if not act.leads_from(thing.state):
            return Refusal(
                act.norm,
                "acts.state_allows_it",
                say(
                    "The state of “{on}” is “{state}”.", on=str(thing), state=worded(thing.State(thing.state))
                ),
                say(
                    "This can be done only while its state is “{states}”.",
                    states=" / ".join(str(thing.State(state).label) for state in sorted(act.moves.sources)),
                ),
            )
    return None


def _second_is_another(act: Act, four_eyes: By, actor: Actor, second: Actor, on: Any) -> None:
    problem = None
    if second.officer == actor.officer:
        problem = say("The same person cannot confirm what they proposed.")
    elif not four_eyes.held(second, on):
        problem = say("Your office may not confirm this.")
    if problem:
        instead = say("Ask another person: {who}.", who=who(four_eyes, on))
        raise Refused(act.name, [Refusal(act.norm, "acts.second_person_confirms", problem, instead)])


def _change(case: Case) -> Case:
    act, at = case.act, case.at
    reserved = {"by": case.held, "at": at, "actor": case.actor}
    extra = {name: reserved[name] for name in act.shape.reserved}
    if act.moves.creates:
        made = act.change(**case.values, **extra)
        return Case(act, case.actor, case.held, made, case.asked, case.values, at, case.key)
    act.change(case.on, **case.values, **extra)
    for thing in case.things():
        _move(act, thing)
    return case


def _move(act: Act, thing: Governed) -> None:
    if act.moves.to:
        thing.state = act.moves.to
    elif act.moves.targets and thing.state not in act.moves.targets:
        raise RuntimeError(f"{act.name} left {thing!r} in {thing.state!r}, not in {act.moves.targets}.")
    if thing.pk is not None:
        thing.save()


def _refused_case(call: Call) -> Case:
    on = call.on
    one = on[0] if isinstance(on, Sequence) and on else on
    held = _any_office(call.actor)
    thing = call.act.on._default_manager.filter(pk=one).first() if isinstance(one, int) else one
    asked = Asked(call.values, by=held, actor=call.actor, at=call.at)
    return Case(call.act, call.actor, held, thing, asked, call.values, call.at)
