"""What the system does about each norm of the pack: its mechanisms from the registry, counts from the ledger."""

from collections import Counter, defaultdict

from django.db.models import Count

from banyan.acts import registry
from banyan.acts.models import Entry, Finding
from banyan.law.coverage import CoverageRow, Mechanism, MechanismKind, coverage
from banyan.law.inforce import pack
from banyan.law.norms import Norm

registry.carries("definition", "law.parameters", "1.1-c")
registry.carries("definition", "law.commencement", "39.1-a")
registry.carries("record", "acts.entry", "1.1-b", "17.1-c")


def mechanisms() -> dict[Norm, list[Mechanism]]:
    """Every act, rule, duty, monitor, definition, figure, page and record that is declared under a norm, by norm."""
    found: dict[Norm, set[Mechanism]] = defaultdict(set)
    for act in registry.acts:
        for norm in act.under:
            found[norm].add(Mechanism(MechanismKind.ACT, act.name))
        for rule in act.rules:
            found[rule.norm].add(Mechanism(MechanismKind.RULE, rule.name))
    for monitor in registry.monitors:
        found[monitor.norm].add(Mechanism(MechanismKind.MONITOR, monitor.name))
    for norm, kind, name in registry.definitions:
        found[Norm(norm)].add(Mechanism(MechanismKind(kind), name))
    return {norm: sorted(mine) for norm, mine in found.items()}


def used() -> Counter[str]:
    """How often each act was done, each rule refused and each monitor found something, by name."""
    told: Counter[str] = Counter()
    for act, number in Entry.objects.filter(outcome="done").values_list("act").annotate(n=Count("pk")):
        told[act] += number
    for refusals in Entry.objects.filter(outcome="refused").values_list("refusals", flat=True).iterator():
        told.update(one["rule"] for one in refusals)
    for monitor, number in Finding.objects.values_list("monitor").annotate(n=Count("pk")):
        told[monitor] += number
    return told


def coverage_rows(*, counted: bool = True) -> list[CoverageRow]:
    """One row for each norm of the pack in force; ``counted`` in the database of this installation."""
    return coverage(pack(), mechanisms(), used() if counted else {})
