"""Rows of an inventory in quarantine: kept, corrected, entered (articles 13, 14, 19, 20 and 39)."""

from datetime import datetime
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Title
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.infrastructure.inventory.sheets import SHEETS, corrections_of
from banyan.infrastructure.models import StockRow
from banyan.infrastructure.queries import stock as queries
from banyan.infrastructure.rules import stock as rules

TAKER = "body : planning_officer, integrator, administrator, head"
Taker = Annotated[Body, Ask(label="Taken in by")]


@act(
    under="39.1-a",
    by="machine",
    on=StockRow,
    moves="-> waiting",
    title="Keep row in quarantine",
    says="{by} keeps row {line} of {file_name} in quarantine, taken in by {officer}",
)
def quarantine_stock_row(
    *,
    kind: StockRow.Kind,
    body: Taker,
    officer: Annotated[str, Ask(longest=60)],
    file_name: Title,
    file_digest: Annotated[str, Ask(longest=80)],
    line: int,
    data: dict[str, Any],
    found: dict[str, Any],
    at: datetime,
) -> StockRow:
    """Keep a row of an inventory that is wrong, with each fault, for the body that takes the inventory in."""
    return StockRow.objects.create(
        kind=kind,
        body=body,
        file_name=file_name,
        file_digest=file_digest,
        line=line,
        data=data,
        faults=found.get("faults", []),
        since=at,
    )


@act(
    under="39.1-a",
    by=TAKER,
    on=StockRow,
    moves="waiting -> corrected",
    facts=queries.correction_facts,
    rules=[rules.correction_names_columns, rules.corrected_row_is_right],
    due=Due("load.correct", since="waiting"),
    title="Correct row of inventory",
    says="{by} corrected {on}",
)
def correct_stock_row(
    row: StockRow,
    *,
    corrected: Annotated[
        str,
        Ask(
            label="Corrected values",
            help="One column a line, as it stands here: its name, a colon, its value.",
            initial=queries.wrong_values,
            longest=8000,
            lines=4,
        ),
    ],
) -> None:
    """Put a row in quarantine right; it is then entered as stock at once."""
    row.data = SHEETS[row.kind].corrected(row.data, corrections_of(corrected))
    row.faults = []


@act(
    under="39.1-a",
    by="machine",
    on=StockRow,
    moves="corrected -> entered",
    facts=queries.settling_facts,
    rules=[rules.what_the_row_says_is_entered],
    title="Settle row of inventory",
    says="{by} entered what {on} says",
)
def settle_stock_row(row: StockRow) -> None:
    """Note that what the corrected row says stands in its register."""


@act(
    under="39.1-a",
    by=TAKER,
    on=StockRow,
    moves="waiting -> dropped",
    title="Drop row of inventory",
    says="{by} dropped {on}: {reason}",
    tone="grave",
)
def drop_stock_row(row: StockRow, *, reason: Long) -> None:
    """Let a row go that should not have been in the inventory, with the reason."""
