"""How the templates are read: translation, strictness, and care for numbers and mixed languages in running text."""

import re
from calendar import month_name

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

FRAMED = {
    "han": Markup('<span lang="zh-Hans">{}</span>'),
    "clause": Markup('<span class="clause" lang="zh-Hans">{}</span>'),
    "whole": Markup('<span class="whole">{}</span>'),
}
NAME_LENGTH = 24
"""So many Chinese characters may be a name, which a line keeps whole; more are a clause, as is what has a comma."""
HAN = re.compile(
    r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*[\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*"
)
WHOLE = re.compile(
    r"(?:(?:\d[\d,.:]*\s?(?:个工作日|小时|分钟|万元|亿元|[年月日天周次个条项人元号款份家村页]|%)\s?)+"
    r"|\b\d\d?:\d\d\b"
    r"|第[一二三四五六七八九十百零〇]+条(?:第[一二三四五六七八九十]+款)?(?:第[（(][一二三四五六七八九十]+[）)]项)?)"
    r"[，。、；：？！）”》]*"
)
"""What stands on one line, with the punctuation behind it."""

MONTHS = "|".join(month_name[1:])
ENGLISH = re.compile(
    rf"(?P<han>{HAN.pattern})|(?P<whole>\b(?:\d{{1,2}} (?:{MONTHS}) \d{{4}}|[Ee]-[Gg]overnment\b))"
)
CHINESE = re.compile(f"(?P<whole>{WHOLE.pattern})")
NAME = re.compile(r"(?<![^\s：])(?:[^\s：]|\s(?=[→←·–])){2,20}：?(?=\s|$|(?<=：))")
"""A part of a heading that stays in one piece where a line has room for it: each name, with the arrow behind it."""

DAY = re.compile(r"""(?<![\w"'“.:/+-])\d{4}-[01]\d(?:-[0-3]\d)?(?![\w"'”-])""", re.ASCII)
"""A day or a month as sentences keep it; in quotation marks it says how a day is typed, and stays."""


@pass_context
def prose(context: Context, value: str) -> Markup:
    """Running text with its parts kept.

    On a Chinese page numbers stay with their units and articles in one piece; on an English page Chinese words carry
    their language (WCAG 2.2, 3.1.2). Days are written out as the language does.
    """
    if context["page"].lang == "en":
        return _framed(ENGLISH, DAY.sub(_in_english, value))
    return _framed(CHINESE, DAY.sub(_in_chinese, value))


@pass_context
def names(context: Context, value: str) -> Markup:
    """A heading of names: it breaks between them rather than within one; the rest as in running text."""
    pieces: list[Markup] = []
    at = 0
    for match in NAME.finditer(value):
        if HAN.search(match[0]) and match[0] != value:
            framed = Markup('<span class="name">{}</span>').format(prose(context, match[0]))
            pieces += [prose(context, value[at : match.start()]), framed]
            at = match.end()
    return Markup().join([*pieces, prose(context, value[at:])])


def _in_chinese(found: re.Match[str]) -> str:
    year, month, *day = found[0].split("-")
    return f"{year}年{int(month)}月" + "".join(f"{int(one)}日" for one in day)


def _in_english(found: re.Match[str]) -> str:
    year, month, *day = found[0].split("-")
    if not 1 <= int(month) <= 12:
        return found[0]
    return "".join(f"{int(one)} " for one in day) + f"{month_name[int(month)]} {year}"


def _kind(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    is_clause = len(match[0]) > NAME_LENGTH or "，" in match[0]
    return "clause" if kind == "han" and is_clause else kind


def _framed(pattern: re.Pattern[str], value: str) -> Markup:
    pieces: list[Markup] = []
    at = 0
    for match in pattern.finditer(value):
        pieces += [escape(value[at : match.start()]), FRAMED[_kind(match)].format(match[0])]
        at = match.end()
    return Markup().join([*pieces, escape(value[at:])])


def equip(environment: Environment) -> Environment:
    """Give an environment what the desk's templates need; gettext is installed by the caller, ``newstyle=True``."""
    environment.add_extension("jinja2.ext.i18n")
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters["prose"] = prose
    environment.filters["names"] = names
    return environment
