"""``banyan similar``: which software of a register does what a new entry is to do."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from django.utils import translation
from rich.table import Table

from banyan.planning.similarity.files import similar_in_files
from banyan.site.cli.answers import out, show_json

Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]


def similar(*, register: Path, entries: Path, json: Json = False) -> None:
    """For each line of ENTRIES (entry,name,purpose,functions) the software of REGISTER (id,…) that does the same."""
    with translation.override("zh-hans"):
        answers = similar_in_files(register, entries, translation.gettext)
    if json:
        show_json(answers)
        return
    table = Table("entry", "id", "similar software", "score", "functions")
    for answer in answers:
        for one in answer["similar"]:
            pairs = "\n".join(f"{pair['ours']} = {pair['theirs']}" for pair in one["reasons"])
            table.add_row(answer["entry"], one["id"], one["name"], f"{one['score']:.2f}", pairs)
        if answer["none"]:
            table.add_row(answer["entry"], "—", "", "", "")
    out.print(table)
