"""The file of a referral as a paper (移送书): what the PDF says, in the reader's language."""

from datetime import date, datetime
from typing import Any, Literal

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from banyan.acts.names import paired
from banyan.kit.paper import Cell, Grid, Paper, Section
from banyan.law.inforce import pack
from banyan.law.norms import Norm

PROVED = 40
"""So many entries stand in the paper; all of them stand in the file."""


def referral_paper(told: dict[str, Any]) -> Paper:
    """The paper of a referral file."""
    case = told["referral"]
    lang: Literal["zh-Hans", "en"] = "en" if (get_language() or "").startswith("en") else "zh-Hans"
    return Paper(
        title=_("Referral of {body}").format(body=case["body"]),
        issuer=case["referred_by"],
        lang=lang,
        lines=(
            _("To: {organ}").format(organ=case["organ"] or "—"),
            _("Case of article 38: {case}").format(case=case["case_words"]),
            _("State: {state}").format(state=case["state_words"]),
        ),
        sections=(
            _facts(case),
            _findings(told),
            _order(told),
            _persons(told),
            _entries(told),
        ),
        closing=(case["referred_by"],),
    )


def _section(title: str, *lines: tuple[str, Any], grids: tuple[Grid, ...] = ()) -> Section:
    said = tuple(paired(name, value) for name, value in lines if value not in (None, ""))
    return Section(title=title, lines=said, grids=grids)


def _day(told: str | None) -> str:
    """A day or moment of the file as the province's calendar shows it: 2026年11月30日; empty when there is none."""
    if not told:
        return ""
    at = localtime(datetime.fromisoformat(told)) if "T" in told else date.fromisoformat(told)
    return date_format(at, _("j F Y"))


def _moment(told: str) -> str:
    return f"{_day(told)} {localtime(datetime.fromisoformat(told)):%H:%M}"


def _facts(case: dict[str, Any]) -> Section:
    return _section(
        _("Facts and gravity"),
        (_("Facts"), case["facts"]),
        (_("Amount concerned (yuan)"), case["amount"]),
        (_("People concerned"), f"{case['people']:,}" if case["people"] else None),
        (_("How the gravity was judged"), case["judged"]),
        (_("Outcome"), case["outcome"]),
        (_("Sanction"), case["sanction"]),
        (_("In effect from"), _day(case["effective_on"])),
        (_("In effect until"), _day(case["effective_until"])),
    )


def _grid(
    caption: str, head: tuple[str, ...], rows: list[tuple[Any, ...]], *numbers: int
) -> tuple[Grid, ...]:
    cells = tuple(tuple(Cell(str(value)) for value in row) for row in rows)
    return (Grid(caption=caption, head=head, rows=cells, numbers=frozenset(numbers)),) if rows else ()


def _findings(told: dict[str, Any]) -> Section:
    rows = [
        (
            pack().named(Norm(one["norm"]), get_language() or "zh"),
            one["title"],
            one["because"],
            one["source"],
            _day(one["found_at"]),
        )
        for one in told["findings"]
    ]
    head = (_("Article"), _("What"), _("Why"), _("Kind"), _("Found"))
    return _section(_("Findings"), grids=_grid(_("Findings of the order"), head, rows))


def _order(told: dict[str, Any]) -> Section:
    order, held = told["order"], told["consequences"]
    rows = [(one["project"], one["kind"], one["reason"], one["state"]) for one in held]
    head = (_("Project"), _("Kind"), _("Reason"), _("State"))
    return _section(
        _("Order and what came of it"),
        (_("What is to be corrected"), order["demands"]),
        (_("State"), order["state_words"]),
        (_("Report of the body"), order["report"]),
        (_("Evidence of the correction"), order["evidence"]),
        (_("Result of the check"), order["check_result"]),
        grids=_grid(_("Consequences"), head, rows),
    )


def _persons(told: dict[str, Any]) -> Section:
    rows = [
        (one["name"], one["office"], _day(one["since"]), _day(one["until"]) or "—") for one in told["persons"]
    ]
    head = (_("Officer"), _("Office"), _("Since"), _("Until"))
    return _section(_("Who was in charge"), grids=_grid(_("Offices when the lapse was found"), head, rows))


def _entries(told: dict[str, Any]) -> Section:
    shown = told["entries"][-PROVED:]
    rows = [(one["number"], _moment(one["at"]), one["sentence"], one["position"]) for one in shown]
    head = (_("Entry"), _("When"), _("What was done"), _("Position in the log"))
    return _section(
        _("Entries of the ledger"),
        (_("Log"), told["log"]["origin"]),
        (_("Verification key"), told["log"]["vkey"]),
        (_("How to check"), "python3 verify.py referral.json --vkey vkey"),
        grids=_grid(
            _("Entries with their place in the log"),
            head,
            [row if row[3] is not None else (*row[:3], "—") for row in rows],
            0,
            3,
        ),
    )
