"""What infrastructure does after acts: a corrected row of an inventory is entered as stock."""

from banyan.acts.models import Entry
from banyan.acts.reaction import Task, reaction
from banyan.infrastructure.acts.stock import correct_stock_row, settle_stock_row
from banyan.infrastructure.inventory.entering import given_by
from banyan.infrastructure.inventory.sheets import SHEETS
from banyan.infrastructure.models import StockRow


@reaction(correct_stock_row)
def enter_what_was_corrected(entry: Entry) -> list[Task]:
    """The row is entered through the act of its kind, then settled."""
    row = StockRow.objects.get(pk=entry.on)
    if row.state != StockRow.State.CORRECTED:
        return []
    sheet = SHEETS[row.kind]
    return [Task(sheet.act, 0, given_by(sheet, row.data)), Task(settle_stock_row, row.pk)]
