"""Lists every sentence that users see: from calls in the code, from templates, and from the declarations of acts.

``python tools/extract_messages.py`` prints those without a Chinese translation; a test fails while there are any.
"""

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import django
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "banyan"
CATALOGUES = sorted(PACKAGE.glob("**/locale/zh_Hans/LC_MESSAGES/django.po"))
"""The whole product's own, and one for each part that has grown since."""
GETTEXT = {
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
}
CALLS = GETTEXT | {"say", "_", "translate", "N_"}
LEFT_OUT = {"tests", "migrations"}


class Message(NamedTuple):
    """One sentence (译文条目) with its context and, when it counts something, its plural."""

    text: str
    context: str | None = None
    plural: str | None = None

    def __str__(self) -> str:
        return f"[{self.context}] {self.text}" if self.context else self.text


def marking_calls() -> Iterator[tuple[Path, str, ast.Call]]:
    """Every call in the code that marks a sentence: its file, the name that is called, the call."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if LEFT_OUT.isdisjoint(path.parts):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = _called(node) if isinstance(node, ast.Call) else ""
                if name and isinstance(node, ast.Call):
                    yield path, name, node


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name) and call.func.id in CALLS:
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) and call.func.attr in GETTEXT else ""


def of_code() -> Iterator[Message]:
    """The sentences in those calls."""
    for _path, name, call in marking_calls():
        first, second = ([*_texts(one)] for one in (*call.args, None, None)[:2])
        if name.startswith("pgettext"):
            yield from (Message(text, context) for context in first for text in second)
        elif name.startswith("ngettext"):
            yield from (Message(text, plural=plural) for text in first for plural in second)
        else:
            yield from map(Message, first)


def _texts(argument: ast.expr | None) -> Iterator[str]:
    """The text of an argument, or both texts of «this if so, else that»."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    if isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)


def of_templates() -> Iterator[Message]:
    """Every marked text of the templates; a template that cannot be read is an error."""
    for path in sorted(PACKAGE.rglob("templates/**/*.html")):
        with path.open("rb") as file:
            for _line, name, said, _comments in babel_extract(file, tuple(CALLS), (), {"silent": "false"}):
                texts = [one for one in (said if isinstance(said, tuple) else (said,)) if one]
                if name.startswith("pgettext"):
                    yield Message(texts[1], texts[0])
                elif texts:
                    yield Message(texts[0], plural=texts[1] if name.startswith("ngettext") else None)


def of_declarations() -> Iterator[Message]:
    """What is declared as data and read out on pages: acts, offices, monitors, figures, kinds of norms and hits."""
    from banyan.acts import registry  # noqa: PLC0415  after django.setup()
    from banyan.catalogue.indexing import SHOWN  # noqa: PLC0415  after django.setup()
    from banyan.law.norms import Kind  # noqa: PLC0415  beside the others

    for act in registry.acts:
        yield from (Message(rule.demand) for rule in act.rules if act.gate and rule.demand)
        if act.by.places or act.says:
            yield from (Message(text) for text in (act.title, act.help, act.says) if text)
        for one in act.shape.inputs:
            yield from (Message(text) for text in (one.label, one.ask.help) if text)
        for by in (act.by, act.four_eyes):
            for place in by.places if by else ():
                yield from (Message(office.replace("_", " ")) for office in place.offices)
                if place.path == "own" and place.demands:
                    yield Message(" ".join(sorted(place.demands)).replace("_", " "))
    yield from (Message(one.title) for one in (*registry.monitors, *registry.figures))
    yield from (Message(kind) for kind in (*Kind, *SHOWN))


def all_messages() -> set[Message]:
    """Every sentence, with its context."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
    django.setup()
    return {*of_code(), *of_templates(), *of_declarations()}


def of_catalogues() -> Iterator[Entry]:
    """Every entry of every catalogue."""
    for path in CATALOGUES:
        with path.open("rb") as file:
            yield from read_po(file, locale="zh_Hans")


def translated() -> set[Message]:
    """The sentences that have a Chinese translation."""
    found: set[Message] = set()
    for message in of_catalogues():
        text, plural = message.id if isinstance(message.id, tuple | list) else (message.id, None)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if text and all(strings) and not message.fuzzy:
            found.add(Message(text, message.context, plural))
    return found


def missing() -> list[Message]:
    """Sentences without a translation, in order."""
    return sorted(all_messages() - translated(), key=str)


if __name__ == "__main__":
    for one in missing():
        sys.stdout.write(f"{one}\n")
    sys.exit(1 if missing() else 0)
