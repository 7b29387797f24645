"""Forms of acts: questions by type, what will happen, one verb (办理表单)."""

from dataclasses import dataclass
from typing import Literal

from banyan.desk.shapes.values import Link, Stopped

FieldKind = Literal[
    "text", "textarea", "number", "date", "choice", "choices", "yes", "file", "personal", "secret"
]
Weight = Literal["main", "plain", "danger"]

RADIOS_AT_MOST = 5


@dataclass(frozen=True, kw_only=True)
class Option:
    """One choice of a field (选项); ``cells`` fill the field's columns, ``stopped`` says why it cannot be chosen.

    ``code`` tells apart what is called the same.
    """

    value: str
    label: str
    code: str = ""
    help: str = ""
    cells: tuple[str, ...] = ()
    chosen: bool = False
    stopped: str = ""


@dataclass(frozen=True, kw_only=True)
class Finder:
    """How a record is found among many (查找): where its name or code is asked, by which words, and what they found.

    ``name`` is the field of the words, ``hint`` says what they may be; the field's own options are only the first of
    what was found.
    """

    url: str
    name: str
    hint: str = ""
    words: str = ""
    told: str = ""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question of a form (填写项); ``personal`` text is kept beside the ledger, never in it."""

    name: str
    label: str
    kind: FieldKind = "text"
    value: str = ""
    help: str = ""
    error: str = ""
    required: bool = True
    unit: str = ""
    options: tuple[Option, ...] = ()
    finder: Finder | None = None
    columns: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    accept: str = ""
    autocomplete: str = "off"

    @property
    def radios(self) -> bool:
        few = len(self.options) <= RADIOS_AT_MOST or any(option.help for option in self.options)
        return few and not self.finder

    @property
    def chosen(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.chosen)


@dataclass(frozen=True, kw_only=True)
class Form:
    """An act to be done (办理表单): few questions, a sentence of what will happen, one button that is the verb.

    ``means_live`` is the sentence with field names in braces, for what is chosen meanwhile.
    ``key`` keeps the fields' ids apart when several forms share a page; ``shortcut`` is one letter; a form with
    ``stopped`` shows the reasons instead of its button; one that ``leads_on`` only opens the next questions.
    ``fault`` says why what was sent cannot be taken, where no single question is to blame.
    """

    key: str
    title: str
    url: str
    button: str
    weight: Weight = "main"
    help: str = ""
    fault: str = ""
    article: Link | None = None
    fields: tuple[Field, ...] = ()
    hidden: tuple[tuple[str, str], ...] = ()
    means: str = ""
    means_live: str = ""
    reverse: str = ""
    cancel: str = ""
    shortcut: str = ""
    stopped: Stopped | None = None
    leads_on: bool = False

    @property
    def wrong(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.error)

    @property
    def waits_for(self) -> Field | None:
        """The first question that must be answered and has nothing to choose from."""
        asked = (one for one in self.fields if one.required and one.kind in ("choice", "choices"))
        return next((one for one in asked if not one.options and not one.finder), None)

    @property
    def encoding(self) -> str:
        files = any(field.kind == "file" for field in self.fields)
        return "multipart/form-data" if files else "application/x-www-form-urlencoded"


@dataclass(frozen=True, kw_only=True)
class Offer:
    """An act that is possible now (可办): its verb, one line of help, the address of its form, its letter.

    The form opens in place, unless ``page``: then the address is a page of its own.
    """

    verb: str
    url: str
    help: str = ""
    weight: Weight = "plain"
    key: str = ""
    page: bool = False
