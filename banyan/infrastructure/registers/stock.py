"""How rows of an inventory in quarantine are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Intake, Register, register
from banyan.infrastructure.models import StockRow
from banyan.infrastructure.queries import stock as queries

register(
    Register(
        model=StockRow,
        title=_("Inventory in quarantine"),
        one=_("row in quarantine"),
        about=_(
            "Rows of an inventory that could not be entered, with what is wrong, until they are corrected."
        ),
        columns=(Column("__str__", _("Row")), "kind", "body", Column("fault_words", _("What is wrong"))),
        groups=(
            Group(
                _("row in quarantine"),
                (
                    "body",
                    "kind",
                    "file_name",
                    "line",
                    Column("row_words", _("What it says")),
                    Column("fault_words", _("What is wrong")),
                    "since",
                ),
            ),
        ),
        visible=queries.visible_stock_rows,
        filters=("kind",),
        search=("file_name",),
        owner="body",
        menu=90,
        intake=Intake(
            _("Take in inventory"),
            _("A file of what exists; good rows are entered as stock, wrong ones wait here."),
            "take-in",
            queries.takes_in,
        ),
    )
)
