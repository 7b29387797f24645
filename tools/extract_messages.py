"""Lists every sentence that users see: from calls in the code, from templates, and from the declarations of acts.

``python tools/extract_messages.py`` prints those without a Chinese translation; a test fails while there are any.
"""

import ast
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "banyan"
CATALOGUE = PACKAGE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
CALLS = {"say", "_", "gettext", "gettext_lazy", "gettext_noop", "translate", "N_"}
SECOND = {"pgettext", "pgettext_lazy"}
PLURAL = {"ngettext"}

Key = tuple[str | None, str]


def of_code() -> Iterator[Key]:
    """The first argument of every call that marks a sentence."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "tests" in path.parts or "migrations" in path.parts or "preview" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from _of_call(node)


def _of_call(node: ast.Call) -> Iterator[Key]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if (name in CALLS or name in PLURAL) and texts:
        yield None, texts[0]
    if name in SECOND and len(texts) > 1:
        yield texts[0], texts[1]


def of_templates() -> Iterator[Key]:
    """Every marked text of the templates."""
    for path in sorted(PACKAGE.rglob("templates/**/*.html")):
        with path.open("rb") as file:
            for _line, _function, message, _comments in babel_extract(
                file, ("_", "gettext", "ngettext"), (), {}
            ):
                texts = message if isinstance(message, tuple) else (message,)
                if texts[0]:
                    yield None, str(texts[0])


def of_declarations() -> Iterator[Key]:
    """Titles, help, sentences and inputs of all acts, offices included, and the titles of monitors."""
    from banyan.acts import registry  # noqa: PLC0415  after django.setup()

    for act in registry.acts:
        if act.by.places or act.says:
            yield from ((None, text) for text in (act.title, act.help, act.says) if text)
        for one in act.shape.inputs:
            yield None, one.label
            if one.ask.help:
                yield None, one.ask.help
        for place in act.by.places:
            yield from ((None, office.replace("_", " ")) for office in place.offices)
            if place.path == "own" and place.demands:
                yield None, " ".join(sorted(place.demands)).replace("_", " ")
    for monitor in registry.monitors:
        yield None, monitor.title


def all_messages() -> set[Key]:
    """Every sentence, with its context."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
    django.setup()
    return {*of_code(), *of_templates(), *of_declarations()}


def translated() -> set[Key]:
    """The sentences that have a Chinese translation."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="zh_Hans")
    found: set[Key] = set()
    for message in catalogue:
        text = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if (
            text
            and message.string
            and all(message.string if isinstance(message.string, tuple) else [message.string])
        ):
            found.add((message.context, str(text)))
    return found


def missing() -> list[Key]:
    """Sentences without a translation, in order."""
    return sorted(all_messages() - translated(), key=str)


if __name__ == "__main__":
    for context, text in missing():
        print(f"[{context}] {text}" if context else text)
    sys.exit(1 if missing() else 0)
