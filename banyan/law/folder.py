"""Reads the files of a pack's folder, and lays an overlay over the pack it extends."""

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from banyan.kit.sentence import say
from banyan.law.norms import Norm
from banyan.law.problems import LawError, Problems
from banyan.law.provisions import COLUMNS, Row
from banyan.law.tables import Table

PACKS = Path(__file__).parent / "packs"
LAW_FILES = ("pack.toml", "text.zh.md", "text.en.md", "norms.csv", "parameters.toml", "roles.toml")
"""The files that are the law: their digest names the version. Coverage is evidence about it, not part of it."""
OWN = ("note_zh", "note_en")
"""What a header says of its own pack only: an overlay does not take it from the pack below."""


@dataclass
class Contents:
    """What the files of a pack say, laid over the packs it extends, before anything is checked."""

    header: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    roles: dict[str, Any] = field(default_factory=dict)
    tests: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    digest: str = ""


def shipped() -> tuple[str, ...]:
    """The names of the packs that come with the software."""
    return tuple(sorted(each.parent.name for each in PACKS.glob("*/pack.toml")))


def find_folder(name_or_path: str | Path) -> Path:
    """The folder of a shipped pack by its name, or the folder at a path; `LawError` if there is none."""
    among = PACKS / name_or_path
    folder = among if _is_pack(among) else Path(name_or_path).absolute()
    if not _is_pack(folder):
        raise LawError(
            say(
                "There is no law pack «{name}»; name a shipped pack ({shipped}) or a folder with a pack.toml.",
                name=str(name_or_path),
                shipped=", ".join(shipped()),
            )
        )
    return folder


def _is_pack(folder: Path) -> bool:
    return (folder / "pack.toml").is_file()


def gather(folder: Path, problems: Problems, above: tuple[Path, ...] = ()) -> Contents:
    """The contents of ``folder`` laid over those of the pack it extends, and so on down."""
    files = _Files(folder, problems)
    header = Table("pack.toml", files.toml("pack.toml"), problems)
    contents = Contents()
    if base := header.text("extends", needed=False):
        above = (*above, folder.resolve())
        below = next((each for each in (folder.parent / base, PACKS / base) if _is_pack(each)), None)
        if below is None:
            header.note(say("There is no pack «{name}» to extend, beside this one or shipped.", name=base))
            return contents
        if below.resolve() in above:
            header.note(say("A pack cannot extend itself: {name}.", name=base))
            return contents
        contents = gather(below, problems, above)
    _lay_over(contents, files, header)
    return contents


def _lay_over(contents: Contents, files: "_Files", header: Table) -> None:
    inherited = {name: cell for name, cell in contents.header.items() if name not in OWN}
    contents.header = merged(inherited, dict(header.cells))
    for language in ("zh", "en"):
        if words := files.words(f"text.{language}.md"):
            contents.texts[language] = words
    below = contents.rows
    for group in header.texts("drops", needed=False):
        _drop(contents, group, header)
    for key, row in files.rows():
        base = below.get(key)
        cells = (
            {**base.cells, **{name: cell for name, cell in row.cells.items() if cell}} if base else row.cells
        )
        contents.rows[key] = Row(row.where, cells)
        contents.dropped.discard(key)
    contents.parameters = merged(contents.parameters, files.toml("parameters.toml"))
    contents.roles = merged(contents.roles, files.toml("roles.toml"))
    contents.tests.update(files.tests())
    contents.digest = files.digest(contents.digest)


def _drop(contents: Contents, group: str, header: Table) -> None:
    """Take out the norms of the packs below that ``group`` names, by key or by article of the keys."""
    gone = {key for key in contents.rows if group in Norm(key).groups}
    if not gone:
        header.note(say("There is no norm under «{group}» to drop.", group=group))
    contents.dropped |= gone
    contents.rows = {key: row for key, row in contents.rows.items() if key not in gone}


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """``base`` with ``over`` laid on it: tables join, everything else is replaced."""
    both = dict(base)
    for name, value in over.items():
        below = both.get(name)
        both[name] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return both


@dataclass
class _Files:
    """The files of one folder; a file may be missing where a pack below gives it."""

    folder: Path
    problems: Problems
    read: dict[str, str] = field(default_factory=dict)

    def words(self, name: str) -> str:
        """The file's text with plain line ends; empty if there is no such file."""
        if name not in self.read:
            self.read[name] = self._words(self.folder / name)
        return self.read[name]

    def _words(self, path: Path) -> str:
        if not path.is_file():
            return ""
        try:
            return path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            self.problems.add(path.name, say("Save this file as UTF-8."))
            return ""

    def toml(self, name: str) -> dict[str, Any]:
        try:
            return tomllib.loads(self.words(name), parse_float=Decimal)
        except tomllib.TOMLDecodeError as error:
            self.problems.add(name, say("This is not valid TOML: {reason}.", reason=str(error)))
            return {}

    def rows(self) -> Iterator[tuple[str, Row]]:
        """The lines of ``norms.csv`` by key."""
        for where, cells in self._table("norms.csv", COLUMNS):
            try:
                yield Norm(cells["key"]).key, Row(where, cells)
            except LawError as error:
                self.problems.add(where, error.sentence)

    def tests(self) -> dict[str, tuple[str, ...]]:
        """The tests that ``coverage.csv`` names for each norm."""
        lines = (cells for _, cells in self._table("coverage.csv", ("key", "tests")))
        return {
            cells["key"]: tuple(test.strip() for test in cells["tests"].split(";") if test.strip())
            for cells in lines
        }

    def _table(self, name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
        reader = csv.DictReader(io.StringIO(self.words(name)))
        wrong = set(reader.fieldnames or ()) - set(columns)
        if wrong or (reader.fieldnames and "key" not in reader.fieldnames):
            self.problems.add(name, say("The columns are {columns}.", columns=", ".join(columns)))
            return
        seen: set[str] = set()
        for cells in reader:
            where = f"{name} line {reader.line_num}"
            key = cells.get("key") or ""
            if None in cells:
                self.problems.add(
                    where, say("This line has more cells than the first; put quotation marks round a comma.")
                )
            elif key in seen:
                self.problems.add(where, say("The norm «{key}» stands here a second time.", key=key))
            else:
                seen.add(key)
                yield where, {column: (cells.get(column) or "").strip() for column in columns}

    def digest(self, below: str) -> str:
        """SHA-256 over the names and words of the law files, on top of the digest of the pack below."""
        total = hashlib.sha256(below.encode())
        for name in LAW_FILES:
            words = self.words(name).encode()
            total.update(f"{name} {len(words)}\n".encode())
            total.update(words)
        return total.hexdigest()
