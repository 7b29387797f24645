"""The frame around every page: who works here, where one can go, and the notice of what was just done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.actor import ANYONE, Actor
from banyan.acts.directory import directory
from banyan.acts.models import Entry
from banyan.acts.queries import owed
from banyan.acts.sentences import entry_sentence
from banyan.desk.assets import asset
from banyan.desk.shapes import Actor as ActorShape
from banyan.desk.shapes import (
    Assets,
    Choice,
    Done,
    Link,
    NavLink,
    NavSection,
    Page,
    Stopped,
    Switch,
    Theme,
    View,
)
from banyan.desk.words import lang
from banyan.law.inforce import pack

PARTS = (
    "exchange",
    "catalogue",
    "lake",
    "planning",
    "infrastructure",
    "operations",
    "supervision",
    "acts",
    "bodies",
)


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
    stopped: Stopped | None = None,
    scripts: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """The whole page."""
    actor = actor_of(request)
    page = Page(
        title=title,
        lang=lang(),
        place=_("Fujian Province"),
        home="/",
        assets=Assets(
            css=asset("desk.css"),
            scripts=tuple(asset(name) for name in ("desk.js", *scripts)),
            icon=asset("banyan.svg"),
        ),
        theme=_theme(request),
        csrf=get_token(request),
        trail=trail,
        nav=_nav(request, actor),
        actor=_actor(actor),
        find="/find" if actor.offices else "",
        languages=_languages(),
        themes=_themes(request),
        done=_done(request),
        stopped=stopped,
        footer=(
            Link(_("The Measures"), "/law"),
            Link(_("Ledger logs"), "/logs/"),
            Link("API", "/api/v1/openapi.json"),
        ),
    )
    return render(request, view.template, {"page": page, "view": view}, status=status)


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
    offices = "、".join(_(one.kind.replace("_", " ")) for one in actor.offices)
    return ActorShape(name=actor.name, office=offices, body=held.body_name, sign_out="/sign-out")


def _nav(request: HttpRequest, actor: Actor) -> tuple[NavSection, ...]:
    def way(text: str, url: str, count: str = "") -> NavLink:
        here = request.path == url or (url != "/" and request.path.startswith(url))
        return NavLink(text, url, here, count)

    if not actor.offices:
        return (
            NavSection(
                "",
                (
                    way(_("The Measures"), "/law"),
                    way(_("Status of systems"), "/status/"),
                    *(way(str(one.title), f"/{one.path}/") for one in registry.registers if one.public),
                    way(_("Ledger logs"), "/logs/"),
                    way(_("Sign in"), "/sign-in"),
                ),
            ),
        )
    due = owed(actor).count()
    first = NavSection(
        "",
        (
            way(_("What I owe"), "/", str(due) if due else ""),
            way(_("Overview"), "/overview/"),
            way(_("Status of systems"), "/status/"),
            way(_("Where everything stands"), "/picture/"),
            way(_("The Measures"), "/law"),
            way(_("Ledger logs"), "/logs/"),
        ),
    )
    return (first, *_parts(way))


def _parts(way: Any) -> tuple[NavSection, ...]:
    titles = {
        "exchange": _("Data sharing"),
        "catalogue": _("Catalogues"),
        "lake": _("Holdings"),
        "bodies": _("Bodies"),
        "planning": _("Planning and funds"),
        "infrastructure": _("Infrastructure"),
        "operations": _("Operation"),
        "supervision": _("Supervision"),
        "acts": _("Findings and duties"),
    }
    sections = []
    for part in PARTS:
        mine = sorted((one for one in registry.registers if one.part == part), key=lambda one: one.menu)
        links = tuple(way(str(one.title), f"/{one.path}/") for one in mine if one.menu)
        if links:
            sections.append(NavSection(titles[part], links))
    return tuple(sections)


def _done(request: HttpRequest) -> Done | None:
    """The act that was just done, told once."""
    number = request.GET.get("done", "")
    entry = Entry.objects.filter(pk=number).first() if number.isdigit() else None
    if entry is None or entry.officer != actor_of(request).officer or entry.officer is None:
        return None
    return Done(
        sentence=entry_sentence(entry, _),
        entry=Link(_("Ledger entry {number}").format(number=entry.pk), f"/entries/{entry.pk}/"),
    )


def measures_title() -> str:
    """The name of the law in force."""
    return pack().title(lang())
