"""How software entries, similarity decisions, key points and standards are listed and shown."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.acts.scopes import holding, of_body, of_state
from banyan.planning.models import KeyPoints, SimilarityDecision, SoftwareEntry, Standard
from banyan.planning.queries import software as queries


def _decisions(entry: SoftwareEntry, actor: Actor) -> Any:
    return entry.decisions.order_by("-score")


def _entries(points: KeyPoints, actor: Actor) -> Any:
    return points.entries.select_related("body").order_by("body", "name")


def _projects(standard: Standard, actor: Actor) -> Any:
    return standard.projects.select_related("body")


DECISION = (
    Column("other_name", _("Similar software"), "record"),
    Column("score", _("Similarity"), "number"),
    Column("get_verdict_display", _("Verdict")),
    Column("reason", _("Reason")),
)
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
        columns=(
            Column("name", _("Name"), "record", sort=True),
            Column("body", _("Body")),
            Column("year", _("Year"), "code"),
            Column("budget", _("Budget (yuan)"), "number"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Software"),
                (
                    Column("body", _("Body"), "record"),
                    Column("year", _("Year"), "code"),
                    Column("purpose", _("Purpose")),
                    Column("function_list", _("Functions"), "list"),
                    Column("budget", _("Budget (yuan)"), "number"),
                ),
            ),
            Group(
                _("Users and reuse"),
                (
                    Column("users", _("Users, with lower units")),
                    Column("consultation", _("Consultation of lower units")),
                    Column("sector_wide", _("Serves its whole line"), "flag"),
                    Column("narrower_because", _("Why it does not serve its whole line")),
                    Column("reuse_search", _("What was searched for reuse")),
                ),
            ),
            Group(
                _("Answer"),
                (
                    Column("key_points", _("Key points"), "record"),
                    Column("merged_into", _("Merged into"), "record"),
                    Column("reason", _("Reason")),
                ),
            ),
        ),
        visible=queries.visible_entries,
        filters=(
            of_state(SoftwareEntry),
            Filter("year", _("Year"), "year"),
            *of_body(),
            holding("joint", _("Used jointly"), lambda: Q(state__in=["merged", "common"])),
            holding("answered", _("Answered"), lambda: ~Q(state=SoftwareEntry.State.SUBMITTED)),
        ),
        related=(
            Related(_("Functions that other software has"), queries.alike, ALIKE, most=40, name="alike"),
            Related(_("Decisions on similar software"), _decisions, DECISION),
        ),
        search=("name", "body__name"),
        owner="body",
        menu=20,
    )
)
register(
    Register(
        model=SimilarityDecision,
        title=_("Similarity decisions"),
        one=_("similarity decision"),
        about=_("What people decided about software that is similar in function (articles 18.2 and 24)."),
        columns=(Column("entry", _("Software entry"), "record"), *DECISION[1:3]),
        groups=(Group(_("Decision"), (Column("entry", _("Software entry"), "record"), *DECISION)),),
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
        columns=(
            Column("year", _("Year"), "record", sort=True),
            Column("approval_number", _("Approval number"), "code"),
            Column("approved_on", _("Approved on"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Key points"),
                (
                    Column("body", _("Compiled by"), "record"),
                    Column("approval_number", _("Approval number"), "code"),
                    Column("approved_on", _("Approved on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_key_points,
        related=(
            Related(
                _("Software plans"),
                _entries,
                (
                    Column("name", _("Name"), "record"),
                    Column("body", _("Body")),
                    Column("sector_wide", _("Serves its whole line"), "flag"),
                    Column("narrower_because", _("Why it does not serve its whole line")),
                    Column("budget", _("Budget (yuan)"), "number"),
                ),
                most=200,
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
        columns=(
            Column("title", _("Title"), "record", sort=True),
            Column("number", _("Standard number"), "code"),
            Column("get_rank_display", _("Rank")),
            Column("in_force_on", _("In force on"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Standard"),
                (
                    Column("number", _("Standard number"), "code"),
                    Column("get_rank_display", _("Rank")),
                    Column("about", _("What it covers")),
                    Column("overlap", _("Decision on overlapping standards")),
                    Column("consulted", _("Opinion of the quality department")),
                    Column("replaced_by", _("Replaced by"), "record"),
                ),
            ),
        ),
        visible=queries.visible_standards,
        filters=(of_state(Standard),),
        related=(
            Related(
                _("Projects that cite it"),
                _projects,
                (
                    Column("name", _("Name"), "record"),
                    Column("body", _("Body")),
                    Column("state", _("State"), "state"),
                ),
            ),
        ),
        search=("number", "title", "about"),
        code="number",
        menu=24,
        public=True,
    )
)
