"""Rules of article 25.2 on what shares spare: no promise without its ground, no saving without its share."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class ItemFacts:
    """What the rules may know of a service item; ``first_days`` and ``first_visits`` are those it began with."""

    code_taken: bool
    days: int
    visits: int
    first_days: int
    first_visits: int
    share_is_in_force: bool


@rule("25.2-b")
def service_code_is_new(facts: ItemFacts, asked: Any) -> Objection | None:
    if not facts.code_taken:
        return None
    return refuse(
        say("A service item with this code is registered already."),
        instead=say("Change the one that is there, or correct the code."),
    )


@rule("25.2-b")
def promise_keeps_the_time_of_the_law(facts: ItemFacts, asked: Any) -> Objection | None:
    if asked.promised_days is None or asked.promised_days <= (asked.statutory_days or 0):
        return None
    return refuse(
        say("The promise is longer than the {n} working days of the law.", n=asked.statutory_days),
        instead=say("Promise at most what the law allows."),
    )


@rule("25.2-b")
def saving_rests_on_a_share_in_force(facts: ItemFacts, asked: Any) -> Objection | None:
    if facts.share_is_in_force:
        return None
    return refuse(
        say("No grant in force to this body is named."),
        instead=say("Ask its provider to share what the material says; once granted, name the grant."),
        fix=Fix("exchange.submit_share_request"),
    )


@rule("25.2-b")
def something_is_saved(facts: ItemFacts, asked: Any) -> Objection | None:
    days = facts.days if asked.days is None else asked.days
    visits = facts.visits if asked.visits is None else asked.visits
    if days <= facts.days and visits <= facts.visits and (days, visits) != (facts.days, facts.visits):
        return None
    return refuse(
        say("Now it takes {days} working days and {visits} visits.", days=facts.days, visits=facts.visits),
        instead=say("Name fewer days or fewer visits than now, and more of neither."),
    )


@rule("25.2-b")
def promise_returns_no_further_than_it_began(facts: ItemFacts, asked: Any) -> Objection | None:
    days, visits = asked.days or 0, asked.visits or 0
    if facts.days <= days <= facts.first_days and facts.visits <= visits <= facts.first_visits:
        return None
    return refuse(
        say(
            "It began with {days} working days and {visits} visits.",
            days=facts.first_days,
            visits=facts.first_visits,
        ),
        instead=say("Name days and visits between those of now and those it began with."),
    )
