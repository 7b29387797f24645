"""The facts of the gate into operation."""

from typing import Any

from banyan.acts import clock
from banyan.infrastructure.models import System
from banyan.law.inforce import pack
from banyan.operations.models import BackupJob, Incident
from banyan.operations.queries.incidents import OPEN
from banyan.operations.rules.going_live import LiveFacts


def live_facts(on: System, asked: Any) -> LiveFacts:
    """What the gate into operation may know."""
    backup = (
        BackupJob.objects.filter(system=on, state=BackupJob.State.RUNNING)
        .select_related("supplier__body")
        .first()
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
        audit_log=on.audit_log,
        audit_months=on.audit_months,
        audit_at_least=pack().parameter("log.network_retention", on=clock.today()).of(int),
        unclassified=tuple(map(str, on.resources.filter(classification=""))),
        incidents=tuple(map(str, Incident.objects.filter(system=on, state__in=OPEN))),
    )
