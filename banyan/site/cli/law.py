"""``banyan law``: the packs, which is in force, how two compare, and what the system does about each norm."""

import sys
from collections import Counter
from typing import Annotated

from cyclopts import App, Parameter
from django.db import OperationalError
from rich.markup import escape
from rich.table import Table

from banyan.acts import clock
from banyan.acts.coverage import coverage_rows
from banyan.law.compare import Compared, Side, compare
from banyan.law.shelf import two_on_shelf
from banyan.site import environment
from banyan.site.cli.answers import BadInput, out, show_json
from banyan.site.law_choice import choose_pack, shelf

app = App(name="law", help="The law pack in force.")
Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]


@app.command
def coverage(*, json: Json = False) -> None:
    """For each norm its mechanism, its tests, its live count and its state."""
    try:
        rows = coverage_rows()
    except OperationalError:
        print("Nothing is counted: there is no database yet.", file=sys.stderr)
        rows = coverage_rows(counted=False)
    if json:
        show_json([row.plain() for row in rows])
        return
    table = Table("norm", "mechanism", "tests", "count", "state")
    for row in rows:
        table.add_row(row.id, ", ".join(row.mechanism), str(len(row.tests)), str(row.count), row.state)
    out.print(table)
    states = Counter(row.state for row in rows)
    out.print(f"{len(rows)} norms: " + ", ".join(f"{count} {state}" for state, count in states.items()))


@app.command
def packs(*, json: Json = False) -> None:
    """The packs that come with the software, and which one is in force here."""
    rows = shelf()
    if json:
        show_json([row.plain() for row in rows])
        return
    table = _folding("pack", "chosen here", "title", "standing", "from", "norms", "words not settled")
    for row in rows:
        mark = "yes" if row.in_force else ""
        table.add_row(
            row.id, mark, row.title_zh, row.status, row.commencement, str(row.norms), str(row.unsettled)
        )
    out.print(table)


@app.command
def use(pack: str) -> None:
    """Put PACK (a name of `banyan law packs`, or a folder) in force in a BANYAN_HOME without acts."""
    chosen = choose_pack(pack)
    out.print(f"Chosen: {chosen.version} {chosen.title_zh}. Restart what serves.", soft_wrap=True)
    if environment.LAW_PACK.text():
        told = f"{environment.LAW_PACK.name}={environment.LAW_PACK.text()} is set and wins while it is."
        out.print(told, soft_wrap=True)


@app.command(name="compare")
def compare_packs(a: str, b: str, *, on: str = "", json: Json = False) -> None:
    """Hold packs A and B beside each other, norm by norm, with the clocks of a day (today when unset)."""
    found, faults = two_on_shelf(a, b, on, clock.today())
    if found is None:
        raise BadInput(" ".join(str(fault) for fault in faults.values()))
    here, there, day = found
    rows = compare(here, there, day)
    if json:
        told = {"a": here.version, "b": there.version, "on": day.isoformat()}
        show_json({**told, "items": [row.plain() for row in rows]})
        return
    table = _folding("norm", "differs in", a, b)
    for row in rows:
        if row.differences:
            table.add_row(row.norm.key, ", ".join(sorted(row.differences)), _told(row.here), _told(row.there))
    out.print(table)
    out.print(_sums(rows))


def _folding(*columns: str) -> Table:
    """A table that cuts nothing off, however narrow the screen; the name in its first column stays whole."""
    table = Table(show_lines=True)
    for place, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=place == 0)
    return table


def _told(side: Side | None) -> str:
    if side is None:
        return "–"
    lines = [f"{side.article.zh} ({side.provision.certainty.value}) {side.provision.text_zh}"]
    lines += [
        f"{one.own[0]} → {one.now[0]} ({one.certainty.value})" for one in side.offices if one.own != one.now
    ]
    for one in side.clocks:
        if one.value:
            source = one.value.citation("zh")
            lines.append(f"{one.parameter.name}: {one.value.words()} ({one.value.certainty.value}, {source})")
    return escape("\n".join(lines))


def _sums(rows: list[Compared]) -> str:
    counts = Counter(difference.value for row in rows for difference in row.differences)
    same = sum(not row.differences for row in rows)
    told = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    return f"{len(rows)} norms: {same} the same" + (f", {told}" if told else "")
