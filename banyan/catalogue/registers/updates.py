"""How catalogue updates are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import choosing, of_body, of_state
from banyan.catalogue.models import UpdateTask
from banyan.catalogue.queries import updates as queries

EVENT = Column("get_event_display", _("Cause of the update"))
STATE = Column("state", _("State"), "state")

register(
    Register(
        model=UpdateTask,
        title=_("Catalogue updates"),
        one=_("catalogue update"),
        about=_(
            "When a body's functions or the law behind them change, its entries are brought up to date (article 16)."
        ),
        columns=(
            Column("body", _("Whose functions changed"), "record"),
            EVENT,
            Column("about", _("What changes")),
            Column("owner", _("Done by")),
            STATE,
        ),
        groups=(
            Group(
                _("Update"),
                (
                    Column("body", _("Whose functions changed"), "record"),
                    EVENT,
                    Column("about", _("What changes")),
                    Column("owner", _("Done by"), "record"),
                    Column("changes", _("What was updated")),
                ),
            ),
        ),
        visible=queries.visible_updates,
        filters=(
            of_state(UpdateTask),
            choosing("event", _("Cause of the update"), UpdateTask.Event),
            *of_body(),
        ),
        related=(
            Related(
                _("Its collection items in effect"),
                queries.items_of_task,
                (Column("__str__", _("Item"), "record"), Column("basis", _("Legal basis"))),
            ),
            Related(
                _("Its resources in the catalogue"),
                queries.resources_of_task,
                (Column("__str__", _("Resource"), "record"), Column("code", _("Code"), "code"), STATE),
            ),
        ),
        search=("about", "body__name"),
        owner="owner",
        menu=16,
    )
)
