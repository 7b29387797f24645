"""Reads of backups, and the facts of the gate into operation."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.infrastructure.models import System
from banyan.infrastructure.queries import visible_systems
from banyan.law.inforce import pack
from banyan.operations.models import BackupJob
from banyan.operations.rules import BackupFacts, LiveFacts


def live_facts(on: System, asked: Any) -> LiveFacts:
    """What the gate into operation may know."""
    backup = (
        BackupJob.objects.filter(system=on, state=BackupJob.State.RUNNING).select_related("supplier").first()
    )
    return LiveFacts(
        pk=on.pk,
        network=on.network,
        central=on.central,
        link_tested=on.link_tested_on is not None,
        grade=on.grade,
        filing_number=on.filing_number,
        filing_from=pack().parameter("protection.filing_from_level", on=clock.today()).of(int),
        backup=str(backup.supplier) if backup else "",
        restored=bool(backup and backup.restored_on),
        faces_residents=on.faces_residents,
        community_connected=on.community_connected_on is not None,
        faces_urban_rural=on.faces_urban_rural,
        grid_connected=on.grid_connected_on is not None,
        interface=on.interface,
    )


def backup_facts(on: Any, asked: Any) -> BackupFacts:
    """What the rule of setting up a backup may know: who supplies it elsewhere in the province."""
    supplier = asked.supplier
    other = BackupJob.objects.exclude(supplier=supplier).select_related("supplier").first()
    return BackupFacts(supplier.kind if supplier else "", str(other.supplier) if other else "")


def visible_backups(actor: Actor) -> QuerySet[BackupJob]:
    rows = BackupJob.objects.select_related("system__body", "supplier")
    return rows.filter(system__in=visible_systems(actor).values("pk")) | rows.filter(
        supplier__in=actor.bodies
    )


def systems_to_back_up(on: Any, actor: Actor) -> QuerySet[System]:
    return System.objects.filter(body__in=actor.bodies, backup=None)
