"""``banyan similar``: software that does the same under another name."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.table import Table

from banyan.planning.similarity import answers
from banyan.site.cli.answers import out, show_json

Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]


def similar(*, register: Path, entries: Path, json: Json = False) -> None:
    """For each line of ENTRIES (entry,name,purpose,functions) the software of REGISTER (id,…) that does the same."""
    found = answers(register, entries)
    if json:
        show_json(found)
        return
    table = Table("entry", "id", "name", "score", "functions")
    for one in found:
        if one["none"]:
            table.add_row(one["entry"], "—", "", "", "")
        for other in one["similar"]:
            pairs = "; ".join(f"{pair['function']} = {pair['matches']}" for pair in other["reasons"][:4])
            table.add_row(one["entry"], other["id"], other["name"], f"{other['score']:.2f}", pairs)
    out.print(table)
