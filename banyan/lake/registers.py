"""How loads are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import choosing, of_body, of_state
from banyan.lake.models import AggregationTask, BasicDatabase, CityDatabase, Load
from banyan.lake.queries import aggregation, databases, loads, quarantine

VERSION = Column("number", _("Version"), "number")
GOOD = Column("rows_good", _("Good rows"), "number")
BAD = Column("rows_bad", _("Rows in quarantine"), "number")
BEGUN = Column("begun_at", _("Begun"), "moment", sort=True)
STATE = Column("state", _("State"), "state")

CYCLE = Column("get_cycle_display", _("Synchronised"))


def _sources(database: BasicDatabase, actor: Actor) -> Any:
    return database.sources.select_related("body").order_by("code")


def _instances(database: BasicDatabase, actor: Actor) -> Any:
    return database.instances.select_related("body").order_by("body__region_code")


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
                    Column("file_digest", _("Digest of the file"), "digest"),
                    BEGUN,
                ),
            ),
            Group(
                _("Result"),
                (
                    GOOD,
                    BAD,
                    Column("rows_digest", _("Digest of the rows"), "digest"),
                    Column("published_at", _("Published"), "moment"),
                    Column("reason", _("Why it failed")),
                ),
            ),
        ),
        visible=loads.visible_loads,
        filters=(of_state(Load),),
        related=(
            Related(
                _("Quarantine"),
                quarantine.shown_quarantine,
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
                loads.other_versions,
                (Column("__str__", _("Load"), "record"), GOOD, BAD, BEGUN, STATE),
            ),
        ),
        search=("resource__name", "resource__code", "file_name"),
        owner="body",
        menu=1,
    )
)

register(
    Register(
        model=BasicDatabase,
        title=_("Basic databases"),
        one=_("basic database"),
        about=_(
            "Population, legal persons, geography, macro-economy, culture, archives, and what extends and joins them:"
            " planned by the provincial office alone (article 15)."
        ),
        columns=(
            Column("name", _("Name"), "record", sort=True),
            Column("get_kind_display", _("Kind")),
            Column("lead", _("Lead unit")),
            Column("get_key_display", _("Key")),
            Column("get_mode_display", _("Mode of building")),
            STATE,
        ),
        groups=(
            Group(
                _("Basic database"),
                (
                    Column("get_kind_display", _("Kind")),
                    Column("get_key_display", _("Key")),
                    Column("lead", _("Lead unit"), "record"),
                    Column("body", _("Planned by"), "record"),
                    Column("get_mode_display", _("Mode of building")),
                ),
            ),
        ),
        visible=databases.visible_databases,
        filters=(of_state(BasicDatabase), choosing("kind", _("Kind"), BasicDatabase.Kind)),
        related=(
            Related(
                _("Sources"),
                _sources,
                (Column("__str__", _("Resource"), "record"), Column("body", _("Provider")), STATE),
                most=50,
            ),
            Related(
                _("City databases"),
                _instances,
                (Column("__str__", _("City database"), "record"), CYCLE, STATE),
            ),
        ),
        search=("name", "lead__name"),
        owner="lead",
        menu=2,
    )
)
register(
    Register(
        model=CityDatabase,
        title=_("City databases"),
        one=_("city database"),
        about=_(
            "Instances that cities build of a basic database, and how each reaches the province (article 15)."
        ),
        columns=(
            Column("database", _("Basic database"), "record"),
            Column("body", _("Built by")),
            CYCLE,
            STATE,
        ),
        groups=(
            Group(
                _("City database"),
                (
                    Column("database", _("Basic database"), "record"),
                    Column("body", _("Built by"), "record"),
                    Column("synchronisation", _("Synchronisation to the province")),
                    CYCLE,
                ),
            ),
        ),
        visible=databases.visible_instances,
        filters=(of_state(CityDatabase), *of_body()),
        search=("database__name", "body__name"),
        owner="body",
        menu=3,
    )
)
register(
    Register(
        model=AggregationTask,
        title=_("Aggregation tasks"),
        one=_("aggregation task"),
        about=_(
            "Resources that units are asked to bring together on the platform by a day (articles 6 and 17)."
        ),
        columns=(
            Column("resource", _("Resource"), "record"),
            Column("body", _("Unit")),
            Column("due_on", _("Due on"), "date", sort=True),
            Column("load", _("Load")),
            STATE,
        ),
        groups=(
            Group(
                _("Task"),
                (
                    Column("resource", _("Resource"), "record"),
                    Column("body", _("Unit"), "record"),
                    Column("asked_by", _("Asked by"), "record"),
                    Column("about", _("What is needed")),
                    Column("due_on", _("Due on"), "date"),
                    Column("reminded_on", _("Reminded on"), "date"),
                    Column("load", _("Load"), "record"),
                    Column("remark", _("Remark")),
                ),
            ),
        ),
        visible=aggregation.visible_tasks,
        filters=(of_state(AggregationTask), *of_body()),
        search=("resource__name", "body__name", "about"),
        owner="body",
        menu=4,
    )
)
