"""How share requests, grants and consumer systems are listed and shown."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import holding, of_body, of_state
from banyan.catalogue.models import FormField
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


ITEM_COLUMNS = (
    Column("name", _("Item")),
    Column("get_data_type_display", _("Data type")),
    Column("is_sensitive", _("Sensitive"), "flag"),
)
HANDED_OVER = (
    Column("since", _("From"), "date"),
    Column("until", _("To"), "date"),
    Column("records", _("Records"), "number"),
)
PURPOSE = Group(
    _("Purpose"),
    (
        Column("purpose", _("Purpose")),
        Column("legal_basis", _("Legal basis")),
        Column("case_type", _("Case type")),
        Column("daily_volume", _("Reads a day at most"), "number"),
        Column("until", _("Until"), "date"),
        Column("responsible", _("Responsible officer")),
        Column("form", _("Collection form"), "record"),
    ),
)

register(
    Register(
        model=ShareRequest,
        title=_("Share requests"),
        one=_("share request"),
        about=_(
            "Who asks whom for which items, and for what; answered within the due date (articles 22 and 25)."
        ),
        columns=(
            Column("resource", _("Resource"), "record"),
            Column("consumer", _("Consumer")),
            Column("resource.body", _("Provider")),
            Column("purpose", _("Purpose")),
            Column("until", _("Until"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Parties"),
                (
                    Column("consumer", _("Consumer"), "record"),
                    Column("system", _("Consumer system"), "record"),
                    Column("resource", _("Resource"), "record"),
                    Column("resource.body", _("Provider"), "record"),
                ),
            ),
            PURPOSE,
            Group(
                _("Answer"),
                (
                    Column("grant", _("Grant"), "record"),
                    Column("get_ground_display", _("Ground of refusal")),
                    Column("ground_basis", _("Legal basis of the ground")),
                    Column("reason", _("Reason")),
                ),
            ),
        ),
        visible=requests.visible_requests,
        filters=(
            of_state(ShareRequest),
            *of_body("consumer"),
            holding("spares", _("Spares questions"), _spares),
        ),
        related=(Related(_("Items"), _items, ITEM_COLUMNS, most=100),),
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
        columns=(
            Column("resource", _("Resource"), "record"),
            Column("consumer", _("Consumer")),
            Column("provider", _("Provider")),
            Column("purpose", _("Purpose")),
            Column("daily_volume", _("Reads a day at most"), "number"),
            Column("until", _("Until"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Parties"),
                (
                    Column("consumer", _("Consumer"), "record"),
                    Column("system", _("Consumer system"), "record"),
                    Column("resource", _("Resource"), "record"),
                    Column("provider", _("Provider"), "record"),
                    Column("request", _("Share request"), "record"),
                    Column("order", _("Dispatch order"), "record"),
                ),
            ),
            Group(
                _("Purpose"),
                (
                    Column("purpose", _("Purpose")),
                    Column("legal_basis", _("Legal basis")),
                    Column("daily_volume", _("Reads a day at most"), "number"),
                    Column("until", _("Until"), "date"),
                    Column("region_scope", _("Rows of region"), "region"),
                ),
            ),
        ),
        visible=grants.visible_grants,
        filters=(of_state(Grant), *of_body("provider")),
        related=(
            Related(_("Items"), _items, ITEM_COLUMNS, most=100),
            Related(
                _("Reads by day"),
                _uses,
                (Column("day", _("Day"), "date"), Column("reads", _("Reads"), "number")),
                most=14,
            ),
            Related(_("Audit logs"), _handovers, (*HANDED_OVER, Column("state", _("State"), "state"))),
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
        columns=(
            Column("resource", _("Resource"), "record"),
            Column("resource.body", _("Provider")),
            Column("consumer", _("Supplied unit")),
            Column("ground", _("Ground of the order")),
            Column("until", _("Until"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Parties"),
                (
                    Column("resource", _("Resource"), "record"),
                    Column("resource.body", _("Provider"), "record"),
                    Column("consumer", _("Supplied unit"), "record"),
                    Column("system", _("Consumer system"), "record"),
                    Column("grant", _("Grant"), "record"),
                ),
            ),
            Group(
                _("Dispatch"),
                (
                    Column("ground", _("Ground of the order")),
                    Column("legal_basis", _("Legal basis")),
                    Column("daily_volume", _("Reads a day at most"), "number"),
                    Column("until", _("Until"), "date"),
                ),
            ),
        ),
        visible=dispatch.visible_orders,
        filters=(of_state(DispatchOrder),),
        related=(Related(_("Items"), _items, ITEM_COLUMNS, most=100),),
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
        columns=(
            Column("grant", _("Grant"), "record"),
            Column("grant.provider", _("Provider")),
            *HANDED_OVER,
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Audit log"),
                (
                    Column("grant", _("Grant"), "record"),
                    Column("grant.consumer", _("Consumer"), "record"),
                    Column("grant.provider", _("Provider"), "record"),
                    *HANDED_OVER,
                    Column("reads_recorded", _("Reads that the gateway recorded"), "number"),
                    Column("file_name", _("File name")),
                    Column("digest", _("SHA-256 of the file"), "digest"),
                    Column("question", _("Question")),
                    Column("answer", _("Answer")),
                ),
            ),
        ),
        visible=handover.visible_handovers,
        filters=(of_state(AuditHandover),),
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
        columns=(
            Column("name", _("Name"), "record"),
            Column("body", _("Body")),
            Column("client_id", _("Client id"), "code"),
            Column("protection", _("Protection level (MLPS)"), "number"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("System"),
                (
                    Column("body", _("Body"), "record"),
                    Column("client_id", _("Client id"), "code"),
                    Column("protection", _("Protection level (MLPS)"), "number"),
                ),
            ),
        ),
        visible=systems.visible_systems,
        filters=(of_state(ConsumerSystem),),
        search=("name", "client_id"),
        owner="body",
        menu=6,
    )
)

registry.carries("record", "exchange.read", "17.1-c", "32.2-a")
