"""Reads of backups, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.infrastructure.models import System
from banyan.infrastructure.queries.systems import visible_systems
from banyan.operations.models import BackupJob, BackupSupplier
from banyan.operations.rules.backups import BackupFacts, RestoreFacts


def backup_facts(on: Any, asked: Any) -> BackupFacts:
    """What the rule of setting up a backup may know: who supplies it elsewhere in the province."""
    supplier: Body | None = asked.supplier
    named = BackupSupplier.objects.select_related("body").order_by("-state").first()
    is_named = supplier is not None and named is not None and named.pk == supplier.pk
    stands = is_named and named is not None and named.state == BackupSupplier.State.NAMED
    return BackupFacts(supplier.kind if supplier else "", str(named) if named and not stands else "")


def restore_facts(on: BackupJob, asked: Any) -> RestoreFacts:
    """What the rules of recording a restore test may know."""
    return RestoreFacts(clock.today(), on.last_at is not None, on.pk)


def visible_backups(actor: Actor) -> QuerySet[BackupJob]:
    rows = BackupJob.objects.select_related("system__body", "supplier__body")
    return rows.filter(system__in=visible_systems(actor).values("pk")) | rows.filter(
        supplier__in=actor.bodies
    )


def systems_to_back_up(on: Any, actor: Actor) -> QuerySet[System]:
    return System.objects.filter(body__in=actor.bodies, backup=None)
