"""How regions, bodies, officers, terms and agreements are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.acts.scopes import choosing, of_state
from banyan.bodies import queries
from banyan.bodies.models import Agreement, Body, Level, Region, Term


def _cities(actor: Actor) -> list[tuple[str, str]]:
    rows = Region.objects.filter(level__in=["province", "city"]).order_by("code")
    return [(region.prefix, region.name) for region in rows]


def _officers(body: Any, actor: Actor) -> Any:
    return queries.visible_terms(actor).filter(office__body=body, state=Term.State.RUNNING)


def _lower(body: Any, actor: Actor) -> Any:
    return Body.objects.filter(superior=body, state=Body.State.ACTIVE).order_by("region_code")


BODIES = register(
    Register(
        model=Body,
        title=_("Bodies"),
        one=_("body"),
        about=_(
            "Every organisation in the e-government of the province, known by its unified social credit code."
        ),
        columns=(
            Column("name", _("Name"), "record", sort=True),
            Column("get_kind_display", _("Kind")),
            Column("region", _("Region")),
            Column("line", _("Line of work")),
            Column("code", _("Credit code"), "code"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Organisation"),
                (
                    Column("name", _("Full name")),
                    Column("code", _("Unified social credit code"), "code"),
                    Column("get_kind_display", _("Kind")),
                    Column("get_level_display", _("Level")),
                    Column("line", _("Line of work")),
                    Column("authorised_by", _("Authorising law")),
                ),
            ),
            Group(
                _("Place"),
                (
                    Column("region", _("Region")),
                    Column("superior", _("Superior"), "record"),
                    Column("managing", _("Managing department"), "record"),
                ),
            ),
        ),
        visible=queries.visible_bodies,
        public=True,
        filters=(
            choosing("kind", _("Kind"), Body.Kind),
            choosing("level", _("Level"), Level),
            Filter("region", _("Region"), "region_code__startswith", _cities),
        ),
        related=(
            Related(
                _("Officers today"),
                _officers,
                (
                    Column("officer", _("Officer")),
                    Column("office.get_kind_display", _("Office")),
                    Column("since", _("Since"), "date"),
                ),
            ),
            Related(
                _("Lower bodies of the line"),
                _lower,
                (Column("name", _("Name"), "record"), Column("region", _("Region"))),
            ),
        ),
        search=("name", "short_name", "code"),
        owner="managing",
        code="code",
        menu=80,
    )
)
REGIONS = register(
    Register(
        model=Region,
        title=_("Regions"),
        one=_("region"),
        about=_("The administrative divisions of the province from the national code list."),
        columns=(
            Column("name", _("Name"), "record"),
            Column("code", _("Code"), "code", sort=True),
            Column("get_level_display", _("Level")),
            Column("parent", _("Belongs to"), "record"),
        ),
        groups=(
            Group(
                _("Division"),
                (
                    Column("code", _("Code"), "code"),
                    Column("get_level_display", _("Level")),
                    Column("parent", _("Belongs to"), "record"),
                ),
            ),
        ),
        visible=queries.visible_regions,
        public=True,
        filters=(choosing("level", _("Level"), Level),),
        search=("name", "code"),
        code="code",
        menu=90,
    )
)
TERMS = register(
    Register(
        model=Term,
        title=_("Officers and terms"),
        one=_("term"),
        about=_("Who holds which office from when to when; rights follow from the offices held today."),
        columns=(
            Column("officer", _("Officer"), "record"),
            Column("office.get_kind_display", _("Office")),
            Column("office.body", _("Body")),
            Column("since", _("Since"), "date"),
            Column("until", _("Until"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Term"),
                (
                    Column("officer", _("Officer")),
                    Column("officer.user_name", _("User name"), "code"),
                    Column("office.get_kind_display", _("Office")),
                    Column("office.body", _("Body"), "record"),
                    Column("since", _("Since"), "date"),
                    Column("until", _("Until"), "date"),
                ),
            ),
        ),
        visible=queries.visible_terms,
        search=("officer__name", "officer__user_name"),
        owner="office.body",
        menu=82,
    )
)
AGREEMENTS = register(
    Register(
        model=Agreement,
        title=_("Agreements"),
        one=_("agreement"),
        about=_(
            "Commissions, purchases of services, franchises and partnerships, each with its ownership clause"
            " (article 8)."
        ),
        columns=(
            Column("title", _("Title"), "record"),
            Column("get_mode_display", _("Mode")),
            Column("body", _("Body")),
            Column("supplier", _("Technical service unit")),
            Column("until", _("Until"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Agreement"),
                (
                    Column("get_mode_display", _("Mode")),
                    Column("body", _("Body"), "record"),
                    Column("supplier", _("Technical service unit"), "record"),
                    Column("since", _("Since"), "date"),
                    Column("until", _("Until"), "date"),
                    Column("ended_because", _("Ended because")),
                ),
            ),
            Group(
                _("Ownership and return (article 8)"),
                (
                    Column("ownership_clause", _("Clause")),
                    Column("without_resources", _("Why no information resources arise under it")),
                    Column("handed_back", _("How the data were handed back")),
                ),
            ),
        ),
        visible=queries.visible_agreements,
        filters=(choosing("mode", _("Mode"), Agreement.Mode), of_state(Agreement)),
        search=("title",),
        owner="body",
        menu=84,
    )
)

registry.carries("definition", "bodies.provincial_office", "5.1-a")
