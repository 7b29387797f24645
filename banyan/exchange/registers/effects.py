"""How service items and their materials are listed and shown, and the materials that a grant spares."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import holding
from banyan.exchange.models import Grant, ServiceItem, ServiceMaterial
from banyan.exchange.queries import effects as queries


def _materials(item: ServiceItem, actor: Actor) -> Any:
    rows = ServiceMaterial.objects.filter(item=item).order_by("position")
    return rows.select_related("grant__resource", "grant__consumer")


def _spared(grant: Grant, actor: Actor) -> Any:
    return queries.visible_materials(actor).filter(grant=grant).order_by("item", "position")


MATERIAL = Column("name", _("Material"))
PROMISE = (
    Column("statutory_days", _("Working days by law")),
    Column("promised_days", _("Working days promised")),
    "days_saved",
)

register(
    Register(
        model=ServiceItem,
        title=_("Service items"),
        one=_("service item"),
        about=_(
            "Matters that people and firms bring to bodies: how long they take, and what sharing spares (article 25)."
        ),
        columns=("name", "body", *PROMISE, "visits"),
        groups=(
            Group(_("Service item"), ("body", "code", "subject")),
            Group(_("Promise"), (*PROMISE, "visits", "visits_saved")),
        ),
        visible=queries.visible_service_items,
        filters=(
            "subject",
            "state",
            holding("quicker", _("Takes fewer days"), queries.quicker),
            holding("fewer_visits", _("Takes fewer visits"), queries.fewer_visits),
        ),
        related=(
            Related(
                _("Materials"),
                _materials,
                (MATERIAL, "state", Column("grant", kind="record")),
                most=100,
                of=ServiceMaterial,
            ),
        ),
        search=("name", "code"),
        owner="body",
        code="code",
        menu=7,
    )
)
register(
    Register(
        model=ServiceMaterial,
        title=_("Materials of service items"),
        one=_("service material"),
        about=_("Papers that service items ask for, or no longer ask for because a share supplies them."),
        columns=(MATERIAL, Column("item", kind="record"), "item.body"),
        groups=(Group(_("Material"), ("item", "item.body", Column("grant", _("Supplied under the grant")))),),
        visible=queries.visible_materials,
        filters=(
            holding("counted", _("Of offered service items"), queries.of_offered_items),
            holding("spared", _("Spared by sharing"), queries.spared),
        ),
        search=("name", "item__name"),
        owner="item.body",
        menu=0,
    )
)
beside(
    Grant,
    Related(
        _("Materials that it spares"), _spared, (MATERIAL, Column("item", kind="record")), of=ServiceMaterial
    ),
)
