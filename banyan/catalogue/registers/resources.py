"""How resources, service entries and editions are listed and shown."""

from itertools import islice
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.choosing import found_by
from banyan.acts.register import Column, Filter, Group, Register, Related, beside, register
from banyan.acts.scopes import holding
from banyan.bodies.models import Agreement, Body
from banyan.catalogue.models import Edition, EditionLine, Resource, ResourceItem, ServiceEntry, Sharing
from banyan.catalogue.queries import differences
from banyan.catalogue.queries import resources as queries
from banyan.catalogue.queries.developments import opened
from banyan.catalogue.queries.searching import by_initials, finder

ENTRIES = 50


def _shareable() -> Q:
    return ~Q(sharing=Sharing.NOT_SHARED)


def _items(resource: Resource, actor: Actor) -> Any:
    return ResourceItem.objects.filter(resource=resource).order_by("position")


def _produced(agreement: Agreement, actor: Actor) -> Any:
    return queries.visible_resources(actor).filter(agreement=agreement).order_by("code")


def _lines(edition: Edition, actor: Actor) -> Any:
    """The entries as published, or the first of those that would be published today."""
    if edition.state in differences.IN_WORK:
        return list(islice(queries.lines_of(edition), ENTRIES + 1))
    return EditionLine.objects.filter(edition=edition).order_by("pk")


register(
    Register(
        model=Resource,
        title=_("Resources"),
        one=_("resource"),
        about=_("What bodies hold for the State: items, sharing type, update cycle (articles 8, 15, 22)."),
        columns=("name", "body", "sharing", "cycle", "updated_on", Column("code", sort=True)),
        groups=(
            Group(
                _("Resource"),
                (
                    "code",
                    "body",
                    Column("owner", _("Owner")),
                    Column("managing", _("Managed by"), "record"),
                    "agreement",
                    "resource_class",
                    "subclass",
                    "abstract",
                    "media",
                ),
            ),
            Group(
                _("Sharing and opening"),
                (
                    "sharing",
                    "condition",
                    "ground",
                    "ground_basis",
                    "opening",
                    "classification",
                    "required_protection",
                ),
            ),
            Group(_("Currency"), ("cycle", "updated_on", "published_on")),
        ),
        visible=queries.visible_resources,
        public=True,
        filters=(
            "sharing",
            "cycle",
            "state",
            holding("shareable", _("May be shared"), _shareable),
            holding("opened", _("Open to the public"), opened),
        ),
        related=(
            Related(
                _("Items"),
                _items,
                (Column("position", _("No.")), "name", "data_type", "length", "is_key", "is_sensitive"),
                most=200,
                of=ResourceItem,
            ),
        ),
        search=("name", "code"),
        find=finder("resource"),
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
        columns=("name", "kind", "body", Column("code", sort=True)),
        groups=(Group(_("Service"), ("code", "kind", "body", "abstract", "contact")),),
        visible=queries.visible_services,
        public=True,
        filters=("kind", "state"),
        search=("name", "code"),
        find=finder("service"),
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
        columns=("__str__", "kind", "body", "lines_count", "published_on"),
        groups=(
            Group(
                _("Edition"),
                (
                    "kind",
                    "body",
                    Column("number", _("Edition number")),
                    "lines_count",
                    "published_on",
                    "digest",
                ),
            ),
        ),
        visible=queries.visible_editions,
        public=True,
        filters=("kind", "state"),
        related=(
            Related(
                _("Changes from the edition before"),
                differences.changes,
                (Column("code", _("Code")), Column("title", _("Name")), Column("how", _("Change"))),
                most=200,
                name="changes",
            ),
            Related(
                _("Entries"),
                _lines,
                ("code", "title"),
                most=ENTRIES,
                name="editionlines",
                of=EditionLine,
                whole="edition={on.pk}&sort=code",
            ),
        ),
        owner="body",
        menu=30,
    )
)
register(
    Register(
        model=EditionLine,
        title=_("Entries of editions"),
        one=_("edition line"),
        about=_("What each edition of a catalogue says of each entry, as it was published (article 22)."),
        columns=("title", Column("code", sort=True), "edition"),
        groups=(Group(_("Entry"), ("edition", "code", "digest")),),
        visible=queries.visible_lines,
        public=True,
        filters=(Filter("edition", _("Edition"), "edition", noun="catalogue.edition"),),
        search=("title", "code"),
        code="code",
        menu=0,
    )
)
beside(
    Agreement,
    Related(
        _("Resources produced under it"),
        _produced,
        (Column("__str__", _("Name")), "code", Column("owner", _("Owner")), "state"),
        of=Resource,
    ),
)
found_by(Resource, by_initials("resource"))
found_by(ServiceEntry, by_initials("service"))
found_by(Body, by_initials("body"))
