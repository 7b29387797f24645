"""Who plays in the chapter of building, and what both of its projects go through."""

from dataclasses import dataclass
from typing import Any

from banyan.acts import clock
from banyan.bodies.models import Body
from banyan.catalogue.models import Resource
from banyan.demo.story.client import Person
from banyan.demo.story.stage import holds
from banyan.planning.models import Plan, Project

PLANS, PROJECTS, LINES = "/planning/plans", "/planning/projects", "/planning/budget-lines"


@dataclass(frozen=True)
class Cast:
    """Who plays in this chapter (人物)."""

    county: Person
    city: Person
    city_leader: Person
    office: Person
    inspector: Person
    operator: Person
    leader: Person
    builder: Person
    ignorer: Person
    organ: Person
    approver: Person
    treasurer: Person


NAMES = {
    "county": "luolijian",
    "city": "panshigui",
    "city_leader": "liuyangshan",
    "office": "gaoyanggui",
    "inspector": "heshicha",
    "operator": "yeshixing",
    "leader": "zhanglihai",
    "builder": "lailiqi",
    "ignorer": "luyangshui",
    "organ": "fangshigong",
    "approver": "tangyangshen",
    "treasurer": "hongyangjing",
}


def number_of(entry: dict[str, Any]) -> int:
    """The number of the object that an entry is about."""
    return int(entry["on"]["id"])


def filed_scheme(cast: Cast, author: Person, title: str, item: str) -> int:
    """A scheme of a provincial unit, filed and published; the number of its item."""
    given = {"kind": "scheme", "title": title, "items": f"1\t{item}\t1.1"}
    plan = number_of(author.act(f"{PLANS}/draft-plan", **given))
    author.act(f"{PLANS}/{plan}/file-plan")
    cast.office.act(f"{PLANS}/{plan}/accept-filing")
    author.act(f"{PLANS}/{plan}/publish-plan")
    return int(Plan.objects.get(pk=plan).items.get().pk)


def proposed_project(author: Person, name: str, purpose: str) -> tuple[str, int]:
    """A project as proposed: its number in words and in the register."""
    number = f"FJ-{Project.objects.count() + 1:05d}"
    given: dict[str, Any] = {"number": number, "name": name, "kind": "sensing", "mode": "self_built"}
    given |= {"purpose": purpose, "year": clock.today().year, "budget": "1000000"}
    return number, number_of(author.act(f"{PROJECTS}/propose-project", **given))


def published_resource(code: str) -> int:
    """A published resource of the body with this code."""
    unit = Body.objects.get(code=code)
    found = Resource.objects.filter(body=unit, state="published").order_by("pk").first()
    holds(found is not None, f"{unit} has no published resource")
    return found.pk if found else 0


def rest_of_the_gate(cast: Cast, number: str) -> dict[str, Any]:
    """What a project still lacks at its gate: conformity, standards, protection."""
    given = {
        "number": f"GB/T {number}",
        "title": "政务信息资源目录",
        "rank": "national",
        "about": "目录",
        "in_force_on": str(clock.today()),
    }
    standard = number_of(cast.office.act("/planning/standards/register-standard", **given))
    return {"framework_conformity": "符合总体框架", "standards": [standard], "protection": 3}


def proposed_line(author: Person, project: int) -> int:
    """A budget line for building, proposed by the unit."""
    given = {"project": project, "kind": "construction", "year": clock.today().year, "amount": "600000"}
    return number_of(author.act(f"{LINES}/propose-line", **given))


def arrange(cast: Cast, line: int) -> None:
    """The opinion with the score first, then the money."""
    cast.office.act(f"{LINES}/{line}/advise-line", opinion="同意", weighed="结合未结问题考虑")
    cast.treasurer.act(f"{LINES}/{line}/arrange-line")
