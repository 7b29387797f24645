"""Two law packs beside each other, norm by norm; which two, which day and which rows live in the address."""

from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from banyan.acts import clock
from banyan.acts.errors import Invalid
from banyan.acts.reading import number_in
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import show
from banyan.desk.pages.compared import table_of, told_of
from banyan.desk.shapes import Empty, Field, Form, Link, NavLink, Option, State
from banyan.desk.words import lang
from banyan.law.compare import Compared, Difference, compare
from banyan.law.inforce import pack
from banyan.law.pack import Pack
from banyan.law.shelf import names, on_shelf, two_on_shelf

PAGE = 40


@page("GET", "HEAD", public=True)
def comparison(request: HttpRequest) -> HttpResponse:
    """``?a=PACK&b=PACK`` names the two, ``on`` the day of the clocks, ``show`` which rows, ``page`` which page."""
    here, there, on = asked(request.GET)
    rows = compare(here, there, on)
    shown = request.GET.get("show", "different")
    chosen = [row for row in rows if _is_shown(row, shown)]
    at = number_in(request.GET, "page") or 1
    at = min(at, -(-len(chosen) // PAGE) or 1)
    base = {"a": here.id, "b": there.id, "on": on.isoformat()}
    view = shapes.Register(
        title=_("Law packs compared"),
        said=_("The same norm in two packs: where it stands, its words, whom it binds, its clocks."),
        choice=_choice(here, there, on),
        told=(told_of(here, _("Pack A")), told_of(there, _("Pack B"))),
        sums=_sums(rows),
        views=_views(rows, shown, base),
        table=table_of(chosen[(at - 1) * PAGE : at * PAGE], whole=shown == "all"),
        size=_("{n} norms, page {at} of {pages}").format(
            n=len(chosen), at=at, pages=-(-len(chosen) // PAGE) or 1
        ),
        previous=_turn(base, shown, at - 1) if at > 1 else "",
        next=_turn(base, shown, at + 1) if at * PAGE < len(chosen) else "",
        exports=(Link("JSON", f"/api/v1/law/compare?{urlencode(base)}"),),
        empty=Empty(
            what=_("Norms in which the two packs differ."), why=_("In this the two packs do not differ.")
        ),
    )
    return show(request, view, view.title, trail=(Link(_("The Measures"), "/law"),))


def asked(given: QueryDict) -> tuple[Pack, Pack, date]:
    """The two packs and the day of an address: the one in force, another one and today where it names none."""
    first = given.get("a") or pack().id
    second = given.get("b") or next((one for one in names() if one != first), first)
    found, faults = two_on_shelf(first, second, given.get("on") or "", clock.today())
    if found is None:
        raise Invalid(faults)
    return found


def _choice(here: Pack, there: Pack, on: date) -> Form:
    def packs(name: str, label: str, chosen: Pack) -> Field:
        options = tuple(
            Option(value=one, label=on_shelf(one).title(lang()), help=one, chosen=one == chosen.id)
            for one in names()
        )
        return Field(name=name, label=label, kind="choice", options=options)

    return Form(
        key="choice",
        title=_("Choose two packs"),
        url="/law/compare",
        button=_("Compare"),
        fields=(
            packs("a", _("Pack A"), here),
            packs("b", _("Pack B"), there),
            Field(name="on", label=_("Clocks of the day"), kind="date", value=on.isoformat()),
        ),
    )


def _is_shown(row: Compared, shown: str) -> bool:
    if shown == "all":
        return True
    return bool(row.differences) if shown == "different" else shown in row.differences


def _views(rows: list[Compared], shown: str, base: dict[str, str]) -> tuple[NavLink, ...]:
    words = {
        "different": _("Different"),
        Difference.HERE.value: _("Only in A"),
        Difference.THERE.value: _("Only in B"),
        Difference.ARTICLE.value: _("Other article"),
        Difference.WORDS.value: _("Other words"),
        Difference.ROLES.value: _("Other offices"),
        Difference.CLOCKS.value: _("Other clocks"),
        "all": _("All norms"),
    }
    return tuple(
        NavLink(word, _turn(base, key, 1), key == shown, str(sum(_is_shown(row, key) for row in rows)))
        for key, word in words.items()
    )


def _turn(base: dict[str, str], shown: str, at: int) -> str:
    return "?" + urlencode({**base, "show": shown, **({"page": str(at)} if at > 1 else {})})


def _sums(rows: list[Compared]) -> tuple[State, ...]:
    sides = [side for row in rows for side in (row.here, row.there) if side]
    unsettled = sum(not side.provision.certainty.settled for side in sides)
    same = sum(not row.differences for row in rows)
    return (
        State(_("{n} norms the same").format(n=same), "good"),
        State(_("{n} norms differ").format(n=len(rows) - same), "info"),
        State(_("{n} wordings not settled").format(n=unsettled), "warn" if unsettled else "quiet"),
    )
