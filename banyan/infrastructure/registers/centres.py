"""How data centres are listed and shown."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Filter, Group, Register, register
from banyan.acts.scopes import holding, of_body
from banyan.infrastructure.models import DataCentre
from banyan.infrastructure.queries import centres as queries


def _states(model: Any) -> Any:
    return lambda actor: [(value, str(label)) for value, label in model.State.choices]


def _stock() -> Q:
    return Q(state__in=[DataCentre.State.STOCK, DataCentre.State.INTEGRATED])


register(
    Register(
        model=DataCentre,
        title=_("Data centres"),
        one=_("data centre"),
        about=_("Data centres asked for, approved or to be integrated (article 14)."),
        columns=(
            Column("name", _("Name"), "record", sort=True),
            Column("body", _("Body")),
            Column("get_work_display", _("Work")),
            Column("integrate_by", _("To be integrated by"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Data centre"),
                (
                    Column("body", _("Body"), "record"),
                    Column("approver", _("Managing department"), "record"),
                    Column("get_work_display", _("Work")),
                    Column("reason", _("Reason")),
                    Column("racks", _("Racks"), "number"),
                    Column("answer", _("Answer")),
                    Column("integrate_by", _("To be integrated by"), "date"),
                ),
            ),
        ),
        visible=queries.visible_centres,
        filters=(
            Filter("state", _("State"), "state", _states(DataCentre)),
            *of_body(),
            holding("stock", _("Existing before the Measures"), _stock),
        ),
        search=("name",),
        owner="body",
        menu=20,
    )
)
