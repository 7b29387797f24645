"""How regions, bodies, officers, terms and agreements are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, Way, register
from banyan.bodies import queries
from banyan.bodies.accounts import keeps
from banyan.bodies.models import Agreement, Body, Region, Term


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
        columns=(Column("name", sort=True), "kind", "region", "line", Column("code", _("Credit code"))),
        groups=(
            Group(
                _("Organisation"),
                (Column("name", _("Full name")), "code", "kind", "level", "line", "authorised_by"),
            ),
            Group(_("Place"), ("region", "superior", Column("managing", _("Managing department"), "record"))),
        ),
        visible=queries.visible_bodies,
        public=True,
        filters=("kind", "level", Filter("region", _("Region"), "region_code__startswith", _cities)),
        related=(
            Related(
                _("Officers today"),
                _officers,
                (Column("officer", opens=True), Column("office.kind", _("Office")), "since"),
                of=Term,
            ),
            Related(_("Lower bodies of the line"), _lower, (Column("name", opens=True), "region"), of=Body),
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
        columns=("name", Column("code", sort=True), "level", Column("parent", kind="record")),
        groups=(Group(_("Division"), ("code", "level", "parent")),),
        visible=queries.visible_regions,
        public=True,
        filters=("level",),
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
        columns=("officer", Column("office.kind", _("Office")), "office.body", "since", "until"),
        groups=(
            Group(
                _("Term"),
                (
                    "officer",
                    "officer.user_name",
                    Column("office.kind", _("Office")),
                    "office.body",
                    "since",
                    "until",
                ),
            ),
        ),
        visible=queries.visible_terms,
        ways=(
            Way(
                _("Account"),
                _("Open it, give a new first password, lift a lock-out."),
                "/accounts/{on.officer_id}/",
                open_to=lambda term, actor: keeps(actor, term.officer),
            ),
        ),
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
        columns=("title", "mode", "body", "supplier", Column("until", sort=True)),
        groups=(
            Group(_("Agreement"), ("mode", "body", "supplier", "since", "until", "ended_because")),
            Group(
                _("Ownership and return (article 8)"),
                ("ownership_clause", "without_resources", "handed_back"),
            ),
        ),
        visible=queries.visible_agreements,
        filters=("mode", "state"),
        search=("title",),
        owner="body",
        menu=84,
    )
)

registry.carries("definition", "bodies.provincial_office", "5.1-a")
