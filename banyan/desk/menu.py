"""The side menu: what everybody reads, what the officer's office uses, and below it every other register."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.office import registers_of
from banyan.acts.queries import owed
from banyan.acts.register import Register
from banyan.desk.shapes import NavLink, NavSection

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
FEW = 10
"""So many registers stand open in the menu; more are folded by part."""


def menu(path: str, actor: Actor) -> tuple[NavSection, ...]:
    """The menu on the page at this path: short for who has one job, everything within two clicks."""
    if not actor.offices:
        return (NavSection("", tuple(_visitor(path))),)
    mine = _mine(actor)
    others = [one for one in _listed() if one not in mine]
    if not mine or not others:
        return (_first(path, actor), *_by_part(path, mine or others))
    short = (NavSection(_("Your office"), _ways(path, mine), unfolded=True),)
    own = short if len(mine) <= FEW else _by_part(path, mine)
    return (_first(path, actor), *own, NavSection(_("Other registers"), parts=_by_part(path, others)))


def works_with(actor: Actor) -> tuple[NavSection, ...]:
    """The registers of the actor's office by part, where they are too many to stand open in the menu."""
    mine = _mine(actor)
    return _by_part("", mine) if len(mine) > FEW else ()


def _mine(actor: Actor) -> list[Register]:
    used = registers_of(actor)
    return [one for one in _listed() if one in used]


def _way(path: str, text: str, url: str, count: str = "") -> NavLink:
    return NavLink(text, url, path == url or (url != "/" and path.startswith(url)), count)


def _visitor(path: str) -> Iterable[NavLink]:
    yield _way(path, _("The Measures"), "/law")
    yield _way(path, _("Status of systems"), "/status/")
    yield from _ways(path, [one for one in _listed() if one.public])
    yield _way(path, _("Ledger logs"), "/logs/")
    yield _way(path, _("Sign in"), "/sign-in")


def _first(path: str, actor: Actor) -> NavSection:
    due = owed(actor).count()
    links = (
        _way(path, _("What I owe"), "/", str(due) if due else ""),
        _way(path, _("Overview"), "/overview/"),
        _way(path, _("Status of systems"), "/status/"),
        _way(path, _("Where everything stands"), "/picture/"),
        _way(path, _("The Measures"), "/law"),
        _way(path, _("Ledger logs"), "/logs/"),
    )
    return NavSection("", links)


def _ways(path: str, registers: Iterable[Register]) -> tuple[NavLink, ...]:
    return tuple(_way(path, str(one.title), f"/{one.path}/") for one in registers)


def _listed() -> list[Register]:
    """Every register of the menu in its order."""
    found = [one for one in registry.registers if one.menu]
    return sorted(found, key=lambda one: (PARTS.index(one.part), one.menu))


def _by_part(path: str, registers: list[Register]) -> tuple[NavSection, ...]:
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
    sections = (
        NavSection(titles[part], _ways(path, [one for one in registers if one.part == part]))
        for part in PARTS
    )
    return tuple(one for one in sections if one.links)
