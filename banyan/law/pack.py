"""A law pack: one province's Measures as data, loaded from a folder of plain text files and checked whole."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from banyan.kit.sentence import say
from banyan.law.folder import Contents, find_folder, gather
from banyan.law.languages import either
from banyan.law.norms import Article, Norm
from banyan.law.parameter_file import ParameterReader
from banyan.law.parameters import Parameter, Value
from banyan.law.principles import Principle, read_principles
from banyan.law.problems import LawError, Problems
from banyan.law.provisions import Provision, ProvisionReader
from banyan.law.roles import Role, read_roles
from banyan.law.sources import Source, read_sources
from banyan.law.tables import Table
from banyan.law.text import MeasuresText
from banyan.law.text_file import TextReader

TITLES = ("title_zh", "title_en", "enacted_by_zh", "enacted_by_en")
NOTES = ("note_zh", "note_en")
HEADER = ("id", "status", "commencement", "extends", "drops", "sources", "principles", *TITLES, *NOTES)


class Status(StrEnum):
    """What standing a pack has (效力)."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    EXAMPLE = "example"


@dataclass(frozen=True, eq=False)
class Pack:
    """The Measures as one province has them (规则包): text, norms, parameters and roles, never changed once loaded."""

    id: str
    title_zh: str
    title_en: str
    status: Status
    enacted_by_zh: str
    enacted_by_en: str
    texts: Mapping[str, MeasuresText]
    provisions: Mapping[Norm, Provision]
    dropped: frozenset[Norm]
    """Norms of the packs below that this pack does not have."""
    parameters: Mapping[str, Parameter]
    roles: Mapping[str, Role]
    sources: Mapping[str, Source]
    principles: tuple[Principle, ...]
    tests: Mapping[Norm, tuple[str, ...]]
    digest: str
    commencement: date
    """The day the Measures come into force; a parameter, since a draft leaves it blank."""
    note_zh: str = ""
    note_en: str = ""

    @property
    def version(self) -> str:
        """What a decision records as the law applied: the pack's id and the head of its digest."""
        return f"{self.id}@{self.digest[:12]}"

    def title(self, language: str) -> str:
        """The title of the Measures."""
        return either(language, self.title_zh, self.title_en)

    def note(self, language: str) -> str:
        """What its editor says of the pack: what was read, what was carried over, what is uncertain."""
        return either(language, self.note_zh, self.note_en)

    def text(self, language: str) -> MeasuresText:
        """The Measures in Chinese for any ``zh`` code, otherwise in English (unofficial)."""
        return self.texts[either(language, "zh", "en")]

    def holds(self, norm: Norm) -> bool:
        """Whether this pack has the norm."""
        return norm in self.provisions

    def knows(self, norm: Norm) -> bool:
        """Whether the norm is one of this pack's or one that it dropped; False means a mistyped key."""
        return norm in self.provisions or norm in self.dropped

    def provision(self, norm: Norm) -> Provision:
        """What the pack says of the norm; `LawError` if it does not have it."""
        try:
            return self.provisions[norm]
        except KeyError:
            raise LawError(
                say("The pack «{pack}» has no norm «{key}».", pack=self.id, key=norm.key)
            ) from None

    def article(self, norm: Norm) -> Article:
        """Where the norm stands in this pack."""
        return self.provision(norm).article

    def cite(self, norm: Norm, language: str) -> str:
        """The article of the norm as people cite it, e.g. 第二十五条第一款 or art. 25(1)."""
        return self.article(norm).cite(language)

    def named(self, norm: Norm, language: str) -> str:
        """The article of the norm as people cite it; its key where this pack dropped it."""
        return self.cite(norm, language) if self.holds(norm) else norm.key

    def norms_at(self, article: Article) -> tuple[Provision, ...]:
        """The norms that stand in that article, paragraph or item of this pack."""
        text = self.texts["zh"]
        number, paragraph, item = text.exact(article)
        places = ((each, text.exact(each.article)) for each in self.provisions.values())
        return tuple(
            each
            for each, place in places
            if place[0] == number and paragraph in (0, place[1]) and item in (0, place[2])
        )

    def within(self, group: str) -> tuple[Provision, ...]:
        """The norms that a group of keys names (``25``, ``25.1``, ``25.1-c``), as far as this pack has them."""
        return tuple(each for norm, each in self.provisions.items() if group in norm.groups)

    def related(self, norm: Norm) -> tuple[Provision, ...]:
        """The norms to be read together with this one."""
        groups = set(self.provision(norm).related)
        return tuple(each for other, each in self.provisions.items() if not groups.isdisjoint(other.groups))

    def principles_of(self, norm: Norm) -> tuple[Principle, ...]:
        """The principles that the norm serves; what is decided under the norm serves them too."""
        return tuple(each for each in self.principles if each.covers(norm) and self.holds(each.norm))

    def parameter(self, name: str, *, on: date) -> Value:
        """The value of a clock or threshold on that day; `LawError` if the pack gives none."""
        try:
            return self.parameters[name].on(on)
        except KeyError:
            raise LawError(
                say("The pack «{pack}» has no parameter «{name}».", pack=self.id, name=name)
            ) from None

    def parameters_of(self, norm: Norm) -> tuple[Parameter, ...]:
        """The clocks and thresholds that fill the gaps of this norm."""
        return tuple(each for each in self.parameters.values() if norm in each.norms)

    def role(self, key: str) -> Role:
        """The role with that key; `LawError` if there is none."""
        try:
            return self.roles[key]
        except KeyError:
            raise LawError(say("The pack «{pack}» has no role «{key}».", pack=self.id, key=key)) from None


def load_pack(name_or_path: str | Path) -> Pack:
    """Read and check a shipped pack by its name, or the pack in a folder.

    Raises `PackError` with every mistake in its files, or `LawError` if there is no such pack.
    """
    folder = find_folder(name_or_path)
    problems = Problems()
    contents = gather(folder, problems)
    problems.stop_if_any(folder.name)
    texts = _texts(contents, problems)
    problems.stop_if_any(folder.name)
    return _pack(folder.name, contents, texts, problems)


def _texts(contents: Contents, problems: Problems) -> dict[str, MeasuresText]:
    texts = {
        language: TextReader(language, problems).read(contents.texts.get(language, ""))
        for language in ("zh", "en")
    }
    if list(texts["zh"].shape()) != list(texts["en"].shape()):
        problems.add(
            "text.en.md", say("The two texts must have the same chapters, articles, paragraphs and items.")
        )
    return texts


def _pack(name: str, contents: Contents, texts: dict[str, MeasuresText], problems: Problems) -> Pack:
    header = Table("pack.toml", contents.header, problems)
    header.only(HEADER)
    if header.text("id") != name:
        header.note(say("The id must be the name of the folder, «{folder}».", folder=name))
    sources = read_sources(header)
    problems.stop_if_any(name)
    roles = read_roles(contents.roles, sources, problems)
    provisions = ProvisionReader(texts["zh"], frozenset(roles), problems).read(contents.rows)
    dropped = frozenset(Norm(key) for key in contents.dropped)
    known = dropped.union(Norm(key) for key in contents.rows)
    _check_groups(provisions, known, problems)
    parameters = ParameterReader(sources, known, problems).read(contents.parameters)
    pack = Pack(
        id=name,
        status=header.choice("status", Status),
        commencement=_commencement(header, parameters),
        texts=texts,
        provisions=provisions,
        dropped=dropped,
        parameters=parameters,
        roles=roles,
        sources=sources,
        principles=read_principles(header, known),
        tests=_tests(contents, known, problems),
        digest=contents.digest,
        **{title: header.text(title) for title in TITLES},
        **{note: header.text(note, needed=False) for note in NOTES},
    )
    problems.stop_if_any(name)
    return pack


def _check_groups(provisions: Mapping[Norm, Provision], known: AbstractSet[Norm], problems: Problems) -> None:
    groups = {group for norm in known for group in norm.groups}
    for provision in provisions.values():
        for group in sorted({*provision.related, *provision.breach} - groups):
            problems.add(f"norms.csv {provision.norm}", say("There is no norm under «{group}».", group=group))


def _tests(contents: Contents, known: AbstractSet[Norm], problems: Problems) -> dict[Norm, tuple[str, ...]]:
    keys = {norm.key: norm for norm in known}
    for key in sorted(contents.tests.keys() - keys.keys()):
        problems.add("coverage.csv", say("There is no norm «{key}» in norms.csv.", key=key))
    return {keys[key]: tests for key, tests in contents.tests.items() if key in keys}


def _commencement(header: Table, parameters: Mapping[str, Parameter]) -> date:
    parameter = parameters.get(header.text("commencement"))
    day = parameter.values[-1].amount if parameter and parameter.values else None
    if isinstance(day, date):
        return day
    header.note(say("«commencement» must name the parameter that holds the day, counted as a date."))
    return date.max
