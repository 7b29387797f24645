"""``banyan demo``: the demo province, its accounts and its story."""

from typing import Annotated

from cyclopts import App, Parameter

from banyan.demo import credentials as demo_credentials
from banyan.demo import province
from banyan.demo import story as demo_story
from banyan.site.cli.answers import show_json
from banyan.site.cli.installation import Port
from banyan.site.cli.progress import bar
from banyan.site.processes import claimed_ports, prepare, serve_all

app = App(name="demo", help="The demo province.")
Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]


@app.default
def demo(*, serve: bool = True, port: Port = None) -> None:
    """Load the demo province when missing, then serve it; prints the address and the accounts."""
    if not serve:
        _load()
        return
    with claimed_ports(port) as desk:
        _load()
        serve_all(desk, demo=True, ready=lambda: print(demo_credentials.as_text()))


def _load() -> None:
    prepare(demo=True)
    if not province.loaded():
        with bar("Loading the demo province") as tell:
            province.load(tell)


@app.command
def credentials(*, json: Json = False) -> None:
    """The demo's officers and consumer systems with what they sign in with."""
    if json:
        show_json(demo_credentials.as_json())
    else:
        print(demo_credentials.as_text())


@app.command
def story(*, chapter: str = "share") -> None:
    """Play a chapter (share or build) against the running server; exit status 1 when a step does not hold."""
    demo_story.play(chapter)
