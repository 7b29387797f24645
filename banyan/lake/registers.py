"""How loads are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.catalogue.models import Resource
from banyan.lake.models import AggregationTask, BasicDatabase, CityDatabase, Load
from banyan.lake.queries import aggregation, databases, loads, quarantine


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
        columns=("resource", "number", "body", "rows_good", "rows_bad", Column("begun_at", sort=True)),
        groups=(
            Group(
                _("Delivery"),
                (
                    "resource",
                    "body",
                    "number",
                    Column("replays", _("Replays the quarantine of")),
                    "file_name",
                    "file_digest",
                    "begun_at",
                ),
            ),
            Group(_("Result"), ("rows_good", "rows_bad", "rows_digest", "published_at", "reason")),
        ),
        visible=loads.visible_loads,
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
                ("__str__", "rows_good", "rows_bad", "begun_at", "state"),
                of=Load,
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
        columns=(Column("name", sort=True), "kind", "lead", "key", "mode"),
        groups=(Group(_("Basic database"), ("kind", "key", "lead", "body", "mode")),),
        visible=databases.visible_databases,
        filters=("kind",),
        related=(
            Related(_("Sources"), _sources, ("__str__", "body", "state"), most=50, of=Resource),
            Related(_("City databases"), _instances, ("__str__", "cycle", "state"), of=CityDatabase),
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
        columns=("database", "body", "cycle"),
        groups=(Group(_("City database"), ("database", "body", "synchronisation", "cycle")),),
        visible=databases.visible_instances,
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
        columns=("resource", "body", Column("due_on", sort=True), "load"),
        groups=(
            Group(
                _("Task"),
                ("resource", "body", "asked_by", "about", "due_on", "reminded_on", "load", "remark"),
            ),
        ),
        visible=aggregation.visible_tasks,
        search=("resource__name", "body__name", "about"),
        owner="body",
        menu=4,
    )
)
