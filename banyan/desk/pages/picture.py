"""What stands where in the province, drawn from every register that says where its things stand."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from banyan.acts import clock, registry
from banyan.acts.actor import Actor
from banyan.acts.register import Register
from banyan.bodies.queries import visible_regions
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.boundaries import drawn
from banyan.desk.frame import actor_of, show
from banyan.desk.shading import legend_of, shade_of, steps_up_to
from banyan.desk.shapes import Branch, Cell, Column, Dot, NavLink, Node, RegionMap, State, Table, Topology
from banyan.desk.shapes.picture import around, fanned
from banyan.desk.words import moment, value


@dataclass(frozen=True)
class Spot:
    """A region: its code to six digits, its name and level, and what it belongs to."""

    code: str
    name: str
    level: str
    parent: str


@dataclass
class Counted:
    """How many things of each register stand in each region, and how many of them are not settled."""

    everything: dict[str, Counter[str]] = field(default_factory=dict)
    unsettled: dict[str, Counter[str]] = field(default_factory=dict)

    def sums(self, codes: Iterable[str]) -> tuple[int, int]:
        """All and the unsettled of these regions, over all registers."""
        wanted = list(codes)
        return (
            sum(each[code] for each in self.everything.values() for code in wanted),
            sum(each[code] for each in self.unsettled.values() for code in wanted),
        )


@page("GET", "HEAD")
def picture(request: HttpRequest) -> HttpResponse:
    """Drawing, map and lists of what the actor may see; ``show`` narrows them to one register."""
    actor = actor_of(request)
    placed = sorted((one for one in registry.registers if one.place), key=lambda one: one.menu)
    chosen = [one for one in placed if one.path == request.GET.get("show", "")]
    level = "county" if request.GET.get("level") == "county" else "city"
    shown = chosen or placed
    opened = request.GET.get("at", "")
    lead = _way(chosen, level, "{at}")
    spots = _spots(actor)
    counted = _counted(shown, actor)
    name = str(chosen[0].title) if chosen else _("Everything")
    view = shapes.Picture(
        title=_("Where everything stands"),
        said=_("Networks, centres, platforms and channels by region; red is what is still to be settled."),
        as_of=_("As of {time}").format(time=moment(clock.now())),
        topology=_topology(name, lead, spots, counted),
        map=_map(level, lead, spots, counted),
        branches=tuple(_branches(shown, opened, spots, counted)),
        scopes=_scopes(placed, chosen, level),
        levels=tuple(
            NavLink(word, _way(chosen, at), at == level)
            for word, at in ((_("By city"), "city"), (_("By county"), "county"))
        ),
    )
    return show(request, view, view.title)


def _spots(actor: Actor) -> list[Spot]:
    rows = visible_regions(actor).filter(level__in=["province", "city", "county"]).order_by("code")
    told = rows.values_list("code", "name", "level", "parent__code")
    return [Spot(code[:6], name, level, (parent or "")[:6]) for code, name, level, parent in told]


def _counted(shown: Sequence[Register], actor: Actor) -> Counted:
    counted = Counted()
    for register in shown:
        everything, unsettled = Counter[str](), Counter[str]()
        if register.place:
            way = register.place.region
            rows = register.visible(actor).order_by().values_list(way, "state").annotate(number=Count("pk"))
            for region, state, number in rows:
                everything[region[:6]] += number
                unsettled[region[:6]] += number if state in register.place.unsettled else 0
        counted.everything[register.path] = everything
        counted.unsettled[register.path] = unsettled
    return counted


def _below(city: Spot, spots: Iterable[Spot]) -> list[Spot]:
    return [one for one in spots if one.level == "county" and one.parent == city.code]


def _words(all_of: int, unsettled: int) -> str:
    if not unsettled:
        return value(all_of, "number")
    return _("{n}, {m} to settle").format(n=value(all_of, "number"), m=value(unsettled, "number"))


def _state(all_of: int, unsettled: int) -> State:
    if unsettled:
        return State(_words(all_of, unsettled), "bad")
    return State(_words(all_of, 0) if all_of else _("none"), "good" if all_of else "quiet")


def _topology(name: str, lead: str, spots: Sequence[Spot], counted: Counted) -> Topology:
    province = [one for one in spots if one.level == "province"]
    cities = [one for one in spots if one.level == "city"]
    own = counted.sums(one.code for one in province)
    hub = Node(
        name=province[0].name if province else "",
        text=_words(*own),
        tone=_state(*own).tone,
        url=lead.format(at=province[0].code) if province else "",
    )
    nodes = tuple(
        _node((*around(number, len(cities)), city), lead, _below(city, spots), counted)
        for number, city in enumerate(cities)
    )
    return Topology(title=_("{name}: who hangs on whom").format(name=name), hub=hub, nodes=nodes)


def _node(
    standing: tuple[float, float, float, Spot], lead: str, counties: Sequence[Spot], counted: Counted
) -> Node:
    x, y, angle, city = standing
    sums = counted.sums([city.code, *(one.code for one in counties)])
    dots = []
    for place, county in enumerate(counties):
        own = counted.sums([county.code])
        at = fanned(x, y, angle, place, len(counties))
        said = f"{county.name} {_state(*own).word}"
        dots.append(Dot(x=at[0], y=at[1], tone=_state(*own).tone, said=said))
    return Node(
        name=city.name,
        text=_words(*sums),
        tone=_state(*sums).tone,
        url=lead.format(at=city.code),
        x=x,
        y=y,
        dots=tuple(dots),
    )


def _map(level: str, lead: str, spots: Sequence[Spot], counted: Counted) -> RegionMap | None:
    chart = drawn("county" if level == "county" else "city")
    if chart is None:
        return None
    city = {spot.code: spot.parent if spot.level == "county" else spot.code for spot in spots}
    each: Counter[str] = Counter()
    for spot in spots:
        if spot.level != "province":
            each[spot.code if level == "county" else city[spot.code]] += counted.sums([spot.code])[1]
    most = max(each.values(), default=0)
    steps = steps_up_to(most)
    regions = tuple(
        shapes.Region(
            code=code,
            name=name,
            text=_("{n} to settle").format(n=each[code]),
            step=shade_of(each[code], steps),
            url=lead.format(at=city.get(code, code)),
            outline=outline.path,
            at=outline.at,
        )
        for code, (name, outline) in chart.regions.items()
    )
    where = next((one.name for one in regions if most and each[one.code] == most), "")
    title = (
        _("Most is to be settled in {region}: {n}").format(region=where, n=most)
        if where
        else _("Nothing on the map is to be settled")
    )
    return RegionMap(title=title, steps=legend_of(steps), regions=regions, box=chart.box)


def _branches(
    shown: Sequence[Register], opened: str, spots: Sequence[Spot], counted: Counted
) -> Iterable[Branch]:
    """The province's own things, then each city with its counties; the one that was asked for stands open."""
    for spot in spots:
        if spot.level == "county":
            continue
        inside = [spot, *(_below(spot, spots) if spot.level == "city" else [])]
        held = [one for one in inside if counted.sums([one.code])[0]]
        yield Branch(
            anchor=f"r{spot.code}",
            name=spot.name,
            state=_state(*counted.sums(one.code for one in inside)),
            table=_table(spot.name, shown, held, counted),
            is_open=spot.code == opened if opened else spot.level == "province",
        )


def _table(caption: str, shown: Sequence[Register], inside: Sequence[Spot], counted: Counted) -> Table:
    columns = (Column(label=_("Region")), *(Column(label=str(one.title)) for one in shown))
    rows = tuple((Cell(spot.name), *(_cell(one, spot, counted) for one in shown)) for spot in inside)
    return Table(caption=caption, columns=columns, rows=rows)


def _cell(register: Register, spot: Spot, counted: Counted) -> Cell:
    all_of, unsettled = (
        counted.everything[register.path][spot.code],
        counted.unsettled[register.path][spot.code],
    )
    if not all_of:
        return Cell("—")
    query = {"region": spot.code}
    if unsettled and register.place and len(register.place.unsettled) == 1:
        query["state"] = register.place.unsettled[0]
    return Cell(_words(all_of, unsettled), f"/{register.path}/?{urlencode(query)}")


def _scopes(placed: Sequence[Register], chosen: Sequence[Register], level: str) -> tuple[NavLink, ...]:
    first = NavLink(_("Everything"), _way([], level), not chosen)
    return (first, *(NavLink(str(one.title), _way([one], level), one in chosen) for one in placed))


def _way(chosen: Sequence[Register], level: str, at: str = "") -> str:
    """The address of this page with its choices; ``at`` opens a region and leads there."""
    query = {
        **({"show": chosen[0].path} if chosen else {}),
        **({"level": level} if level == "county" else {}),
    }
    if at:
        return f"?{urlencode({**query, 'at': ''})}{at}#r{at}"
    return f"?{urlencode(query)}" if query else "?"
