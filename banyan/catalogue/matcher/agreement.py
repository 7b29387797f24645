"""How far a field and an item mean the same (语义一致度): owner, qualifiers and head noun must agree, each may veto."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from banyan.catalogue.matcher.context import ANYTHING, Context, basic, kinship
from banyan.catalogue.matcher.reading import BOUNDS, DATE, NAME, SPANS, UNSAID, Reading, read
from banyan.catalogue.matcher.words import lexicon

VETO_HEAD, VETO_OPPOSITE, VETO_FAMILY, MISSING = 0.3, 0.2, 0.3, 0.25
FROM_CONTEXT, FROM_SPELLING, OTHER_READING = 0.94, 0.95, 0.97
GENERIC = frozenset(
    "#名称 #号 #类型 #状态 #内容 #日期 #描述 #等级 #数量 #标准 #原因 #结果 #事项 #情况 #方式 #范围 #依据 #意见 #规模 #用途 #附件 #照片 "
    "#备注 #标题 #文号 #金额 #期限 #总量 #比例 #序号 #指标 #数值 #要求 #条件 #来源 #面积 #案号".split()
)
NAMED = frozenset({"@单位", "@机关", "@部门", "@个体户", "@联系人", "@经办人", "@场所", "@权利人"})
BODIES = frozenset({"@单位", "@机关", "@部门"})
CERTIFICATE = ("证", "证书", "执照", "证明")


@dataclass(frozen=True, slots=True)
class Agreement:
    """A score from 0 to 1 and what decided it: ``ground`` is one of the grounds of `reasons.py`."""

    score: float
    ground: str
    one: str = ""
    other: str = ""


def agree(field: str, item: str, form: Context, resource: Context) -> Agreement:
    """The best agreement over all readings of both names."""
    best = Agreement(0.0, "different")
    for i, one in enumerate(read(field)):
        for j, other in enumerate(read(item)):
            found = _compare(one, other, form, resource)
            scaled = found.score * OTHER_READING ** (min(i, 1) + min(j, 1))
            if scaled > best.score or best.ground == "different":
                best = Agreement(scaled, found.ground, found.one, found.other)
    return best


def _compare(one: Reading, other: Reading, form: Context, resource: Context) -> Agreement:
    if one.text == other.text:
        return _same_words(one, form, resource)
    head = head_factor(one, other)
    ground = ("head", one.text, other.text) if head < 0.5 else ("meaning", "", "")
    score = head * _family_factor(one, other, form, resource)
    if score < 0.5 and ground[0] == "meaning":
        ground = ("owner", one.text, other.text)
    if _opposed(one, other):
        return Agreement(score * VETO_OPPOSITE, "opposite", one.text, other.text)
    filled = False
    for this, that, there in ((one, other, resource), (other, one, form)):
        for concept in this.owners | this.marks:
            factor, by_context = _found(concept, this, that, there)
            score *= factor
            filled = filled or by_context
            if factor < 0.6 and ground[0] == "meaning":
                ground = ("owner" if concept[0] == "@" else "mark", this.surface(concept), that.text)
        for text in this.rest:
            factor, by_context = _spelled(text, that, there)
            score *= factor
            filled = filled or by_context
            if factor < 0.6 and ground[0] == "meaning":
                ground = ("mark", text, that.text)
    if ground[0] == "meaning" and filled:
        ground = ("context", "", "")
    bare = one.bare and other.bare and one.head in GENERIC
    score *= _context_factor(one, form, resource, bare)
    return Agreement(min(score, 0.985), *ground)


def _same_words(one: Reading, form: Context, resource: Context) -> Agreement:
    if form.text == resource.text:
        return Agreement(1.0, "same")
    return Agreement(_context_factor(one, form, resource, one.bare and one.head in GENERIC), "same")


def _context_factor(one: Reading, form: Context, resource: Context, bare: bool) -> float:
    """A bare 名称 or 状态 needs a kindred context; any other name gains a little from one."""
    kin = kinship(form, resource)
    if bare and form.text and resource.text:
        return 0.5 + 0.48 * min(1.0, kin * 1.6)
    return 0.9 + 0.09 * max(kin, 0.6 if basic(resource) else 0.0)


def head_factor(one: Reading, other: Reading) -> float:
    """Whether the kinds of value agree; the head noun is a veto (号码 is not 名称)."""
    if one.flag != other.flag:
        plain, flagged = (other, one) if one.flag else (one, other)
        return 0.85 if not flagged.head and plain.head in ("#状态", "#情况") else VETO_HEAD
    if one.head == other.head:
        return 1.0 if one.form == other.form else VETO_HEAD if one.form and other.form else 0.94
    if {one.head, other.head} & SPANS and DATE in (one.head, other.head):
        bounds = (one.marks | other.marks) & BOUNDS
        return {"止": 0.8, "起": 0.5}.get("".join(bounds), VETO_HEAD)
    if UNSAID in (one.head, other.head):
        return {NAME: 0.92, "#情况": 0.85, "#内容": 0.85, "#描述": 0.8, "#类型": 0.7, "#金额": 0.7}.get(
            one.head or other.head, VETO_HEAD
        )
    return lexicon().near.get((one.head, other.head), VETO_HEAD)


def _family_factor(one: Reading, other: Reading, form: Context, resource: Context) -> float:
    """A person's and a body's value differ, and so do a name of somebody and a name of something."""
    families = {_family(one), _family(other)}
    if families == {"person", "body"}:
        return VETO_FAMILY
    if one.head == other.head == NAME and ("@人" in one.owners) != ("@人" in other.owners):
        plain = other if "@人" in one.owners else one
        return VETO_FAMILY if not plain.owners else 0.95
    if one.head == other.head == NAME and families == {"person", ""}:
        plain = one if not _family(one) else other
        return 1.0 if plain.owners else VETO_FAMILY
    return 1.0


def _family(reading: Reading) -> str:
    words = lexicon()
    if reading.owners & words.persons:
        return "person"
    return "body" if reading.owners & words.bodies else ""


def _opposed(one: Reading, other: Reading) -> bool:
    """起 and 止, 出生 and 死亡: each side says what the other's opposite is, and does not say it itself."""
    opposites = lexicon().opposites
    return any(
        frozenset((mine, theirs)) in opposites
        for mine in one.marks - other.marks
        for theirs in other.marks - one.marks
    )


@lru_cache(maxsize=200_000)
def _weight(concept: str, head: str, alone: bool) -> float:
    """How much a concept matters; one that is all a generic name says matters fully."""
    if head == NAME and concept in NAMED:
        return 1.0
    if alone and head in GENERIC and concept[0] != "@":
        return 1.0
    return lexicon().weights.get(concept, 1.0)


def _found(concept: str, this: Reading, that: Reading, there: Context) -> tuple[float, bool]:
    """What is left of the score when ``this`` says a concept: is it in the other name, near it, or in its context?"""
    theirs = that.owners if concept[0] == "@" else that.marks
    if concept in theirs:
        return 1.0, False
    if concept == that.head:
        return 0.97, False
    words = lexicon()
    said = that.owners | that.marks
    closeness = max((words.near.get((concept, known), 0.0) for known in said), default=0.0)
    if concept in BODIES and theirs & BODIES and this.marks & that.marks:
        closeness = max(closeness, 0.95)
    if concept == "@单位" and that.owners & words.bodies or concept in ("证", "许可证") and _certified(theirs):
        closeness = max(closeness, 0.93)
    if concept == "@人" and that.owners:
        closeness = max(closeness, 0.97)
    surface = this.surface(concept)
    if len(surface) > 1 and surface in that.text and concept[0] != "#":
        closeness = max(closeness, FROM_SPELLING)
    in_context = _in_context(concept, surface, there)
    best = max(closeness, in_context)
    loss = (1.0 - max(best, MISSING)) * _weight(concept, this.head, len(this.marks) + len(this.owners) + len(this.rest) == 1)
    return 1.0 - loss, in_context > closeness


def _certified(marks: frozenset[str]) -> bool:
    return any(mark.endswith(CERTIFICATE) for mark in marks)


def _in_context(concept: str, surface: str, there: Context) -> float:
    if there is ANYTHING or concept in there.concepts:
        return FROM_CONTEXT
    stem = surface[:-1] if surface.endswith("证") else surface.removesuffix("证书")
    if len(stem) > 1 and stem in there.text:
        return FROM_CONTEXT
    words = lexicon()
    return max((words.near[concept, known] * 0.9 for known in words.neighbours.get(concept, ()) if known in there.concepts), default=0.0)


def _spelled(text: str, that: Reading, there: Context) -> tuple[float, bool]:
    """The same for a stretch the lexicon does not know: judged by its letters."""
    if text in that.text:
        return 1.0, False
    if there is ANYTHING or text in there.text:
        return FROM_CONTEXT, True
    nearest = max((fuzz.ratio(text, piece) for piece in that.rest), default=0.0) / 100
    weight = 1.0 if len(text) > 1 else 0.7
    return 1.0 - (1.0 - max(nearest if nearest > 0.6 else 0.0, MISSING)) * weight, False


