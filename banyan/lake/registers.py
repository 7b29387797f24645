"""How loads are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import of_state
from banyan.lake import queries
from banyan.lake.models import Load

VERSION = Column("number", _("Version"), "number")
GOOD = Column("rows_good", _("Good rows"), "number")
BAD = Column("rows_bad", _("Rows in quarantine"), "number")
BEGUN = Column("begun_at", _("Begun"), "moment", sort=True)
STATE = Column("state", _("State"), "state")

register(
    Register(
        model=Load,
        title=_("Loads"),
        one=_("load"),
        about=_(
            "Deliveries of rows into resources; every row is checked, and a version is published whole (articles 17"
            " and 25)."
        ),
        columns=(
            Column("resource", _("Resource"), "record"),
            VERSION,
            Column("body", _("Provider")),
            GOOD,
            BAD,
            BEGUN,
            STATE,
        ),
        groups=(
            Group(
                _("Delivery"),
                (
                    Column("resource", _("Resource"), "record"),
                    Column("body", _("Provider"), "record"),
                    VERSION,
                    Column("replays", _("Replays the quarantine of"), "record"),
                    Column("file_name", _("File")),
                    Column("file_digest", _("Digest of the file"), "code"),
                    BEGUN,
                ),
            ),
            Group(
                _("Result"),
                (
                    GOOD,
                    BAD,
                    Column("rows_digest", _("Digest of the rows"), "code"),
                    Column("published_at", _("Published"), "moment"),
                    Column("reason", _("Why it failed")),
                ),
            ),
        ),
        visible=queries.visible_loads,
        filters=(of_state(Load),),
        related=(
            Related(
                _("Quarantine"),
                queries.shown_quarantine,
                (
                    Column("line", _("Row"), "number"),
                    Column("fault_words", _("What is wrong")),
                    Column("is_corrected", _("Corrected"), "flag"),
                    Column("since", _("Since"), "date"),
                ),
                most=50,
            ),
            Related(
                _("Other versions"),
                queries.other_versions,
                (Column("__str__", _("Load"), "record"), GOOD, BAD, BEGUN, STATE),
            ),
        ),
        search=("resource__name", "resource__code", "file_name"),
        owner="body",
        menu=1,
    )
)
