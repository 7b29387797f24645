"""What import contracts cannot see: who writes, what a part shows to others, sizes, names and honest exceptions."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).parent.parent
SOURCE = [
    *ROOT.glob("banyan/**/*.py"),
    *ROOT.glob("tests/*.py"),
    *ROOT.glob("tools/**/*.py"),
    *ROOT.glob("bench/**/*.py"),
    ROOT / "conftest.py",
]
PYTHON = sorted(path for path in SOURCE if "migrations" not in path.parts)
SCRIPTS = sorted([*ROOT.glob("banyan/desk/assets/js/**/*.js"), *ROOT.glob("tools/*.mjs")])
NOUNS = {
    "bodies",
    "catalogue",
    "lake",
    "exchange",
    "infrastructure",
    "operations",
    "planning",
    "supervision",
}
SHOWN_TO_OTHERS = {"models", "queries", "acts"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "services", "managers", "signals", "misc"}
FILE_LINES = 400
FUNCTION_LINES = 40
LONGER = {"banyan/ledger/verify.py": 450}
"""The verifier is handed over as one file, so it cannot be made a folder."""

WRITERS = {
    "banyan/acts/door.py": "the one door saves what an act changed",
    "banyan/acts/duties.py": "a duty is opened and closed within the act",
    "banyan/acts/governed.py": "refuses to save outside an act, so it must be able to save within one",
    "banyan/acts/reaction.py": "remembers what has followed from an entry, or why it could not",
    "banyan/acts/record.py": "the entry of an act, what it touched, and the erasure of its personal values",
    "banyan/acts/rows.py": "plain inserts for the rows that record.py and duties.py write",
    "banyan/acts/tail.py": "remembers how far a reader of the log has come",
    "banyan/bodies/accounts.py": "passwords and one-time codes of accounts, which no norm governs",
    "banyan/bodies/sign_in.py": "counts failed sign-ins and keeps accounts, which no norm governs",
    "banyan/catalogue/search/": "the index is derived, and can be made anew from the catalogue at any time",
    "banyan/supervision/measuring.py": "a measure is a count of what acts have made, and says nothing else",
    "banyan/lake/rows.py": "the rows of a load are nobody's to read before the act that publishes its version",
    "banyan/ledger/": "the ledger is the record itself; acts reach it by banyan.ledger.write",
    "banyan/exchange/gateway/": "reads are recorded in the provider's log with their count, in one transaction",
    "banyan/operations/measuring/": "readings are measurements, not acts: they stay out of the ledger",
    "banyan/demo/story/tampering.py": "plays the attacker who writes round the door, and puts back what it altered",
}
WIRING = {
    "demo": "fills the province as its operators would, by what they start by hand",
    "site": "starts the processes of every part",
}
OPEN = {
    "banyan.lake.masking": "pure: how a value is shown in part",
    "banyan.bodies.accounts": "passwords and one-time codes of accounts, which no norm governs",
    "banyan.bodies.tokens": "who stands behind a token, for the process that serves closed logs",
    "banyan.exchange.reads": "the reads of one log: a query in a file of its own",
    "banyan.bodies.kinds": "pure: the kinds of bodies by which rules tell who may do what",
    "banyan.lake.loading": "how a file becomes a load, for whoever takes one in",
    "banyan.infrastructure.inventory.taking_in": "how a file of what exists becomes stock, for whoever takes one in",
    "banyan.lake.checking": "pure: whether rows are what their items demand",
    "banyan.lake.faults": "pure: what is said of a value that breaks a rule",
    "banyan.lake.items": "pure: what an item demands of its values",
    "banyan.lake.meaning": "pure: what an item is about, by its name",
    "banyan.catalogue.secrecy": "pure: the words by which classified material gives itself away",
}
LATE_IMPORTS = {
    "tools/extract_messages.py": "the registry is full only after Django is set up",
    "tools/coverage.py": "the registry is full only after Django is set up",
    "apps.py": "Django loads a part before its models; what needs them is imported when the part is ready",
}

OTHER_DIGITS = re.compile(r"\.is(digit|decimal|numeric)\(")
READS_DIGITS = {"banyan/ledger/verify.py"}
"""The verifier is one file without imports of ours; it looks for other digits itself."""

WRITES_ALWAYS = {"bulk_create", "bulk_update", "get_or_create", "update_or_create"}
WRITES_FROM_QUERY = {"create", "update", "delete"}
ASYNCHRONOUS = re.compile(r"^a(save|create|update|delete|bulk_\w+|get_or_create|update_or_create)$")
INSIDE = re.compile(r"banyan\.(\w+)\.(\w+)")
QUERY = re.compile(r"\.objects\b|_default_manager|_base_manager|\.(filter|exclude|all|select_for_update)\(")
RAW_WRITE = re.compile(r"\s*(INSERT INTO|UPDATE \S+ SET|DELETE FROM)\s")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def of_parts() -> Iterator[tuple[str, Path]]:
    """Each file of a part with the part's name, tests left out."""
    for path in PYTHON:
        inside = path.relative_to(ROOT).parts
        if inside[0] == "banyan" and len(inside) > 2 and "tests" not in inside:
            yield inside[1], path


def river() -> list[str]:
    """The parts from the lowest to the highest, as the import contract says."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [part.strip() for layer in reversed(layers) for part in layer.split("|")]


def writes(path: Path) -> Iterator[int]:
    """The lines of a file that write to the database."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and RAW_WRITE.match(node.value):
            yield node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_write(node, node.func):
            yield node.lineno


def is_write(call: ast.Call, method: ast.Attribute) -> bool:
    verb = ASYNCHRONOUS.sub(r"\1", method.attr)
    if verb == "save" or (verb == "delete" and not call.keywords):
        return not call.args
    return verb in WRITES_ALWAYS or (
        verb in WRITES_FROM_QUERY and bool(QUERY.search(ast.unparse(method.value)))
    )


def holds_acts(path: Path) -> bool:
    return path.name == "acts.py" or "acts" in path.relative_to(ROOT).parts[2:-1]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of what a function does: without its signature, which for an act is its form, and its docstring."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or first.lineno) - first.lineno + 1


def lines(paths: Iterable[Path], offends: Callable[[str], object]) -> list[str]:
    return [
        f"{name_of(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if offends(line)
    ]


def none_of(offences: Iterable[str], advice: str) -> None:
    """Fail with every offence on a line of its own, and with what to do about it."""
    found = sorted(offences)
    assert not found, "\n".join([advice, *found])


def test_only_acts_write_to_the_database() -> None:
    writing = [
        f"{name_of(path)}:{line}" for _, path in of_parts() if not holds_acts(path) for line in writes(path)
    ]
    uncalled = [place for place in writing if not place.startswith(tuple(WRITERS))]
    none_of(uncalled, "Declare an act for this change, in acts.py.")
    needless = [writer for writer in WRITERS if not any(place.startswith(writer) for place in writing)]
    none_of(needless, "Nothing there writes any more: take the exception away.")


def test_another_part_shows_only_its_models_queries_and_acts() -> None:
    reached = [
        f"{name_of(path)}:{line} {module}"
        for part, path in of_parts()
        if part not in WIRING
        for line, module in imports(path)
        if (found := INSIDE.match(module)) and found[1] in NOUNS - {part} and found[2] not in SHOWN_TO_OTHERS
        if module.rpartition(".")[0] not in OPEN
    ]
    none_of(reached, "Ask for it by a query of that part, or move it to a lower part.")


def test_foreign_keys_flow_down_the_river() -> None:
    height = {part: number for number, part in enumerate(river())}
    upwards = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("banyan.")
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model is not None
        if height.get(field.related_model._meta.app_label, -1) > height[model._meta.app_label]
    ]
    none_of(upwards, "Let the higher part point to the lower one.")


def test_no_governed_model_stands_in_an_admin_site() -> None:
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


def test_no_file_is_named_for_nothing() -> None:
    nameless = [name_of(path) for path in PYTHON if {path.stem, path.parent.name} & FORBIDDEN_NAMES]
    none_of(nameless, "Name it for the noun that it is about.")


def test_files_stay_readable() -> None:
    sizes = {name_of(path): path.read_bytes().count(b"\n") for path in [*PYTHON, *SCRIPTS]}
    long = [f"{name}: {size} lines" for name, size in sizes.items() if size > LONGER.get(name, FILE_LINES)]
    none_of(long, "Make it a folder of the same name, with a file for each noun.")


def test_functions_stay_readable() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}: {length(node)} lines"
        for path in PYTHON
        for node in functions(path)
        if length(node) > FUNCTION_LINES
    ]
    none_of(long, "Give its steps names, as functions of their own.")


def test_imports_stand_at_the_top() -> None:
    late = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in PYTHON
        if not {path.name, name_of(path)} & LATE_IMPORTS.keys()
        for node in functions(path)
        if any(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node))
    ]
    none_of(late, "Import it at the top; where that is a circle, one of the two parts knows too much.")


def test_a_check_is_silenced_only_with_a_reason() -> None:
    """A comment of type: ignore or noqa goes on with why, in a word or two."""
    silenced = re.compile(r"#\s*(type: ignore(\[[\w\-, ]+\])?|noqa(: [A-Z0-9, ]+)?)\W*(.*)")
    bare = lines(PYTHON, lambda line: (found := silenced.search(line)) and len(found[4]) < 8)
    none_of(bare, "Say why, behind it.")


def test_digits_are_read_in_one_place() -> None:
    """``isdigit`` holds for “²” too, which ``int`` refuses, and for any length."""
    files = [path for path in PYTHON if not READS_DIGITS & {name_of(path)} and "tests" not in path.parts]
    none_of(lines(files, OTHER_DIGITS.search), "Read it by whole() or is_digits() of banyan.kit.numbers.")


def test_files_of_the_owner_alone_are_made_in_one_place() -> None:
    files = [path for part, path in of_parts() if name_of(path) != "banyan/kit/files.py"]
    none_of(
        lines(files, re.compile(r"\bos\.O_CREAT\b").search),
        "Write it by write_once() or write_whole() of banyan.kit.files.",
    )


def test_no_test_is_left_out() -> None:
    left_out = re.compile(r"mark\.(skip|xfail)|pytest\.(skip|xfail|importorskip)\(")
    found = lines((path for path in PYTHON if path != Path(__file__)), left_out.search)
    none_of(found, "Mend the code or the test; take a test away that no longer holds.")
