"""Cases of operations."""

from dataclasses import replace

from banyan.operations.rules.backups import BackupFacts
from banyan.operations.rules.going_live import LiveFacts
from banyan.operations.rules.suppliers import MoveFacts, SupplierFacts
from banyan.supervision.rules.orders import OrderFacts
from tests.rule_cases.case import Asked, Case

LIVE = LiveFacts(
    pk=1,
    network="unified",
    central="no",
    link_tested=False,
    grade=2,
    filing_number="350100-1",
    filing_from=2,
    backup="数字福建云",
    restored=True,
    faces_residents=True,
    community_connected=True,
    faces_urban_rural=True,
    grid_connected=True,
    interface="https 接口",
)
BACKUP = BackupFacts("technical_service_unit", "")
SUPPLIER = SupplierFacts("", known=False, mode="purchase", fits=True)
ORDER = OrderFacts(1, (), (), is_overdue=True, in_region=True)


def _live(**refused: object) -> Case:
    """A condition of the gate into operation that these facts break."""
    return (replace(LIVE, **refused), None), (LIVE, None)  # type: ignore[arg-type]  # each fact of its own type


CASES: dict[str, Case] = {
    "operations.system_runs_on_the_unified_network": _live(network="private"),
    "operations.system_is_backed_up": _live(restored=False),
    "operations.central_software_is_local_or_linked": _live(central="linked"),
    "operations.protection_is_filed": _live(filing_number=""),
    "operations.resident_system_is_connected": _live(community_connected=False),
    "operations.urban_rural_system_is_connected": _live(grid_connected=False),
    "operations.interface_is_registered": _live(interface=""),
    "operations.one_supplier_is_named": (
        (replace(SUPPLIER, named="数字福建云公司"), Asked()),
        (SUPPLIER, Asked()),
    ),
    "operations.backup_is_purchased": (
        (replace(SUPPLIER, mode="commission"), Asked(agreement="协议")),
        (SUPPLIER, Asked(agreement="协议")),
    ),
    "operations.backup_moves_to_the_one_supplier": (
        (MoveFacts(elsewhere=False), None),
        (MoveFacts(elsewhere=True), None),
    ),
    "operations.backup_comes_from_the_one_supplier": (
        (replace(BACKUP, other_supplier="另一家"), Asked()),
        (BACKUP, Asked()),
    ),
}
