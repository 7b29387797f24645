"""Render every kind of page from sample data into a folder: ``python -m tests.shapes FOLDER``."""

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from babel.messages.pofile import read_po
from babel.support import NullTranslations
from jinja2 import Environment, FileSystemLoader

import banyan.desk
from banyan.desk.jinja import equip
from banyan.desk.outlines import Outline, outlines
from banyan.desk.shapes import Lang, Page, View
from tests.shapes.decision import decision
from tests.shapes.frame import Words, chooser, sample_done, sample_page, sample_stopped
from tests.shapes.gate import gate
from tests.shapes.granting import act_form
from tests.shapes.home import home
from tests.shapes.law import document
from tests.shapes.outside import problem, sign_in
from tests.shapes.overview import overview
from tests.shapes.register import empty_register, reads, register
from tests.shapes.things import thing

DESK = Path(banyan.desk.__file__).parent
CATALOGUE = DESK.parent / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
MAP_WIDTH = 640


class Phrases(NullTranslations):
    """Translations straight from a .po file, so that a page can be seen before the catalogue is compiled."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        with path.open("rb") as file:
            entries = list(read_po(file))
        self.known = {_first(entry.id): _first(entry.string) for entry in entries if entry.string}

    def gettext(self, message: str) -> str:
        return self.known.get(message) or message

    def ngettext(self, singular: str, plural: str, num: int) -> str:
        return self.known.get(singular) or (singular if num == 1 else plural)


def _first(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def pages(lang: Lang, box: str, drawn: Mapping[str, Outline]) -> Iterator[tuple[str, Page, View]]:
    """Each sample page: its file name, its frame, its shape."""
    t = chooser(lang)

    def framed(chinese: str, english: str, place: str) -> Page:
        return sample_page(t, lang=lang, title=t(chinese, english), place=place)

    own: tuple[Lang, ...] = ("en",) if lang == "en" else ("zh-Hans",)
    request = ("鼓楼区民政局申请使用人口基础信息", "鼓楼区民政局 asks for 人口基础信息")
    yield "home", framed("应办", "What I owe", "home"), home(t)
    yield "home-done", replace(framed("应办", "What I owe", "home"), done=(sample_done(t),)), home(t)
    yield "register", framed("共享申请", "Share requests", "requests"), register(t)
    yield "register-empty", framed("异议", "Objections", "objections"), empty_register(t)
    yield "reads", framed("使用记录", "Reads", "reads"), reads(t)
    yield "object", framed(*request, "requests"), thing(t)
    yield "object-stopped", replace(framed(*request, "requests"), stopped=(sample_stopped(t),)), thing(t)
    yield "act-form", framed("授权共享", "Grant the request", "requests"), act_form(t, wrong=False)
    yield "act-form-wrong", framed("授权共享", "Grant the request", "requests"), act_form(t, wrong=True)
    stopped = act_form(t, wrong=False, stopped=sample_stopped(t))
    yield "act-form-stopped", framed("授权共享", "Grant the request", "requests"), stopped
    yield "decision", framed(*request, "requests"), decision(t)
    yield "gate", framed("高龄津贴申请登记表", "高龄津贴申请登记表", "gate"), gate(t)
    yield "overview", framed("全省执行情况", "The province at a glance", "overview"), overview(t, box, drawn)
    yield "document", framed("办法", "The Measures", "law"), document(t, own)
    yield "document-both", framed("办法", "The Measures", "law"), document(t, ("zh-Hans", "en"))
    yield from _outside(t, lang)


def _outside(t: Words, lang: Lang) -> Iterator[tuple[str, Page, View]]:
    page = sample_page(t, lang=lang, title=t("登录", "Sign in"), place="", signed_in=False)
    yield "sign-in", page, sign_in(t, wrong=False)
    yield "sign-in-wrong", page, sign_in(t, wrong=True)
    yield "problem", replace(page, title=t("无权查看", "Not allowed")), problem(t)


def drawing(catalogue: Path | None) -> Environment:
    """An environment that reads the desk's templates; English without a catalogue."""
    environment = equip(Environment(loader=FileSystemLoader(DESK / "templates"), autoescape=True))
    words = Phrases(catalogue) if catalogue and catalogue.exists() else NullTranslations()
    environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]  # added by the i18n extension
    return environment


def cities(path: Path | None) -> tuple[str, dict[str, Outline]]:
    """The outlines of the cities in a GeoJSON file of boundaries, or nothing."""
    if path is None:
        return "", {}
    features = json.loads(path.read_text())["features"]
    shapes = {
        feature["properties"]["code"]: feature["geometry"]["coordinates"]
        for feature in features
        if feature["properties"]["level"] == "city"
    }
    return outlines(shapes, MAP_WIDTH)


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.shapes", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pages go")
    parser.add_argument("--po", type=Path, default=CATALOGUE, help="the Chinese catalogue")
    parser.add_argument("--boundaries", type=Path, help="GeoJSON of the province's cities, for the map")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(DESK / "assets" / "css", given.folder / "css", dirs_exist_ok=True)
    shutil.copy(DESK / "assets" / "banyan.svg", given.folder)
    box, drawn = cities(given.boundaries)
    languages: tuple[tuple[Lang, Path | None], ...] = (("zh-Hans", given.po), ("en", None))
    for lang, catalogue in languages:
        environment = drawing(catalogue)
        for name, page, view in pages(lang, box, drawn):
            html = environment.get_template(view.template).render(page=page, view=view)
            (given.folder / f"{name}.{lang[:2]}.html").write_text(html)


if __name__ == "__main__":
    main()
