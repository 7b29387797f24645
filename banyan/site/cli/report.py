"""``banyan report``: documents generated from figures and the ledger."""

import json
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter
from django.conf import settings
from django.utils import translation

from banyan.acts import clock
from banyan.desk.report import annual_report, asked_report
from banyan.kit.paper import Paper, html, pdf, plain
from banyan.site.cli.answers import BadInput, out, show_json

app = App(name="report", help="Reports generated from figures and the ledger.")
Kind = Literal["html", "pdf", "json"]
LANGUAGES = {"zh": "zh-hans", "en": "en"}


@app.command
def annual(
    *,
    year: Annotated[str, Parameter(help="A year of the Measures; this one when unset.")] = "",
    region: Annotated[str, Parameter(help="Code of a city or county; the province when unset.")] = "",
    format_: Annotated[Kind, Parameter(name="--format", help="html, pdf or json.")] = "html",
    language: Annotated[Literal["zh", "en"], Parameter(help="zh or en.")] = "zh",
    out_: Annotated[
        Path | None, Parameter(name="--out", help="File to write; standard output when unset.")
    ] = None,
) -> None:
    """The annual report: figures, regions, findings and consequences of the year; every figure leads to its rows."""
    if format_ == "pdf" and out_ is None:
        raise BadInput("A PDF is written to a file: name it with --out FILE.")
    if out_ is not None and not out_.parent.is_dir():
        raise BadInput(f"There is no folder {out_.parent}.")
    with translation.override(LANGUAGES[language]):
        paper = annual_report(asked_report(year, region), base=settings.BANYAN_PUBLIC_URL)
    _write(paper, format_, out_)


def _write(paper: Paper, kind: Kind, file: Path | None) -> None:
    if kind == "json" and file is None:
        show_json(plain(paper))
    elif file is None:
        out.out(html(paper), highlight=False)
    else:
        file.write_bytes(_bytes(paper, kind))
        out.print(f"Written: {file}")


def _bytes(paper: Paper, kind: Kind) -> bytes:
    if kind == "pdf":
        return pdf(paper, at=clock.now())
    if kind == "json":
        return json.dumps(plain(paper), ensure_ascii=False, indent=1).encode()
    return html(paper).encode()
