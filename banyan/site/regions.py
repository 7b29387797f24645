"""The regions of an installation: Fujian's, which come with the software, or a table of any province."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from banyan.acts import clock
from banyan.bodies.models import Level, Region
from banyan.demo import read
from banyan.kit.errors import SentenceError
from banyan.kit.numbers import is_digits
from banyan.kit.sentence import Sentence, say
from banyan.kit.tablefile import read_table
from banyan.law.inforce import pack

COLUMNS = ["code", "name", "level"]
DIGITS = {Level.PROVINCE: 6, Level.CITY: 6, Level.COUNTY: 6, Level.TOWNSHIP: 9, Level.VILLAGE: 12}
"""How long a code is: GB/T 2260 to the county, GB/T 10114 below, three digits more for villages."""
ENDS = {Level.PROVINCE: "0000", Level.CITY: "00"}
ABOVE: Mapping[Level, tuple[Level, ...]] = {
    Level.PROVINCE: (),
    Level.CITY: (Level.PROVINCE,),
    Level.COUNTY: (Level.CITY, Level.PROVINCE),
    Level.TOWNSHIP: (Level.COUNTY, Level.CITY),
    Level.VILLAGE: (Level.TOWNSHIP,),
}
"""What a region may belong to, the nearest first: some counties belong to the province, some townships to a city."""
LONGEST = Region._meta.get_field("name").max_length or 0

Row = list[str]
"""Code, name, level, and the code of the region above."""


def shipped() -> list[Row]:
    """The regions of the law pack's province that come with the software; SentenceError where there are none."""
    prefix = _prefix()
    rows = [
        [one.code, one.name, one.level, one.parent] for one in read.regions() if one.code.startswith(prefix)
    ]
    if not rows:
        raise SentenceError(
            say(
                "No list of the regions that begin with {prefix} comes with the software. Give one with --regions.",
                prefix=prefix,
            )
        )
    return rows


def from_file(path: Path) -> list[Row]:
    """The regions of a table with the columns code, name and level; SentenceError with the line that is wrong."""
    if not path.is_file():
        raise SentenceError(say("There is no file {path}.", path=str(path)))
    table = read_table(path.read_bytes())
    if not table or [cell.strip().lower() for cell in table[0]] != COLUMNS:
        raise SentenceError(say("Line 1 must name the columns: {columns}.", columns=",".join(COLUMNS)))
    known: dict[str, tuple[int, str, Level]] = {}
    for line, cells in enumerate(table[1:], start=2):
        if any(cell.strip() for cell in cells):
            code, name, level = _row(line, [cell.strip() for cell in cells])
            if code in known:
                raise _fault(
                    line, say("{code} stands on line {other} already.", code=code, other=known[code][0])
                )
            known[code] = (line, name, level)
    if sum(level is Level.PROVINCE for _line, _name, level in known.values()) != 1:
        raise SentenceError(say("The table must have exactly one region of the level province."))
    levels = {code: level for code, (_line, _name, level) in known.items()}
    return [
        [code, name, level.value, _above(line, code, levels)] for code, (line, name, level) in known.items()
    ]


def _row(line: int, cells: Row) -> tuple[str, str, Level]:
    if len(cells) != len(COLUMNS):
        raise _fault(line, say("There must be three cells: {columns}.", columns=",".join(COLUMNS)))
    code, name, word = cells
    if word not in Level.values:
        raise _fault(line, say("The level must be one of: {choices}.", choices=", ".join(Level.values)))
    level = Level(word)
    digits, end = DIGITS[level], ENDS.get(level, "")
    if not (is_digits(code) and len(code) == digits and code.endswith(end)):
        raise _fault(line, _code_wanted(level, digits, end))
    if not code.startswith(_prefix()):
        wanted = say(
            "{code} does not begin with {prefix}, as the regions of the law pack {pack} do.",
            code=code,
            prefix=_prefix(),
            pack=pack().id,
        )
        raise _fault(line, wanted)
    if not 0 < len(name) <= LONGEST:
        raise _fault(line, say("The name must have 1 to {longest} characters.", longest=LONGEST))
    return code, name, level


def _code_wanted(level: Level, digits: int, end: str) -> Sentence:
    if end:
        return say(
            "The code of a region of the level {level} has {digits} digits and ends with {end}.",
            level=level.value,
            digits=digits,
            end=end,
        )
    return say(
        "The code of a region of the level {level} has {digits} digits.", level=level.value, digits=digits
    )


def _above(line: int, code: str, levels: Mapping[str, Level]) -> str:
    """The nearest region of the table that this one may belong to; empty for the province."""
    wanted = ABOVE[levels[code]]
    for candidate in _prefixes(code):
        if candidate != code and levels.get(candidate) in wanted:
            return candidate
    if wanted:
        choices = ", ".join(level.value for level in wanted)
        raise _fault(line, say("{code} lies in no {choices} of this table.", code=code, choices=choices))
    return ""


def _prefixes(code: str) -> Iterable[str]:
    """The codes that a region above this one can have, the nearest first."""
    return (code[:9], code[:6], f"{code[:4]}00", f"{code[:2]}0000")


def _fault(line: int, what: Sentence) -> SentenceError:
    return SentenceError(say("Line {line}: {what}", line=line, what=what))


def _prefix() -> str:
    return str(pack().parameter("scope.region_prefix", on=clock.today()).amount)
