"""Tests of the pages' shapes and of what the templates make of them."""

import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

from banyan.desk.jinja import equip
from banyan.desk.outlines import outlines
from banyan.desk.shapes import (
    Bar,
    Bars,
    Cell,
    Clock,
    Column,
    Condition,
    Duty,
    Field,
    Finder,
    Form,
    Gate,
    Head,
    Home,
    Lang,
    Link,
    Option,
    Page,
    Region,
    RegionMap,
    State,
    Table,
    Tone,
    Trend,
    View,
    Wait,
    strip,
)
from tests.shapes.__main__ import drawing, pages

CSS = Path(__file__).resolve().parent.parent / "assets" / "css"
LANGUAGES: tuple[Lang, ...] = ("zh-Hans", "en")
SAMPLES = [(name, page, view) for lang in LANGUAGES for name, page, view in pages(lang, "", {})]
TONES: tuple[Tone, ...] = ("good", "warn", "bad", "info", "quiet")
VOID = {"input", "meta", "link", "br"}


class Tags(HTMLParser):
    """The opening tags of a page, in order, and whether every tag is closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes out of turn at line {self.getpos()[0]}"

    def values(self, *names: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags for name in names if name in attrs]


ENVIRONMENT = drawing(None)


@cache
def render(page: Page, view: View) -> str:
    return ENVIRONMENT.get_template(view.template).render(page=page, view=view)


@pytest.fixture(params=SAMPLES, ids=[f"{name}-{page.lang}" for name, page, _ in SAMPLES])
def html(request: pytest.FixtureRequest) -> str:
    _, page, view = request.param
    return render(page, view)


def test_every_page_is_well_formed(html: str) -> None:
    assert Tags(html).open == []


def test_a_page_needs_no_inline_style_or_script(html: str) -> None:
    tags = Tags(html).tags
    assert not any("style" in attrs or tag == "style" for tag, attrs in tags)
    assert not any(name.startswith("on") for _, attrs in tags for name in attrs)
    scripts = [attrs for tag, attrs in tags if tag == "script"]
    assert all("src" in attrs or attrs["type"] == "application/json" for attrs in scripts)


def test_every_reference_leads_to_one_element(html: str) -> None:
    page = Tags(html)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    named = page.values("for", "aria-labelledby", "aria-describedby", "form", "popovertarget")
    assert {one for value in named for one in value.split()} <= set(ids)


def test_a_page_has_one_heading_of_its_own_and_one_main_part(html: str) -> None:
    tags = [tag for tag, _ in Tags(html).tags]
    assert tags.count("h1") == tags.count("main") == 1


def test_every_post_form_carries_the_token(html: str) -> None:
    forms = re.findall(r'<form[^>]*method="post".*?</form>', html, re.DOTALL)
    assert all('name="csrfmiddlewaretoken"' in form for form in forms)


def test_every_field_has_a_label(html: str) -> None:
    page = Tags(html)
    labelled = set(page.values("for"))
    asked = [
        attrs["id"]
        for tag, attrs in page.tags
        if tag in {"input", "select", "textarea"} and attrs.get("type") != "hidden"
    ]
    assert set(asked) <= labelled


def test_state_is_never_colour_alone(html: str) -> None:
    badges = re.findall(r'<span class="state \w+">(.*?)</span></span>', html)
    assert all("<use href" in badge and re.search(r"<span>.+", badge) for badge in badges)


def test_icons_are_drawn_in_the_sprite(html: str) -> None:
    assert set(re.findall(r'href="#(i-\w+)"', html)) <= set(Tags(html).values("id"))


def test_a_stopped_act_tells_fact_article_and_lawful_way() -> None:
    page, view = next((page, view) for name, page, view in SAMPLES if name == "object" and page.lang == "en")
    shown = render(page, view)
    stopped = shown[shown.index("Extend the time to answer") :]
    order = ("Why not", "extended once already", "Measures, art. 25(1)", "Lawful way", "Grant the items")
    places = [stopped.index(words) for words in order]
    assert places == sorted(places)


def test_a_gate_shows_the_worst_first_and_counts_what_holds() -> None:
    verdicts: tuple[Tone, ...] = ("good", "warn", "good", "bad")
    conditions = tuple(
        Condition(what=str(n), verdict=State("word", tone), article=Link("16.2"))
        for n, tone in enumerate(verdicts)
    )
    gate = Gate(head=Head(kind="", name=""), conditions=conditions, sentence="", what="")
    assert [one.what for one in gate.ordered] == ["3", "1", "0", "2"]
    assert (gate.held, gate.total) == (2, 4)


@given(st.lists(st.sampled_from(TONES), min_size=1, max_size=60))
def test_a_strip_fills_its_width_without_gaps(tones: list[Tone]) -> None:
    stretches = strip(tones)
    assert sum(one.width for one in stretches) == pytest.approx(100, abs=0.5)
    assert all(a.tone != b.tone for a, b in pairwise(stretches))
    assert all(a.x + a.width == pytest.approx(b.x, abs=0.02) for a, b in pairwise(stretches))


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=40), st.none() | st.floats(-1e6, 1e6))
def test_a_trend_stays_in_its_box(values: list[float], target: float | None) -> None:
    trend = Trend(values=tuple(values), said="", target=target)
    points = [tuple(map(float, point.split(","))) for point in trend.line.split()]
    assert all(0 <= x <= 120 and 2 <= y <= 30 for x, y in points)
    assert trend.aim is None or 2 <= trend.aim <= 30


def test_bars_grow_with_their_values() -> None:
    bars = Bars(title="", steps="", amounts="", bars=(Bar("1", 0, "0"), Bar("2", 5, "5"), Bar("3", 10, "10")))
    assert [block.height for block in bars.blocks] == [0, 60, 120]
    assert [block.y + block.height for block in bars.blocks] == [120, 120, 120]


def test_bars_of_nothing_are_flat() -> None:
    assert [
        block.height for block in Bars(title="", steps="", amounts="", bars=(Bar("1", 0, "0"),)).blocks
    ] == [0]


def test_refuses_a_row_that_does_not_fit_the_columns() -> None:
    with pytest.raises(ValueError, match="needs 2 cells"):
        Table(caption="Grants", columns=(Column(label="a"), Column(label="b")), rows=((Cell("1"),),))


def test_refuses_a_region_outside_the_scale() -> None:
    with pytest.raises(ValueError, match="1 steps"):
        RegionMap(
            title="Overdue", steps=("0",), regions=(Region(code="350100", name="福州市", text="3", step=1),)
        )


def test_a_crowded_map_shows_no_names() -> None:
    regions = tuple(Region(code=str(n), name=str(n), text="", step=0, at=(0, 0)) for n in range(84))
    assert RegionMap(title="", steps=("0",), regions=regions).named == ()
    assert len(RegionMap(title="", steps=("0",), regions=regions[:9]).named) == 9


def test_on_a_phone_a_row_keeps_two_facts_and_folds_the_others() -> None:
    columns = (
        Column(label="name"),
        *(Column(label=str(n)) for n in range(4)),
        Column(label="s", kind="state"),
    )
    full = (Cell("甲"), Cell("1"), Cell(""), Cell("3"), Cell("4"), Cell(state=State("open", "info")))
    more = (Cell("乙"), *(Cell(str(n)) for n in range(4)), Cell(state=State("open", "info")))
    table = Table(caption="", columns=columns, rows=(full, more) * 15)
    assert table.folded(full) == frozenset()
    assert table.folded(more) == {3, 4}
    assert table.beyond == 10
    assert Table(caption="", columns=columns, rows=(full,)).beyond == 0


def test_what_others_owe_stands_first_for_who_owes_less() -> None:
    article = Link("", "")
    wait = Wait(what=Link("", ""), who="", article=article, clock=Clock("", "", "", "info"))
    duty = Duty(what=Link("", ""), article=article, clock=wait.clock, act=Link("", ""))
    assert Home(duties=(duty,), waits=(wait, wait)).is_light
    assert not Home(duties=(duty,), waits=(wait,)).is_light


def test_a_form_with_a_file_is_sent_in_parts() -> None:
    plain = Form(
        key="a", title="", url="", button="", fields=(Field(name="n", label="", error="Type a number."),)
    )
    with_file = Form(key="a", title="", url="", button="", fields=(Field(name="f", label="", kind="file"),))
    assert plain.encoding == "application/x-www-form-urlencoded"
    assert with_file.encoding == "multipart/form-data"
    assert [field.name for field in plain.wrong] == ["n"]


def test_many_choices_become_a_list() -> None:
    options = tuple(Option(value=str(n), label=str(n)) for n in range(6))
    assert Field(name="", label="", kind="choice", options=options[:5]).radios
    assert not Field(name="", label="", kind="choice", options=options).radios


def test_what_is_searched_for_is_never_a_row_of_buttons() -> None:
    options = (Option(value="1", label="鼓楼区民政局"),)
    found = Field(name="", label="", kind="choice", options=options, finder=Finder(url="", name=""))
    assert not found.radios


def test_a_question_that_can_be_searched_does_not_stop_its_form() -> None:
    finder = Finder(url="", name="", words="无此单位")
    sought = Field(name="a", label="", kind="choice", finder=finder)
    nothing = Field(name="b", label="", kind="choice")
    assert Form(key="", title="", url="", button="", fields=(sought,)).waits_for is None
    assert Form(key="", title="", url="", button="", fields=(sought, nothing)).waits_for is nothing


def test_a_lapsed_clock_is_told_from_one_that_runs() -> None:
    running, lapsed = Clock("3 days left", "", "", "warn").state, Clock("1 day late", "", "", "bad").state
    assert (running.mark, lapsed.mark) == ("clock", "late")


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("zh-Hans", "至 2027年12月31日。", '至 <span class="whole">2027年12月31日。</span>'),
        ("zh-Hans", "余额 1,200,000 元。", '余额 <span class="whole">1,200,000 元。</span>'),
        ("zh-Hans", "办法第二十五条第一款", '办法<span class="whole">第二十五条第一款</span>'),
        ("zh-Hans", "每天 2,000 次", '每天 <span class="whole">2,000 次</span>'),
        ("zh-Hans", "应于2026-11-16前办理", '应于<span class="whole">2026年11月16日</span>前办理'),
        ("zh-Hans", "不是“2026-01-31”这样的日期", "不是“2026-01-31”这样的日期"),
        ("en", "not a date such as “2026-01-31”", "not a date such as “2026-01-31”"),
        ("zh-Hans", "每日 10:00", '每日 <span class="whole">10:00</span>'),
        ("en", "Ask 公安厅 <now>", 'Ask <span lang="zh-Hans">公安厅</span> &lt;now&gt;'),
        ("zh-Hans", "应当在 2026-10 前", '应当在 <span class="whole">2026年10月 </span>前'),
        ("en", "2026-10: below", "October 2026: below"),
        ("en", "on 3 May 2026", 'on <span class="whole">3 May 2026</span>'),
        ("zh-Hans", "<b>1 条</b>", '&lt;b&gt;<span class="whole">1 条</span>&lt;/b&gt;'),
    ],
)
def test_running_text_keeps_numbers_whole_and_marks_its_language(lang: Lang, text: str, shown: str) -> None:
    environment = equip(Environment(autoescape=True, loader=DictLoader({"line": "{{ text | prose }}"})))
    page = next(page for _, page, _ in SAMPLES if page.lang == lang)
    assert environment.get_template("line").render(page=page, text=text) == shown


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        (
            "zh-Hans",
            "省厅：民政局 → 人口信息",
            '<span class="name">省厅：</span><span class="name">民政局 →</span> <span class="name">人口信息</span>',
        ),
        ("zh-Hans", "人口信息", "人口信息"),
        (
            "en",
            "人口信息, edition 1",
            '<span class="name"><span lang="zh-Hans">人口信息</span>,</span> edition 1',
        ),
        ("zh-Hans", "很" * 21 + " <1>", "很" * 21 + " &lt;1&gt;"),
    ],
)
def test_a_heading_breaks_between_names(lang: Lang, text: str, shown: str) -> None:
    environment = equip(Environment(autoescape=True, loader=DictLoader({"line": "{{ text | names }}"})))
    page = next(page for _, page, _ in SAMPLES if page.lang == lang)
    assert environment.get_template("line").render(page=page, text=text) == shown


def test_outlines_keep_shape_and_drop_specks() -> None:
    square = [[[118.0, 25.0], [120.0, 25.0], [120.0, 27.0], [118.0, 27.0], [118.0, 25.0]]]
    speck = [[[118.5, 24.9], [118.501, 24.9], [118.501, 24.901], [118.5, 24.9]]]
    box, drawn = outlines({"350100": [square, speck]}, 640)
    assert box.startswith("0 0 640 ")
    assert drawn["350100"].path.count("M") == 1
    assert drawn["350100"].at[0] == pytest.approx(320, abs=1)


def palettes() -> dict[str, dict[str, str]]:
    """The colours of tokens.css by theme, each of which stands with its light and its dark value."""
    text = (CSS / "tokens.css").read_text()
    found = re.findall(r"--([\w-]+): var\(--light, (#[0-9a-f]+)\) var\(--dark, (#[0-9a-f]+)\);", text)
    return {
        "light": {name: light for name, light, _ in found},
        "dark": {name: dark for name, _, dark in found},
    }


def test_both_ways_into_the_dark_turn_the_same_values() -> None:
    """One is the system's wish, the other the reader's choice; nothing else is said twice."""
    blocks = re.findall(r"\{([^{}]*--dark: initial;[^{}]*)\}", (CSS / "tokens.css").read_text())
    wished, chosen = (set(body.split()) for body in blocks)
    assert wished == chosen
    assert len(re.findall("#[0-9a-f]{3,6}", (CSS / "tokens.css").read_text())) == 2 * len(palettes()["dark"])


def luminance(colour: str) -> float:
    """WCAG 2.2: relative luminance of #rgb or #rrggbb."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


TEXT_ON = (
    *((ink, ground) for ink in ("ink", "soft", "accent", "bad") for ground in ("page", "sheet", "sunk")),
    *((tone, f"{tone}-tint") for tone in ("accent", "warn", "bad", "info")),
    *(("ink", ground) for ground in ("accent-tint", "bad-tint", "quiet-tint", "step-0", "step-1", "step-2")),
    *(("on-accent", ground) for ground in ("accent", "accent-deep", "step-3", "step-4")),
    ("soft", "quiet-tint"),
    ("soft", "bad-tint"),
    ("accent-deep", "accent-tint"),
)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(theme: str, ink: str, ground: str) -> None:
    colours = palettes()[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "sheet", "sunk"])
def test_edges_of_fields_stand_out(theme: str, ground: str) -> None:
    colours = palettes()[theme]
    assert contrast(colours["edge"], colours[ground]) >= 3


def test_the_style_asks_nothing_of_other_places() -> None:
    sources = [file.read_text() for file in CSS.glob("*.css")]
    assert not any("url(" in source or "!important" in source for source in sources)
