"""Rules of articles 8, 15, 17 and 22 on resources, services and editions."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.catalogue.secrecy import marked_secret
from banyan.kit.sentence import say
from banyan.kit.text import cites_law

PRICE_WORDS = ("收费", "付费", "有偿", "价格", "费用由", "按次计费", "fee", "price", "charge")


@dataclass(frozen=True)
class ResourceFacts:
    """What the rules may know of a resource."""

    sharing: str
    condition: str
    ground: str
    ground_basis: str
    secret_words: tuple[str, ...]
    items: int
    keys: int
    code_taken: bool = False
    same_name: str = ""
    body: int = 0


def _of(facts: ResourceFacts, asked: Any, name: str) -> str:
    given = getattr(asked, name, None)
    return str(given if given is not None else getattr(facts, name))


@rule("22.1-b", unstorable=True)
def no_secret_enters(facts: ResourceFacts, asked: Any) -> Objection | None:
    return marked_secret(facts.secret_words)


@rule("22.1-b")
def narrower_sharing_has_a_ground(facts: ResourceFacts, asked: Any) -> Objection | None:
    if _of(facts, asked, "sharing") != "3":
        return None
    if _of(facts, asked, "ground") and cites_law(_of(facts, asked, "ground_basis")):
        return None
    return refuse(
        say("«Not shared» needs a ground of article 22 and its legal basis."),
        instead=say(
            "Name business secret, personal privacy or another law with its article, or let it be shared."
        ),
    )


@rule("3.1-d")
def condition_is_stated(facts: ResourceFacts, asked: Any) -> Objection | None:
    if _of(facts, asked, "sharing") != "2" or _of(facts, asked, "condition"):
        return None
    return refuse(
        say("Sharing on conditions needs the condition in words."),
        instead=say("Write the condition that a consumer must meet, or share unconditionally."),
    )


@rule("22.1-a")
def sharing_is_free_of_charge(facts: ResourceFacts, asked: Any) -> Objection | None:
    words = [word for word in PRICE_WORDS if word in _of(facts, asked, "condition")]
    if not words:
        return None
    return refuse(
        say("The condition asks for money: {words}.", words="、".join(words)),
        instead=say("Information resources are shared free of charge; take the price out of the condition."),
    )


@rule("22.2-b")
def code_is_new(facts: ResourceFacts, asked: Any) -> Objection | None:
    if not facts.code_taken:
        return None
    return refuse(
        say("The code {code} belongs to another resource.", code=asked.code),
        instead=say("Give the next number of its class."),
    )


@rule("17.2-b")
def resource_is_the_only_one_of_its_name(facts: ResourceFacts, asked: Any) -> Objection | None:
    if not facts.same_name:
        return None
    return refuse(
        say("This body already has a resource of that name: {name}.", name=facts.same_name),
        instead=say("Change that one, so that each fact keeps one source."),
    )


@rule("22.2-b")
def resource_has_items_and_a_key(facts: ResourceFacts) -> Objection | None:
    if facts.items and facts.keys:
        return None
    return refuse(
        say("The resource has {items} items, {keys} of them keys.", items=facts.items, keys=facts.keys),
        instead=say("Add its items and mark at least one as the key by which rows are found."),
    )


@rule("8.1-b")
def agreement_is_of_its_body(facts: ResourceFacts, asked: Any) -> Objection | None:
    if asked.agreement is None or asked.agreement.body_id == facts.body:
        return None
    return refuse(
        say("“{agreement}” was concluded by another body.", agreement=asked.agreement.title),
        instead=say("Choose an agreement of the body that holds the resource."),
    )


@dataclass(frozen=True)
class EditionFacts:
    """What the rules may know of an edition in work."""

    lines: int
    unanswered: int
    in_work: str


@rule("22.2-b")
def edition_has_entries(facts: EditionFacts) -> Objection | None:
    if facts.lines:
        return None
    return refuse(
        say("No entry of this region is accepted or published yet."),
        instead=say("Accept the submitted entries first."),
    )


@rule("22.2-b")
def no_other_edition_is_in_work(facts: EditionFacts, asked: Any) -> Objection | None:
    if not facts.in_work:
        return None
    return refuse(
        say("{edition} is still in work.", edition=facts.in_work),
        instead=say("Publish it first, or put the new entries into it."),
    )
