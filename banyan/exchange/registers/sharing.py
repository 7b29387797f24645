"""How share requests, grants and consumer systems are listed and shown."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, Way, register
from banyan.acts.scopes import holding, of_body
from banyan.catalogue.models import FormField, ResourceItem
from banyan.exchange.models import AuditHandover, ConsumerSystem, DispatchOrder, Grant, ShareRequest, Use
from banyan.exchange.queries import dispatch, grants, handover, requests, systems


def _items(thing: Any, actor: Actor) -> Any:
    return thing.items.order_by("position")


def _handovers(grant: Grant, actor: Actor) -> Any:
    return grant.handovers.order_by("-since")


def _spares() -> Q:
    """Granted for a form that leaves out what the share gives."""
    forms = FormField.objects.filter(state=FormField.State.SHARED).values("form")
    return Q(form__in=forms, state__in=[ShareRequest.State.GRANTED, ShareRequest.State.PARTLY_GRANTED])


def _uses(grant: Grant, actor: Actor) -> Any:
    return Use.objects.filter(grant=grant).order_by("-day")


ITEM = ("name", "data_type", "is_sensitive")
HANDED_OVER = (Column("since", _("From")), Column("until", _("To")), "records")
PURPOSE = Group(
    _("Purpose"), ("purpose", "legal_basis", "case_type", "daily_volume", "until", "responsible", "form")
)

register(
    Register(
        model=ShareRequest,
        title=_("Share requests"),
        one=_("share request"),
        about=_(
            "Who asks whom for which items, and for what; answered within the due date (articles 22 and 25)."
        ),
        columns=("resource", "consumer", "resource.body", "purpose", "until"),
        groups=(
            Group(_("Parties"), ("consumer", "system", "resource", "resource.body")),
            PURPOSE,
            Group(_("Answer"), (Column("grant", _("Grant"), "record"), "ground", "ground_basis", "reason")),
        ),
        visible=requests.visible_requests,
        filters=(*of_body("consumer"), holding("spares", _("Spares questions"), _spares)),
        related=(Related(_("Items"), _items, ITEM, most=100, of=ResourceItem),),
        ways=(
            Way(
                _("Decide"),
                _("All facts and the lawful answers on one page."),
                "decide/",
                is_there=lambda request: request.state == ShareRequest.State.SUBMITTED,
                before=("exchange.grant_share", "exchange.refuse_share"),
                key="d",
            ),
        ),
        search=("purpose", "resource__name", "consumer__name"),
        owner="resource.body",
        menu=2,
    )
)
register(
    Register(
        model=Grant,
        title=_("Grants"),
        one=_("grant"),
        about=_("Uses allowed: which items, for whom, for what, how often, until when."),
        columns=("resource", "consumer", "provider", "purpose", "daily_volume", Column("until", sort=True)),
        groups=(
            Group(_("Parties"), ("consumer", "system", "resource", "provider", "request", "order")),
            Group(_("Purpose"), ("purpose", "legal_basis", "daily_volume", "until", "region_scope")),
        ),
        visible=grants.visible_grants,
        related=(
            Related(_("Items"), _items, ITEM, most=100, of=ResourceItem),
            Related(
                _("Reads by day"),
                _uses,
                (Column("day", _("Day")), Column("reads", _("Reads"))),
                most=14,
                of=Use,
            ),
            Related(_("Audit logs"), _handovers, (*HANDED_OVER, "state"), of=AuditHandover),
        ),
        search=("purpose", "resource__name", "consumer__name"),
        owner="provider",
        menu=4,
    )
)
register(
    Register(
        model=DispatchOrder,
        title=_("Dispatch orders"),
        one=_("dispatch order"),
        about=_(
            "The provincial office has a resource supplied to a unit for a time, as in an emergency (article 5)."
        ),
        columns=("resource", "resource.body", "consumer", "ground", Column("until", sort=True)),
        groups=(
            Group(
                _("Parties"),
                ("resource", "resource.body", "consumer", "system", Column("grant", _("Grant"), "record")),
            ),
            Group(_("Dispatch"), ("ground", "legal_basis", "daily_volume", "until")),
        ),
        visible=dispatch.visible_orders,
        related=(Related(_("Items"), _items, ITEM, most=100, of=ResourceItem),),
        search=("ground", "resource__name", "consumer__name"),
        owner="resource.body",
        menu=3,
    )
)
register(
    Register(
        model=AuditHandover,
        title=_("Audit logs"),
        one=_("audit log"),
        about=_(
            "Consumers hand the log of their own system to the provider of sensitive items, each period (article 32)."
        ),
        columns=("grant", "grant.provider", *HANDED_OVER),
        groups=(
            Group(
                _("Audit log"),
                (
                    "grant",
                    "grant.consumer",
                    "grant.provider",
                    *HANDED_OVER,
                    Column("reads_recorded", _("Reads that the gateway recorded"), "number"),
                    "file_name",
                    "digest",
                    "question",
                    "answer",
                ),
            ),
        ),
        visible=handover.visible_handovers,
        search=("file_name", "digest", "grant__consumer__name", "grant__resource__name"),
        owner="grant.consumer",
        menu=5,
    )
)
register(
    Register(
        model=ConsumerSystem,
        title=_("Consumer systems"),
        one=_("consumer system"),
        about=_("Systems that read by machine, each with its key and protection level."),
        columns=("name", "body", "client_id", "protection"),
        groups=(Group(_("System"), ("body", "client_id", "protection")),),
        visible=systems.visible_systems,
        search=("name", "client_id"),
        owner="body",
        menu=6,
    )
)

registry.carries("record", "exchange.read", "17.1-c", "32.2-a")
