"""How resources, service entries and editions are listed and shown."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.choosing import found_by
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import choosing, holding, of_body, of_state
from banyan.bodies.models import Agreement, Body
from banyan.catalogue.models import Cycle, Edition, EditionLine, Resource, ResourceItem, ServiceEntry, Sharing
from banyan.catalogue.queries import resources as queries
from banyan.catalogue.queries.developments import opened
from banyan.catalogue.queries.searching import by_initials
from banyan.catalogue.search import find


def _shareable() -> Q:
    return ~Q(sharing=Sharing.NOT_SHARED)


def _found(kind: str) -> Any:
    def search(query: str, actor: Actor) -> Sequence[int]:
        return [hit.object_id for hit in find(query, kinds=(kind,), limit=200).entries]

    return search


def _items(resource: Resource, actor: Actor) -> Any:
    return ResourceItem.objects.filter(resource=resource).order_by("position")


def _produced(agreement: Agreement, actor: Actor) -> Any:
    return queries.visible_resources(actor).filter(agreement=agreement).order_by("code")


def _lines(edition: Edition, actor: Actor) -> Any:
    return EditionLine.objects.filter(edition=edition).order_by("pk")


register(
    Register(
        model=Resource,
        title=_("Resources"),
        one=_("resource"),
        about=_("What bodies hold for the State: items, sharing type, update cycle (articles 8, 15, 22)."),
        columns=(
            Column("name", _("Name"), "record"),
            Column("body", _("Provider")),
            Column("get_sharing_display", _("Sharing type")),
            Column("get_cycle_display", _("Update cycle")),
            Column("updated_on", _("Data updated on"), "date"),
            Column("code", _("Code"), "code", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Resource"),
                (
                    Column("code", _("Code"), "code"),
                    Column("body", _("Provider"), "record"),
                    Column("owner", _("Owner")),
                    Column("managing", _("Managed by"), "record"),
                    Column("agreement", _("Produced under the agreement"), "record"),
                    Column("get_resource_class_display", _("Class")),
                    Column("subclass", _("Subclass")),
                    Column("abstract", _("Abstract")),
                    Column("media", _("Format")),
                ),
            ),
            Group(
                _("Sharing and opening"),
                (
                    Column("get_sharing_display", _("Sharing type")),
                    Column("condition", _("Sharing condition")),
                    Column("get_ground_display", _("Ground")),
                    Column("ground_basis", _("Legal basis of the ground")),
                    Column("get_opening_display", _("Opening")),
                    Column("get_classification_display", _("Classification")),
                    Column("required_protection", _("Required protection level of consumers"), "number"),
                ),
            ),
            Group(
                _("Currency"),
                (
                    Column("get_cycle_display", _("Update cycle")),
                    Column("updated_on", _("Data updated on"), "date"),
                    Column("published_on", _("Published on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_resources,
        public=True,
        filters=(
            choosing("sharing", _("Sharing type"), Sharing),
            choosing("cycle", _("Update cycle"), Cycle),
            of_state(Resource),
            *of_body(),
            holding("shareable", _("May be shared"), _shareable),
            holding("opened", _("Open to the public"), opened),
        ),
        related=(
            Related(
                _("Items"),
                _items,
                (
                    Column("position", _("No."), "number"),
                    Column("name", _("Item")),
                    Column("get_data_type_display", _("Data type")),
                    Column("length", _("Length"), "number"),
                    Column("is_key", _("Key"), "flag"),
                    Column("is_sensitive", _("Sensitive"), "flag"),
                ),
                most=200,
            ),
        ),
        search=("name", "code"),
        find=_found("resource"),
        owner="body",
        code="code",
        menu=20,
    )
)
register(
    Register(
        model=ServiceEntry,
        title=_("Applications and services"),
        one=_("service entry"),
        about=_(
            "Networks, hosting, software, data, identity and channels that other bodies may use (article 22)."
        ),
        columns=(
            Column("name", _("Name"), "record"),
            Column("get_kind_display", _("Kind")),
            Column("body", _("Provider")),
            Column("code", _("Code"), "code", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Service"),
                (
                    Column("code", _("Code"), "code"),
                    Column("get_kind_display", _("Kind")),
                    Column("body", _("Provider"), "record"),
                    Column("abstract", _("What it offers")),
                    Column("contact", _("How to use it")),
                ),
            ),
        ),
        visible=queries.visible_services,
        public=True,
        filters=(
            choosing("kind", _("Kind"), ServiceEntry.Kind),
            of_state(ServiceEntry),
        ),
        search=("name", "code"),
        find=_found("service"),
        owner="body",
        code="code",
        menu=24,
    )
)
register(
    Register(
        model=Edition,
        title=_("Editions"),
        one=_("edition"),
        about=_(
            "Published states of the catalogues; each managing department publishes its own periodically (article 22)."
        ),
        columns=(
            Column("__str__", _("Edition"), "record"),
            Column("get_kind_display", _("Catalogue")),
            Column("body", _("Compiled by")),
            Column("lines_count", _("Entries"), "number"),
            Column("published_on", _("Published on"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Edition"),
                (
                    Column("get_kind_display", _("Catalogue")),
                    Column("body", _("Compiled by"), "record"),
                    Column("number", _("Edition number"), "number"),
                    Column("lines_count", _("Entries"), "number"),
                    Column("published_on", _("Published on"), "date"),
                    Column("digest", _("Digest"), "digest"),
                ),
            ),
        ),
        visible=queries.visible_editions,
        public=True,
        filters=(
            choosing("kind", _("Catalogue"), Edition.Kind),
            of_state(Edition),
        ),
        related=(
            Related(
                _("Entries"),
                _lines,
                (Column("code", _("Code"), "code"), Column("title", _("Title"))),
                most=50,
            ),
        ),
        owner="body",
        menu=30,
    )
)
beside(
    Agreement,
    Related(
        _("Resources produced under it"),
        _produced,
        (
            Column("__str__", _("Name"), "record"),
            Column("code", _("Code"), "code"),
            Column("owner", _("Owner")),
            Column("state", _("State"), "state"),
        ),
    ),
)
found_by(Resource, by_initials("resource"))
found_by(ServiceEntry, by_initials("service"))
found_by(Body, by_initials("body"))
