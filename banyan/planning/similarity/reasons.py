"""Why two functions do the same (相似理由), in sentences for people."""

from collections.abc import Iterable

from banyan.kit.sentence import Sentence, say
from banyan.planning.similarity.agreement import Pair
from banyan.planning.similarity.reading import Phrase
from banyan.planning.similarity.sides import Side
from banyan.planning.similarity.words import lexicon

SHOWN = 3


def reason(asked: Side, other: Side, pair: Pair) -> Sentence:
    """The sentence for a pair of functions."""
    one, two = asked.entry.functions[pair.ours], other.entry.functions[pair.theirs]
    if one.text == two.text:
        return say("The same function in the same words.")
    things = _shared((*one.things, *one.carriers), (*two.things, *two.carriers), one)
    actions = _shared(one.actions, two.actions, one)
    if things and actions:
        return say(
            "The same business ({things}) and the same action ({actions}).", things=things, actions=actions
        )
    if things and one.actions and two.actions:
        return say(
            "The same business ({things}); {one} and {two} go together.",
            things=things,
            one=_first(one),
            two=_first(two),
        )
    if things:
        return say("The same business ({things}).", things=things)
    return _about_the_whole(asked, other, actions)


def _about_the_whole(asked: Side, other: Side, actions: str) -> Sentence:
    whole = sorted(
        (concept for concept in asked.business if concept in other.business),
        key=lambda concept: (-asked.business[concept] * other.business[concept], concept),
    )
    known = [concept for concept in whole if not concept.startswith("~")]
    things = "、".join(dict.fromkeys(concept.lstrip("~") for concept in (known or whole)[:SHOWN]))
    if things and actions:
        return say(
            "The same action ({actions}) on the business of both ({things}).", actions=actions, things=things
        )
    if things:
        return say("Kindred functions on the business of both ({things}).", things=things)
    return say("Kindred functions.")


def _shared(ours: Iterable[str], theirs: Iterable[str], one: Phrase) -> str:
    near, other = lexicon().near, set(theirs)
    shared = [
        concept for concept in ours if concept in other or any(kin in other for kin in near.get(concept, ()))
    ]
    return "、".join(dict.fromkeys(one.words[concept] for concept in shared[:SHOWN]))


def _first(one: Phrase) -> str:
    return one.words[one.actions[0]]
