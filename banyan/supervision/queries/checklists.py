"""Which norms a body owes: its checklist, from the law pack in force."""

from banyan.bodies.models import Body, Level
from banyan.law.inforce import pack
from banyan.law.norms import Kind, Norm
from banyan.law.provisions import Provision

OWED = frozenset({Kind.DUTY, Kind.PROHIBITION})
KIND = Body.Kind
BY_LEVEL = {
    (KIND.MANAGING, Level.PROVINCE): "provincial_office",
    (KIND.MANAGING, Level.CITY): "city_managing_department",
    (KIND.MANAGING, Level.COUNTY): "county_managing_department",
    (KIND.APPLICATION, Level.PROVINCE): "provincial_application_unit",
}
BY_KIND = {
    KIND.GOVERNMENT: "government",
    KIND.TECHNICAL: "technical_service_unit",
    KIND.FINANCE: "finance_department",
    KIND.SECURITY: "security_department",
}
NO_UNITS = frozenset({KIND.GOVERNMENT, KIND.TECHNICAL})
"""Every other kind of body is an application unit too (article 6: State organs, institutions, social groups)."""


def roles_of(kind: str, level: str) -> frozenset[str]:
    """The roles of the law that a body of this kind and level has."""
    roles = {BY_LEVEL.get((KIND(kind), Level(level))), BY_KIND.get(KIND(kind))}
    if kind not in NO_UNITS:
        roles.add("application_unit")
    return frozenset(role for role in roles if role)


def checklist(kind: str, level: str, *, principle: str = "") -> tuple[Provision, ...]:
    """Every duty and prohibition of the pack in force that falls on such a body, in the order of the articles.

    With the norm of a ``principle`` of article 3, only those that serve it.
    """
    roles = roles_of(kind, level)
    owed = (one for one in pack().provisions.values() if one.kind in OWED and not roles.isdisjoint(one.roles))
    return tuple(one for one in owed if not principle or _serves(one.norm, Norm(principle)))


def _serves(norm: Norm, principle: Norm) -> bool:
    return any(one.norm == principle for one in pack().principles_of(norm))
