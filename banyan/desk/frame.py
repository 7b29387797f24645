"""The frame around every page: who works here, where one can go, and the notice of what was just done."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext as _

from banyan.acts.actor import ANYONE, Actor
from banyan.acts.directory import directory
from banyan.acts.models import Entry
from banyan.desk.assets import asset
from banyan.desk.menu import menu
from banyan.desk.shapes import Actor as ActorShape
from banyan.desk.shapes import (
    Assets,
    Choice,
    Done,
    Link,
    Page,
    Stopped,
    Switch,
    Theme,
    View,
)
from banyan.desk.words import lang, told
from banyan.kit.numbers import whole
from banyan.kit.sentence import listed
from banyan.law.inforce import pack


def actor_of(request: HttpRequest) -> Actor:
    """Who is signed in, with the offices held today."""
    account = getattr(request, "user", None)
    if account is None or not account.is_authenticated:
        return ANYONE
    if not hasattr(request, "banyan_actor"):
        request.banyan_actor = directory().actor(account)  # type: ignore[attr-defined]  # kept for this request
    return request.banyan_actor  # type: ignore[attr-defined, no-any-return]  # set above


def show(
    request: HttpRequest,
    view: View,
    title: str,
    *,
    trail: tuple[Link, ...] = (),
    done: Sequence[Entry] = (),
    stopped: Sequence[Stopped] = (),
    scripts: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """The whole page; ``done`` is told besides what the address says was done."""
    actor = actor_of(request)
    page = Page(
        title=title,
        lang=lang(),
        place=directory().province(),
        home="/",
        assets=Assets(
            css=asset("desk.css"),
            scripts=tuple(asset(name) for name in ("desk.js", *scripts)),
            icon=asset("banyan.svg"),
        ),
        theme=_theme(request),
        csrf=get_token(request),
        trail=trail,
        nav=menu(request.path, actor),
        actor=_actor(actor),
        find="/find" if actor.offices else "",
        languages=_languages(),
        themes=_themes(request),
        done=_done(request, done),
        stopped=tuple(stopped),
        footer=_footer(),
    )
    return render(request, view.template, {"page": page, "view": view}, status=status)


def _footer() -> tuple[Link, ...]:
    return (
        Link(_("The Measures"), "/law"),
        Link(_("Ledger logs"), "/logs/"),
        Link("API", "/api/v1/openapi.json"),
    )


def _languages() -> Switch:
    choices = (
        Choice("中文", "zh-hans", lang() != "en", "zh-Hans"),
        Choice("English", "en", lang() == "en", "en"),
    )
    return Switch(label=_("Language"), name="language", url="/language", choices=choices)


def _themes(request: HttpRequest) -> Switch:
    words = ((_("As the system"), ""), (_("Light"), "light"), (_("Dark"), "dark"))
    chosen = _theme(request)
    choices = tuple(Choice(word, value, value == chosen) for word, value in words)
    return Switch(label=_("Appearance"), name="theme", url="/theme", choices=choices)


def _theme(request: HttpRequest) -> Theme:
    chosen = request.COOKIES.get("theme", "")
    return chosen if chosen in ("light", "dark") else ""  # type: ignore[return-value]  # one of the literal


def _actor(actor: Actor) -> ActorShape | None:
    if not actor.offices:
        return None
    held = actor.offices[0]
    offices = listed((_(one.kind.replace("_", " ")) for one in actor.offices), lang())
    return ActorShape(
        name=actor.name, office=offices, body=held.body_name, account="/account/", sign_out="/sign-out"
    )


def _done(request: HttpRequest, entries: Sequence[Entry]) -> tuple[Done, ...]:
    """The acts that were just done, told once."""
    numbers = [number for text in request.GET.get("done", "").split(",") if (number := whole(text))]
    officer = actor_of(request).officer
    if numbers and officer is not None:
        entries = [*Entry.objects.filter(pk__in=numbers, officer=officer).order_by("pk"), *entries]
    return tuple(
        Done(
            sentence=told(entry),
            entry=Link(_("Ledger entry {number}").format(number=entry.pk), f"/entries/{entry.pk}/"),
        )
        for entry in entries
    )


def measures_title() -> str:
    """The name of the law in force."""
    return pack().title(lang())
