"""``banyan law``: what the system does about each norm."""

from collections import Counter
from typing import Annotated

from cyclopts import App, Parameter
from rich.table import Table

from banyan.acts.coverage import coverage_rows
from banyan.site.cli.answers import out, show_json

app = App(name="law", help="The law pack in force.")
Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]


@app.command
def coverage(*, json: Json = False) -> None:
    """For each norm its mechanism, its tests, its live count and its state."""
    rows = coverage_rows()
    if json:
        show_json([row.plain() for row in rows])
        return
    table = Table("norm", "mechanism", "tests", "count", "state")
    for row in rows:
        table.add_row(row.id, ", ".join(row.mechanism), str(len(row.tests)), str(row.count), row.state)
    out.print(table)
    states = Counter(row.state for row in rows)
    out.print(f"{len(rows)} norms: " + ", ".join(f"{count} {state}" for state, count in states.items()))
