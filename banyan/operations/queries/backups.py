"""Reads of backups, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.infrastructure.models import System
from banyan.infrastructure.queries.systems import visible_systems
from banyan.operations.models import BackupJob
from banyan.operations.rules.backups import BackupFacts


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
