"""The scripts of the pages, in Chromium, under the content security policy that the desk sends."""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

BUILT = Path(__file__).parent.parent / "banyan" / "desk" / "static" / "built"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'"
)
SQUARE = {"type": "Polygon", "coordinates": [[[118, 25], [119, 25], [119, 26], [118, 26], [118, 25]]]}
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"adcode": code}, "geometry": SQUARE}
        for code in ("350100", "350200")
    ],
}
MAP = {
    "geojson": "/shapes.json",
    "key": "adcode",
    "steps": ["none", "some"],
    "regions": [{"code": "350100", "name": "福州市", "text": "3 件", "step": 1, "url": "/bodies"}],
}
BARS = {
    "labels": ["福州市", "厦门市"],
    "unit": "件",
    "target": {"name": "目标", "value": 2},
    "series": [{"name": "超期", "values": [3, 1], "links": ["/a", "/b"]}],
}
LINES = {
    "labels": ["10月", "11月"],
    "series": [{"name": "提出", "values": [3, 1]}, {"name": "办结", "values": [1, 2]}],
}


def built(name: str) -> str:
    manifest: dict[str, str] = json.loads((BUILT / "manifest.json").read_text())
    return manifest[name]


def chart(kind: str, data: Mapping[str, object]) -> str:
    return (
        f'<figure id="{kind}-figure" data-chart="{kind}" data-source="#{kind}">'
        f"<figcaption>{kind} of 2026</figcaption></figure>"
        f'<script type="application/json" id="{kind}">{json.dumps(data)}</script>'
    )


def document(body: str, *scripts: str) -> str:
    tags = "".join(f'<script src="/{built(script)}" defer></script>' for script in scripts)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Try</title>'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="/{built("desk.css")}">{tags}</head>'
        f"<body><main><h1>Try</h1>{body}</main></body></html>"
    )


class Site(SimpleHTTPRequestHandler):
    """The built files, and the pages that a test puts up."""

    pages: dict[str, str]

    def do_GET(self) -> None:
        if self.path.partition("?")[0] not in self.pages:
            return super().do_GET()
        body = self.pages[self.path.partition("?")[0]].encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


Show = Callable[..., Page]


@pytest.fixture
def show(page: Page) -> Iterator[Show]:
    """Put a page up and open it: ``show(body, "desk.js", **more_pages)``."""
    handler = type("PutUp", (Site,), {"pages": {"/shapes.json": json.dumps(SHAPES)}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=BUILT))
    Thread(target=server.serve_forever, daemon=True).start()

    def up(body: str, *scripts: str, **more: str) -> Page:
        handler.pages |= {"/": document(body, *scripts)} | {f"/{name}": text for name, text in more.items()}  # type: ignore[attr-defined]  # made above
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        return page

    yield up
    server.shutdown()
    server.server_close()


def test_every_page_loads_less_than_60_kilobytes_of_scripts_and_styles() -> None:
    sizes = {name: len(gzip.compress((BUILT / built(name)).read_bytes())) for name in ("desk.js", "desk.css")}
    assert sum(sizes.values()) < 60_000, sizes


def test_a_compressed_copy_and_the_licences_stand_beside_the_scripts() -> None:
    file = BUILT / built("desk.js")
    assert gzip.decompress(file.with_name(file.name + ".gz").read_bytes()) == file.read_bytes()
    assert file.with_name(file.name + ".br").exists()
    assert "htmx.org 4" in (BUILT / "LICENCES.txt").read_text()


FOUND = {"options": [{"value": "7", "label": "厦门市", "code": "350200"}], "told": "1 is found."}
SEEK = (
    '<input type="search" id="body-words" name="body.words" aria-label="Name or code">'
    '<button name="search" value="body">Search</button><p role="status"></p>'
)
FINDER = (
    '<div class="finder" data-finder="/found?within=3" data-named="body" data-label="Body"'
    ' data-choose="Choose one.">'
)
ONE = (
    f'<form action="/sent"><label for="body">Body</label>{FINDER}{SEEK}<select id="body" name="body" required>'
    '<option value="">Choose…</option><option value="1" data-code="350100">福州市</option>'
    '<option value="2">莆田市</option></select></div><button>Send</button></form>'
)
SEVERAL = (
    f'<form action="/sent">{FINDER}{SEEK}<ul class="options">'
    '<li><input type="checkbox" id="b1" name="body" value="1"><label for="b1">福州市</label></li>'
    '<li><input type="checkbox" id="b2" name="body" value="2"><label for="b2">莆田市</label></li>'
    "</ul></div></form>"
)


@pytest.mark.browser
def test_a_record_is_found_and_chosen_by_keyboard_alone(show: Show) -> None:
    page = show(ONE, "desk.js", found=json.dumps(FOUND), sent="Sent")
    field = page.get_by_role("combobox", name="Body")
    expect(page.get_by_role("button", name="Search")).to_have_count(0)
    field.press("ArrowDown")
    expect(page.get_by_role("option")).to_have_text(["福州市350100", "莆田市"])
    expect(field).to_have_attribute("aria-expanded", "true")
    with page.expect_request("**/found?within=3&q=xms"):
        field.fill("xms")
    expect(page.get_by_role("option")).to_have_text(["厦门市350200"])
    expect(page.get_by_role("status")).to_have_text("1 is found.")
    field.press("ArrowDown")
    active = page.get_by_role("option", selected=True).get_attribute("id")
    expect(field).to_have_attribute("aria-activedescendant", active or "")
    field.press("Enter")
    expect(field).to_have_value("厦门市")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.press("Enter")
    page.wait_for_url("**/sent?body=7")


@pytest.mark.browser
def test_what_is_typed_and_not_chosen_is_not_sent(show: Show) -> None:
    page = show(ONE, "desk.js", found=json.dumps({"options": [], "told": "Nothing"}), sent="Sent")
    field = page.get_by_role("combobox", name="Body")
    field.fill("无此单位")
    expect(page.get_by_role("status")).to_have_text("Nothing")
    page.get_by_role("button", name="Send").click()
    assert "/sent" not in page.url
    assert field.evaluate("one => one.validationMessage") == "Choose one."


@pytest.mark.browser
def test_escape_leaves_the_choice_as_it_was_and_a_click_chooses(show: Show) -> None:
    page = show(ONE, "desk.js", found=json.dumps(FOUND), sent="Sent")
    field = page.get_by_role("combobox", name="Body")
    field.click()
    page.get_by_role("option", name="莆田市").click()
    expect(field).to_have_value("莆田市")
    field.fill("厦")
    expect(page.get_by_role("option")).to_have_text(["厦门市350200"])
    field.press("Escape")
    expect(field).to_have_value("莆田市")
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/sent?body=2")


@pytest.mark.browser
def test_of_several_those_checked_stay_while_others_are_searched(show: Show) -> None:
    page = show(SEVERAL, "desk.js", found=json.dumps(FOUND))
    page.get_by_label("莆田市").check()
    page.get_by_label("Name or code").fill("厦门")
    expect(page.get_by_role("checkbox")).to_have_count(2)
    expect(page.locator("li")).to_have_text(["莆田市", "厦门市 350200"])
    expect(page.get_by_label("莆田市")).to_be_checked()
    page.get_by_label("Name or code").press("Enter")
    assert "/sent" not in page.url


@pytest.mark.browser
@pytest.mark.parametrize("body", [ONE, SEVERAL])
def test_axe_finds_nothing_about_a_search_among_records(
    body: str, show: Show, axe: Callable[[Page], list[str]]
) -> None:
    page = show(body, "desk.js", found=json.dumps(FOUND))
    page.locator("#body, #body-words").first.fill("厦")
    expect(page.get_by_role("status")).to_have_text("1 is found.")
    assert axe(page) == []


@pytest.mark.browser
def test_without_scripts_a_button_searches_and_the_list_stays(show: Show) -> None:
    page = show(ONE, sent="Sent")
    page.locator("[type=search]").fill("厦门")
    page.locator("#body").select_option("1")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/sent?body.words=*&search=body&body=1")


@pytest.mark.browser
def test_a_key_presses_its_button_until_the_keys_are_switched_off(show: Show) -> None:
    page = show(
        '<button data-keys-switch>Keys</button><input id="field" aria-label="field">'
        '<div x-data="{ granted: 0 }"><button data-key="g" @click="granted++">Grant</button>'
        '<output x-text="granted"></output></div>',
        "desk.js",
    )
    granted = page.locator("output")
    expect(granted).to_have_text("0")
    page.keyboard.press("g")
    expect(granted).to_have_text("1")
    page.locator("#field").press("g")
    page.get_by_role("button", name="Keys").click()
    page.keyboard.press("g")
    expect(page.get_by_role("button", name="Keys")).to_have_attribute("aria-pressed", "false")
    expect(granted).to_have_text("1")


@pytest.mark.browser
def test_a_copied_text_is_on_the_clipboard_and_the_button_says_so(show: Show) -> None:
    page = show('<button data-copy="35010000" data-copied="Copied">Copy</button>', "desk.js")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button").click()
    expect(page.get_by_role("button")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "35010000"


@pytest.mark.browser
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_form_is_sent_only_after_its_sentence_is_confirmed(show: Show, answer: str) -> None:
    page = show(
        '<form hx-get="/sent" hx-target="#out" data-confirm="This revokes the grant."><button>Revoke</button></form>'
        '<div id="out"></div><dialog data-confirm-dialog aria-label="Confirm"><form method="dialog">'
        '<p data-sentence></p><button value="yes">yes</button><button value="no">no</button></form></dialog>',
        "desk.js",
        sent="<p>Revoked.</p>",
    )
    page.get_by_role("button", name="Revoke").click()
    expect(page.get_by_role("dialog")).to_contain_text("This revokes the grant.")
    page.get_by_role("button", name=answer).click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#out")).to_have_text("Revoked." if answer == "yes" else "")


@pytest.mark.browser
def test_without_a_dialog_the_browser_asks_before_the_form_is_sent(show: Show) -> None:
    page = show(
        '<form action="/sent" data-confirm="Sure?"><button>Send</button></form>', "desk.js", sent="Sent"
    )
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog"):
        page.get_by_role("button").click()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button").click()
    expect(page.locator("body")).to_have_text("Sent")


@pytest.mark.browser
def test_a_form_in_place_takes_the_focus_and_gives_it_back(show: Show) -> None:
    page = show(
        '<a href="/form" hx-get="/form" hx-target="#here">Grant</a><div id="here" aria-live="polite"></div>',
        "desk.js",
        form='<form class="act"><input aria-label="Until"><a href="/" data-cancel>Leave it</a></form>',
    )
    page.get_by_role("link", name="Grant").click()
    expect(page.get_by_label("Until")).to_be_focused()
    page.get_by_role("link", name="Leave it").click()
    expect(page.locator("#here")).to_be_empty()
    expect(page.get_by_role("link", name="Grant")).to_be_focused()


@pytest.mark.browser
def test_charts_are_drawn_and_follow_theme_and_width(show: Show) -> None:
    page = show(chart("map", MAP) + chart("bar", BARS) + chart("line", LINES), "charts.js")
    expect(page.locator("figure > .chart svg")).to_have_count(3)
    expect(page.get_by_role("img", name="bar of 2026")).to_contain_text("厦门市")
    expect(page.get_by_role("img", name="map of 2026")).to_contain_text("福州市")
    bars = page.locator("#bar-figure svg")
    wide = bars.get_attribute("width")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(bars).not_to_have_attribute("width", wide or "")
    page.evaluate("document.documentElement.style.setProperty('--accent', '#123456')")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(bars.locator("[fill='#123456']").first).to_be_attached()


@pytest.mark.browser
def test_axe_finds_what_is_wrong_with_a_page(show: Show, axe: Callable[[Page], list[str]]) -> None:
    page = show('<img src="data:,">')
    assert any(finding.startswith("image-alt") for finding in axe(page))
