"""Reads of the supplier of backups, and the facts of its rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.models import Agreement
from banyan.bodies.queries import own_agreements
from banyan.operations.models import BackupJob, BackupSupplier
from banyan.operations.rules.suppliers import MoveFacts, SupplierFacts


def named() -> BackupSupplier | None:
    """The supplier of the province, or None before one is named."""
    return BackupSupplier.objects.filter(state=BackupSupplier.State.NAMED).select_related("body").first()


def supplier_facts(on: BackupSupplier | None, asked: Any) -> SupplierFacts:
    """What the rules of naming a supplier may know."""
    agreement: Agreement | None = asked.agreement
    supplier = agreement.supplier_id if agreement else None
    return SupplierFacts(
        named=str(named() or ""),
        known=on is None and BackupSupplier.objects.filter(pk=supplier).exists(),
        mode=agreement.mode if agreement else "",
        fits=on is None or supplier in (None, on.pk),
    )


def move_facts(on: BackupJob, asked: Any) -> MoveFacts:
    """What the rule of moving a backup may know."""
    present = named()
    return MoveFacts(present is not None and present.pk != on.supplier_id)


def own_purchases(on: Any, actor: Actor) -> QuerySet[Agreement]:
    return own_agreements(on, actor).filter(mode=Agreement.Mode.PURCHASE)


def visible_suppliers(actor: Actor) -> QuerySet[BackupSupplier]:
    return BackupSupplier.objects.select_related("body", "agreement")
