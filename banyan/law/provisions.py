"""What a pack says of each norm: where it stands, whom it binds, its words, and what the software does."""

from collections.abc import Mapping
from dataclasses import dataclass

from banyan.kit.sentence import say
from banyan.law.languages import either
from banyan.law.norms import Article, Kind, Norm
from banyan.law.problems import LawError, Problems
from banyan.law.text import MeasuresText
from banyan.law.units import Certainty

COLUMNS = (
    "key",
    "article",
    "kind",
    "roles",
    "actor_zh",
    "actor_en",
    "text_zh",
    "summary_zh",
    "summary_en",
    "behaviour_zh",
    "behaviour_en",
    "related",
    "breach",
    "certainty",
    "note_zh",
    "note_en",
)
OPTIONAL = ("roles", "related", "breach", "certainty", "note_zh", "note_en")
NEEDED = tuple(name for name in COLUMNS if name not in OPTIONAL)
GAP = "……"


@dataclass(frozen=True)
class Provision:
    """One norm as this pack has it (规定): its article here, its words there, and the software's promise.

    ``text_zh`` is literally part of its paragraph (…… marks words left out). ``related`` and ``breach`` are
    groups of norm keys: norms read together with this one, and norms that answer its breach. ``certainty``
    says how sure the editor is that the adopted text has these words in this place; the note says why.
    """

    norm: Norm
    article: Article
    kind: Kind
    roles: tuple[str, ...]
    actor_zh: str
    actor_en: str
    text_zh: str
    summary_zh: str
    summary_en: str
    behaviour_zh: str
    behaviour_en: str
    related: tuple[str, ...]
    breach: tuple[str, ...]
    certainty: Certainty = Certainty.VERIFIED
    note_zh: str = ""
    note_en: str = ""

    def note(self, language: str) -> str:
        """What is to be known about where the words and the number come from; mostly empty."""
        return either(language, self.note_zh, self.note_en)

    def actor(self, language: str) -> str:
        """Whom the norm binds, empowers or entitles."""
        return either(language, self.actor_zh, self.actor_en)

    def summary(self, language: str) -> str:
        """The norm in one plain sentence."""
        return either(language, self.summary_zh, self.summary_en)

    def behaviour(self, language: str) -> str:
        """What the software does about the norm."""
        return either(language, self.behaviour_zh, self.behaviour_en)


@dataclass(frozen=True)
class Row:
    """One line of ``norms.csv`` and where it stands, e.g. ``norms.csv line 12``."""

    where: str
    cells: Mapping[str, str]


@dataclass
class ProvisionReader:
    """Turns rows into provisions and holds them against the text; every mistake goes to ``problems``."""

    text: MeasuresText
    roles: frozenset[str]
    problems: Problems

    def read(self, rows: Mapping[str, Row]) -> dict[Norm, Provision]:
        """The provisions by norm, in the order of their articles."""
        found = [provision for row in rows.values() if (provision := self._provision(row))]
        found.sort(key=lambda each: (self.text.exact(each.article), each.norm))
        return {each.norm: each for each in found}

    def _provision(self, row: Row) -> Provision | None:
        cells = row.cells
        empty = [name for name in NEEDED if not cells.get(name)]
        if empty:
            self.problems.add(row.where, say("Fill in {columns}.", columns=", ".join(empty)))
            return None
        try:
            norm, article = Norm(cells["key"]), Article(cells["article"])
            self._expect_words(row, article)
            related, breach = _groups(cells.get("related", "")), _groups(cells.get("breach", ""))
        except LawError as error:
            self.problems.add(row.where, error.sentence)
            return None
        if not self._expect_choices(row):
            return None
        roles = tuple(cells.get("roles", "").split(";")) if cells.get("roles") else ()
        for role in roles:
            if role not in self.roles:
                self.problems.add(row.where, say("There is no role «{role}» in roles.toml.", role=role))
        words = {name: cells[name] for name in NEEDED if name not in ("key", "article", "kind")}
        return Provision(
            norm,
            article,
            Kind(cells["kind"]),
            roles,
            related=related,
            breach=breach,
            certainty=Certainty(cells.get("certainty") or Certainty.VERIFIED),
            note_zh=cells.get("note_zh", ""),
            note_en=cells.get("note_en", ""),
            **words,
        )

    def _expect_choices(self, row: Row) -> bool:
        """Note a problem unless the kind and the certainty are words that the pack may use."""
        held = True
        if row.cells["kind"] not in list(Kind):
            self.problems.add(row.where, say("The kind must be one of {choices}.", choices=", ".join(Kind)))
            held = False
        if row.cells.get("certainty") and row.cells["certainty"] not in list(Certainty):
            self.problems.add(
                row.where, say("The certainty must be one of {choices}.", choices=", ".join(Certainty))
            )
            held = False
        return held

    def _expect_words(self, row: Row, article: Article) -> None:
        """Note a problem unless the row's words stand, in order, in one paragraph or item of the text."""
        _, paragraph, _ = self.text.exact(article)
        if not paragraph:
            self.problems.add(
                row.where,
                say("Article {article} has several paragraphs; say which.", article=article.reference),
            )
            return
        words, start = self.text.words(article), 0
        for part in row.cells["text_zh"].split(GAP):
            start = words.find(part, start)
            if start < 0:
                self.problems.add(
                    row.where,
                    say(
                        "«{words}» does not stand in {article} of text.zh.md.", words=part, article=article.en
                    ),
                )
                return
            start += len(part)


def _groups(cell: str) -> tuple[str, ...]:
    """The groups of norm keys in a cell; `LawError` if one is written neither as an article nor as a norm."""
    return tuple(str(Norm(group) if "-" in group else Article(group)) for group in cell.split(";") if cell)
