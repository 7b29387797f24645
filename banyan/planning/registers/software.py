"""How software entries, similarity decisions, key points and standards are listed and shown."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import holding
from banyan.planning.models import KeyPoints, Project, SimilarityDecision, SoftwareEntry, Standard
from banyan.planning.queries import software as queries


def _decisions(entry: SoftwareEntry, actor: Actor) -> Any:
    return entry.decisions.order_by("-score")


def _entries(points: KeyPoints, actor: Actor) -> Any:
    return points.entries.select_related("body").order_by("body", "name")


def _projects(standard: Standard, actor: Actor) -> Any:
    return standard.projects.select_related("body")


ALIKE = (
    Column("other", _("Similar software")),
    Column("share", _("Similarity"), "number"),
    Column("ours", _("Our function")),
    Column("theirs", _("Its function")),
    Column("why", _("Why they are alike")),
)
register(
    Register(
        model=SoftwareEntry,
        title=_("Software plans"),
        one=_("software entry"),
        about=_(
            "Software that provincial units plan for a year, and what became of each entry (articles 18 and 24)."
        ),
        columns=(Column("name", sort=True), "body", "year", "budget"),
        groups=(
            Group(
                _("Software"),
                ("body", "year", "purpose", Column("function_list", _("Functions"), "list"), "budget"),
            ),
            Group(
                _("Users and reuse"),
                ("users", "consultation", "sector_wide", "narrower_because", "reuse_search"),
            ),
            Group(_("Answer"), ("key_points", "merged_into", "reason")),
        ),
        visible=queries.visible_entries,
        filters=(
            "year",
            holding("joint", _("Used jointly"), lambda: Q(state__in=["merged", "common"])),
            holding("answered", _("Answered"), lambda: ~Q(state=SoftwareEntry.State.SUBMITTED)),
        ),
        related=(
            Related(_("Functions that other software has"), queries.alike, ALIKE, most=40, name="alike"),
            Related(
                _("Decisions on similar software"),
                _decisions,
                (Column("other_name", _("Similar software")), "score", "verdict", "reason"),
                of=SimilarityDecision,
            ),
        ),
        search=("name", "body__name"),
        owner="body",
        menu=20,
        public=True,
    )
)
register(
    Register(
        model=SimilarityDecision,
        title=_("Similarity decisions"),
        one=_("similarity decision"),
        about=_("What people decided about software that is similar in function (articles 18.2 and 24)."),
        columns=("entry", "score", "verdict"),
        groups=(
            Group(
                _("Decision"),
                ("entry", Column("other_name", _("Similar software")), "score", "verdict", "reason"),
            ),
        ),
        visible=queries.visible_decisions,
        menu=0,
    )
)
register(
    Register(
        model=KeyPoints,
        title=_("Annual key points"),
        one=_("key points"),
        about=_("The software of each year that the provincial government approved (article 18.1)."),
        columns=(Column("year", sort=True), "approval_number", "approved_on"),
        groups=(Group(_("Key points"), ("body", "approval_number", "approved_on")),),
        visible=queries.visible_key_points,
        related=(
            Related(
                _("Software plans"),
                _entries,
                (Column("name", opens=True), "body", "sector_wide", "narrower_because", "budget"),
                most=200,
                of=SoftwareEntry,
            ),
        ),
        owner="body",
        menu=22,
        public=True,
    )
)
register(
    Register(
        model=Standard,
        title=_("Standards"),
        one=_("standard"),
        about=_("Standards that building follows; a local one only where none above covers it (article 11)."),
        columns=(Column("title", sort=True), "number", "rank", "in_force_on"),
        groups=(Group(_("Standard"), ("number", "rank", "about", "overlap", "consulted", "replaced_by")),),
        visible=queries.visible_standards,
        related=(
            Related(
                _("Projects that cite it"),
                _projects,
                (Column("name", opens=True), "body", "state"),
                of=Project,
            ),
        ),
        search=("number", "title", "about"),
        code="number",
        menu=24,
        public=True,
    )
)
