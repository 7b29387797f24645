"""``banyan catalogue``: match a form's fields against a catalogue, and search what is catalogued."""

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter
from rich.table import Table

from banyan.catalogue.matcher import match_files
from banyan.catalogue.search import find
from banyan.site.cli.answers import BadInput, out, show_json

app = App(name="catalogue", help="Match and search the catalogues.")
Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]


@app.command
def match(*, catalogue: Path, form: Path, json: Json = False) -> None:
    """For each line of FORM (form,field) the items of CATALOGUE (provider,resource,item) that mean the same."""
    answers = match_files(catalogue, form)
    if json:
        show_json(answers)
        return
    table = Table("form", "field", "item", "resource", "score")
    for answer in answers:
        best = None if answer["best"] is None else answer["matches"][answer["best"]]
        row = (best["item"], best["resource"], f"{best['score']:.2f}") if best else ("—", "", "")
        table.add_row(answer["form"], answer["field"], *row)
    out.print(table)


@app.command
def search(query: str, *, limit: int = 20, json: Json = False) -> None:
    """Find resources, services, collection items and bodies by words, pinyin initials or codes."""
    if not query.strip():
        raise BadInput("Type at least one character to search for.")
    if not 1 <= limit <= 200:
        raise BadInput("--limit is a number from 1 to 200.")
    found = find(query, limit=limit)
    if json:
        show_json({"query": query, "capped": found.capped, "entries": [_plain(hit) for hit in found.entries]})
        return
    table = Table("kind", "title", "code", "score")
    for hit in found.entries:
        table.add_row(hit.kind, hit.title, hit.code, f"{hit.score:.2f}")
    out.print(table)


def _plain(hit: object) -> dict[str, object]:
    names = ("kind", "object_id", "title", "code", "body", "region", "score", "url")
    return {name: getattr(hit, name) for name in names}
