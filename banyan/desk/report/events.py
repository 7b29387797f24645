"""What happened in the year: findings opened and closed, and the acts of supervision, from the ledger."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Count
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.figure import Rows
from banyan.acts.queries import done_in
from banyan.desk.pages.figures import scope_of
from banyan.desk.report.asked import Report
from banyan.desk.words import article
from banyan.kit.paper import Cell, Grid, Section

SUPERVISION = {"34", "35", "36", "38"}
"""The articles under which findings are followed up."""


def findings_section(of: Report, base: str) -> Section:
    """The findings of the year by kind; none where no kind had any."""
    scope = scope_of(of.region)
    year = str(of.year)
    columns = tuple(
        Rows("acts.finding", {**scope, **filters})
        for filters in ({"found": year}, {"closed": year}, {"found": year, "state": "open"})
    )
    counts = [_by_monitor(one) for one in columns]
    rows = tuple(
        (
            Cell(_(one.title)),
            *(
                _counted(each, found.get(one.name, 0), base, {"monitor": one.name})
                for each, found in zip(columns, counts, strict=True)
            ),
            Cell(article(one.norm).text),
        )
        for one in registry.monitors
        if any(found.get(one.name) for found in counts)
    )
    head = (
        _("Kind"),
        _("Opened in the year"),
        _("Closed in the year"),
        _("Opened then, open now"),
        _("Article"),
    )
    grid = Grid(caption=_("Findings by kind"), head=head, rows=rows, numbers=frozenset({1, 2, 3}))
    return Section(
        title=_("Findings of the year"),
        grids=(grid,) if rows else (),
        lines=() if rows else (_("No monitor found a lapse."),),
    )


def _by_monitor(rows: Rows) -> dict[str, int]:
    found = rows.within().order_by().values_list("monitor").annotate(n=Count("pk"))
    return dict(found)


def _counted(rows: Rows, number: int, base: str, more: dict[str, str]) -> Cell:
    return Cell(str(number), base + rows.address(more) if number else "")


def acts_section(of: Report, base: str) -> Section:
    """The acts of supervision done in the year, each kind leading to its entries in the ledger."""
    done = dict(done_in(of.year, region=of.region).order_by().values_list("act").annotate(n=Count("pk")))
    rows = tuple(
        (
            Cell(_(one.title)),
            Cell(str(done[one.name]), f"{base}/entries/?{_query(of, one)}"),
            Cell(article(one.norm).text),
        )
        for one in _supervising()
        if done.get(one.name)
    )
    head = (_("Act"), _("Number"), _("Article"))
    grid = Grid(caption=_("Acts of supervision"), head=head, rows=rows, numbers=frozenset({1}))
    return Section(
        title=_("Orders, consequences and referrals of the year"),
        grids=(grid,) if rows else (),
        lines=() if rows else (_("None was recorded in the ledger."),),
    )


def _supervising() -> Iterator[Act]:
    return (
        one
        for one in registry.acts
        if str(one.norm).partition(".")[0] in SUPERVISION and one.noun != "acts.finding"
    )


def _query(of: Report, one: Act) -> str:
    return urlencode({"act": one.name, "year": of.year, "region": of.region})
