"""Whom a form or a resource is about (对象), a person or a body: a bare 联系电话 is that of whom it is about."""

from collections.abc import Iterable

from banyan.catalogue.matcher.context import Context
from banyan.catalogue.matcher.losses import LASTING
from banyan.catalogue.matcher.reading import NAME, Reading
from banyan.catalogue.matcher.understanding import read
from banyan.catalogue.matcher.words import lexicon

PERSON, BODY, UNKNOWN = "person", "body", ""
OF_A_PERSON = frozenset({"#身份证号", "#性别", "#民族"})
OF_A_BODY = frozenset({"#统一社会信用代码", "#组织机构代码", "#工商注册号"})
OF_EITHER = frozenset({"#电话", "#手机", "#固定电话", "#邮箱", "#地址", "#通讯地址"})
CONTACT = frozenset({"@联系人"})
PERSONAL = frozenset({"@人"})


def of_either(name: str) -> bool:
    """Whether a name says a contact, and not whose."""
    reading = read(name)[0]
    return reading.head in OF_EITHER and not reading.owners


def of_contact(name: str) -> bool:
    """Whether a name says the contact of the person to ask for, whom only a body has."""
    reading = read(name)[0]
    return reading.head in OF_EITHER and reading.owners == CONTACT


def of_items(names: Iterable[str]) -> str:
    """Whom a resource is about, by the names of its items: a person's may name the body where he works."""
    readings = [reading for name in names for reading in read(name) if not reading.marks]
    sure = _either(person=any(map(_says_person, readings)), body=any(map(_says_body, readings)))
    return sure or _either(person=any(map(_names_person, readings)), body=any(map(_names_body, readings)))


def of_words(about: Context) -> str:
    """Whom a form or a resource is about, as far as its own name says it.

    The last word of somebody tells, or what only persons live through: 中小学转学 is of a pupil.
    """
    words = lexicon()
    whose = [_whose(word.means) for word in words.words(about.core, ends=False) if word.means]
    return next((whom for whom in reversed(whose) if whom), UNKNOWN) or _either(
        person=bool(about.concepts & words.persons - LASTING), body=bool(about.concepts & words.bodies)
    )


def _whose(means: Iterable[str]) -> str:
    words, said = lexicon(), frozenset(means)
    persons = words.persons - LASTING
    return _either(person=bool(said & (persons | words.lived)), body=bool(said & words.bodies))


def strangers(one: str, other: str) -> bool:
    """Whether one is about a person and the other about a body."""
    return {one, other} == {PERSON, BODY}


def _says_person(reading: Reading) -> bool:
    named = reading.head == NAME and reading.owners == PERSONAL
    return named or (reading.head in OF_A_PERSON and not reading.owners)


def _says_body(reading: Reading) -> bool:
    return reading.head in OF_A_BODY and not reading.owners


def _names_person(reading: Reading) -> bool:
    named = reading.head == NAME and bool(reading.owners & lexicon().persons - LASTING)
    return named or (reading.head in OF_A_PERSON and not reading.owners & LASTING)


def _names_body(reading: Reading) -> bool:
    return reading.head == NAME and bool(reading.owners & lexicon().bodies - LASTING)


def _either(*, person: bool, body: bool) -> str:
    return UNKNOWN if person == body else PERSON if person else BODY
