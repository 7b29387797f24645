"""The way of a system into operation: one gate (articles 18, 23 and 30 to 32)."""

from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.infrastructure.models import System
from banyan.operations.queries import going_live as queries
from banyan.operations.rules import going_live as rules


@act(
    under=("23.1-a", "23.1-b", "18.3-a", "30.1-a", "31.1-a", "32.1-a", "3.1-f"),
    by="body.managing : catalogue_officer, operations_officer, head",
    on=System,
    moves="registered, suspended -> live",
    facts=queries.live_facts,
    rules=[
        rules.system_runs_on_the_unified_network,
        rules.system_is_backed_up,
        rules.central_software_is_local_or_linked,
        rules.protection_is_filed,
        rules.resident_system_is_connected,
        rules.urban_rural_system_is_connected,
        rules.interface_is_registered,
        rules.its_audit_log_is_kept,
        rules.what_it_produces_is_classified,
        rules.its_incidents_are_resolved,
    ],
    gate=True,
    title="Let into operation",
    says="{by} let {on} into operation",
)
def go_live(system: System, *, at: datetime) -> None:
    """Let the system into operation when every condition of the gate holds."""
    system.live_on = localdate(at)
