"""A paper as one page of HTML that needs nothing else and prints to A4 (网页文书)."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from banyan.kit.paper.values import Paper, plain

_pages = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)


def html(paper: Paper) -> str:
    """The paper as a page of its own."""
    return _pages.get_template("page.html").render(paper=plain(paper))
