"""Three clicks: whoever may do an act comes from the home page to its form, following links as a person would."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.test.utils import override_settings

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.governed import Governed, UnderWay, under_way
from banyan.bodies.models import Body, Office, Officer
from banyan.bodies.sign_in import open_account
from tests import province
from tests.samples import MAKERS
from tests.works import Cast

pytestmark = pytest.mark.django_db
MOST = 3
HOLDER = {
    "exchange.servicematerial": "item",
    "operations.protectioncontrol": "check_round",
    "planning.milestone": "project",
    "supervision.checkline": "inspection",
}
"""Whose page lists the things that have no register of their own in the menu."""
ACTS = sorted((one for one in registry.acts if one.by.places), key=lambda one: one.name)


@dataclass
class Seen(HTMLParser):
    """What a person sees of a page: each link with its clicks, one more where it is folded away, and open forms.

    The reasons that stop an act stand in the place of its button: reading them is no click.
    """

    links: dict[str, int] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    folds: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "details":
            self.folds.append("open" not in given and given.get("class") != "why-not")
        if tag == "form" and given.get("method") == "post":
            self.forms.add(given.get("action") or "")
        if tag == "a" and (href := (given.get("href") or "").split("#")[0]).startswith("/"):
            clicks = 1 + any(self.folds)
            self.links[href] = min(clicks, self.links.get(href, clicks))

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.folds.pop()


def look(client: Client, address: str) -> Seen:
    seen = Seen()
    answer = client.get(address)
    if answer.status_code == HTTPStatus.OK:
        seen.feed(answer.content.decode())
    return seen


def clicks_to(client: Client, form: str, by_way_of: list[str]) -> int | None:
    """The fewest clicks from home to a page where the form is sent; only these pages are passed, if linked."""
    reached, open_pages = {"/": 0}, ["/"]
    best = None
    while open_pages:
        page = open_pages.pop(0)
        seen = look(client, page)
        if form in seen.forms or page.partition("?")[0] == form:
            best = min(reached[page], MOST + 1 if best is None else best)
        for to, clicks in seen.links.items():
            far = reached[page] + clicks
            wanted = to.partition("?")[0] in {form, *by_way_of}
            if wanted and far <= MOST and far < reached.get(to, MOST + 1):
                reached[to] = far
                open_pages.append(to)
    return best


class People:
    """Officers of the province, signed in (经办人)."""

    def __init__(self) -> None:
        self.cast = Cast()
        self.security = province.body("省公安厅网安总队", kind="security")
        self.known: dict[tuple[int, str], Client] = {}

    def enter(self, body: Body, kind: str) -> Client:
        if (body.pk, kind) not in self.known:
            officer = Officer.objects.get(pk=province.officer(body, kind).officer or 0)
            account = open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20))
            client = self.known[body.pk, kind] = Client()
            client.force_login(account)
        return self.known[body.pk, kind]

    def who_may(self, act: Act, thing: Governed | None) -> Iterator[Client]:
        """Officers who may do the act, of the body that the object leads to or of any that fits."""
        for place in act.by.places:
            named = place.body(thing)
            anywhere = place.path == "own" or thing is None
            for body in self._bodies() if anywhere else Body.objects.filter(pk=named or 0):
                if place.demands <= {body.kind, body.level}:
                    yield from (
                        self.enter(body, kind) for kind in sorted(place.offices) or Office.Kind.values
                    )

    def _bodies(self) -> list[Body]:
        return [one for one in (*vars(self.cast).values(), self.security) if isinstance(one, Body)]


@pytest.fixture(autouse=True)
def _quick_passwords() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


def put(thing: Governed, **values: Any) -> None:
    with under_way(UnderWay("tests.prepare")):
        for name, value in values.items():
            setattr(thing, name, value)
        thing.save()


def stored(noun: str, people: People) -> Governed | None:
    """The sample of this noun, with offices of the managing department where the law asks for one."""
    thing = MAKERS[noun]() if noun in MAKERS else None
    for one in filter(None, (thing, getattr(thing, "inspection", None), getattr(thing, "order", None))):
        bodies = {kept.name for kept in one._meta.fields if kept.related_model is Body}
        for name in {"office", "issued_by"} & bodies:
            put(one, **{name: people.cast.managing})
    if thing and noun == "infrastructure.network":
        put(thing, agreement=MAKERS["bodies.agreement"]())
    return thing


def fewest(act: Act, thing: Governed | None, people: People) -> int | None:
    """The fewest clicks of the first officer who comes to the form at all."""
    register = registry.registers[act.noun]
    page = f"/{register.path}/{thing.pk}/" if thing else ""
    form = f"/{register.path}/{thing.pk}/{act.slug}/" if thing else f"/{register.path}/{act.slug}/"
    passed = [f"/{register.path}/", page, f"{page}gate/", f"{page}decide/"]
    holder = getattr(thing, HOLDER.get(act.noun, ""), None)
    if holder is not None:
        above = registry.registers[holder._meta.label_lower]
        passed += [f"/{above.path}/", f"/{above.path}/{holder.pk}/"]
    found = (clicks_to(client, form, passed) for client in people.who_may(act, thing))
    return next((one for one in found if one is not None), None)


@pytest.mark.parametrize("noun", sorted({one.noun for one in ACTS}))
def test_every_act_is_three_clicks_from_the_home_of_somebody_who_may_do_it(noun: str) -> None:
    people = People()
    acts = [one for one in ACTS if one.noun == noun]
    thing = stored(noun, people)
    far = {}
    for act in acts:
        if act.moves.creates:
            far[act.name] = fewest(act, None, people)
        elif thing is not None:
            put(thing, state=min(act.moves.sources or {thing.state}))
            far[act.name] = fewest(act, thing, people)
    assert {name: clicks for name, clicks in far.items() if clicks is None or clicks > MOST} == {}
