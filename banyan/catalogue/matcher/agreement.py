"""How far a field and an item mean the same (语义一致度): owner, qualifiers and head noun must agree, each may veto."""

from dataclasses import replace
from math import prod
from typing import NamedTuple

from banyan.catalogue.matcher.composition import apart
from banyan.catalogue.matcher.context import ANYTHING, KINDRED, Context, basic, kinship
from banyan.catalogue.matcher.losses import CERTIFICATE, FROM_CONTEXT, GRANTING, LASTING, Loss, losses_of
from banyan.catalogue.matcher.reading import BOUNDS, DATE, NAME, SPANS, UNSAID, Reading
from banyan.catalogue.matcher.understanding import read
from banyan.catalogue.matcher.words import lexicon

VETO_HEAD, VETO_OPPOSITE, VETO_FAMILY = 0.3, 0.2, 0.3
FROM_SUBJECT, OTHER_READING, UNEQUAL = 0.92, 0.94, 0.985
DOUBTFUL, HEAVY = 0.5, 0.6
SUBJECTS, SUBJECT = frozenset({"@经营者", "@缴存人", "@参保人", "@补贴对象"}), 0.8
PLANNED, SETTLED = "计划", ("范围", "类型", "类别", "地址", "住所")
FIRST, LATER = frozenset({"成立", "注册"}), frozenset({"变更", "增加", "转移", "延期"})
FORMER, RENEWING = "原", frozenset({"变更", "延期", "换证", "过户", "补领", "转移"})
ANY_BODY, ANOTHER_BODY = frozenset({"@单位"}), 0.95
ANYBODY, OF_CERTIFICATES = (
    frozenset({"@人", "@机关"}),
    frozenset({"有效", "起", "止", "发证", "证", "许可证", "批准"}),
)
UNSAID_HEADS = {NAME: 0.92, "#情况": 0.85, "#内容": 0.85, "#描述": 0.8, "#类型": 0.7, "#金额": 0.7}
ASKED = frozenset({"#金额", "#标准", "#费用"})
SPAN_ENDS = {"止": 0.8, "起": 0.5}


class Agreement(NamedTuple):
    """A score from 0 to 1 and what decided it: ``ground`` is one of the grounds of `reasons.py`.

    ``texts`` are the two readings compared, ``head`` how far their kinds of value agree, ``ours`` and ``its`` how many
    words the field and the item say that the other side lacks, ``unknown`` how many of these the lexicon does not know.
    ``vetoed`` when both are known to mean two things, ``stranger`` when one form or resource is about a person and the
    other about a body.
    """

    score: float
    ground: str
    one: str = ""
    other: str = ""
    texts: tuple[str, str] = ("", "")
    head: float = 1.0
    ours: int = 0
    its: int = 0
    unknown: int = 0
    vetoed: bool = False
    stranger: bool = False


def agree(field: str, item: str, form: Context, resource: Context) -> Agreement:
    """The best agreement over all readings of both names."""
    best = Agreement(-1.0, "different")
    for i, one in enumerate(read(field)):
        for j, other in enumerate(read(item)):
            found = _compare(one, other, form, resource)
            scaled = found.score * OTHER_READING ** (min(i, 1) + min(j, 1))
            if scaled > best.score:
                best = found if scaled == found.score else found._replace(score=scaled)
    return best


def _compare(one: Reading, other: Reading, form: Context, resource: Context) -> Agreement:
    """How two readings agree, with how much each says that the other lacks."""
    one, other = _in_place(one, other, resource), _in_place(other, one, form)
    one, other = apart(one, other), apart(other, one)
    ours, its = _said_alone(one, other, form, resource)
    score, ground, word, that = _judged(one, other, (form, resource), (ours, its))
    heavy = [[loss for loss in side if loss.left < HEAVY] for side in (ours, its)]
    return Agreement(
        score=score,
        ground=ground,
        one=word,
        other=that,
        texts=(one.text, other.text),
        head=head_factor(one, other),
        ours=len(heavy[0]),
        its=len(heavy[1]),
        unknown=sum(not loss.concept for side in heavy for loss in side),
        vetoed=ground == "opposite" or _surely_two(one, other, heavy),
    )


def _in_place(this: Reading, that: Reading, there: Context) -> Reading:
    """公积金账号 is an 账号 where the other side's form or resource says 公积金: its own kind of value is no other."""
    kind = this.head.removesuffix(that.head[1:]) if len(that.head) > 2 else this.head
    narrowed = that.marks - this.marks or that.rest != this.rest
    if narrowed or kind in (this.head, "#") or not (there is ANYTHING or kind[1:] in there.text):
        return this
    return replace(this, head=that.head)


def _surely_two(one: Reading, other: Reading, heavy: list[list[Loss]]) -> bool:
    """Nothing unknown is left that could join the two: their kinds of value differ, or a word narrows for certain."""
    if any(not loss.concept for side in heavy for loss in side):
        return False
    kinds = UNSAID not in (one.head, other.head) and head_factor(one, other) <= VETO_HEAD
    return kinds or all(heavy) or any(loss.strict for side in heavy for loss in side)


def _said_alone(
    one: Reading, other: Reading, form: Context, resource: Context
) -> tuple[list[Loss], list[Loss]]:
    if one.text == other.text or (resource is ANYTHING and head_factor(one, other) < 0.5):
        return [], []
    ours, its = [*losses_of(one, other, resource)], [*losses_of(other, one, form)]
    if form is not ANYTHING and any(loss.left < FROM_CONTEXT for loss in ours):
        ours = [_said_by_form(loss, (one, other), form, resource) for loss in ours]
    if any(loss.by_context and _names_its_paper(loss.concept) for loss in ours):
        its = [_of_its_own(loss, resource) for loss in its]
    return ours, its


def _judged(
    one: Reading, other: Reading, contexts: tuple[Context, Context], said: tuple[list[Loss], list[Loss]]
) -> tuple[float, str, str, str]:
    """The score, its ground, and the words that decided it."""
    (form, resource), (ours, its) = contexts, said
    generic = one.head in lexicon().generic or one.head in SPANS
    bare = generic and _of_any_matter(one) and _of_any_matter(other)
    bare = bare or (one.head in ASKED and not one.rest and not one.owners and one.marks <= form.concepts)
    surroundings = _context_factor(form, resource, bare=bare, person="@人" in one.owners)
    if one.text == other.text:
        return 1.0 if form.text == resource.text else surroundings, "same", "", ""
    head, family = head_factor(one, other), _family_factor(one, other)
    if _opposed(one, other):
        return head * family * VETO_OPPOSITE, "opposite", one.text, other.text
    if head < 0.5:
        mine, theirs = one.owners | one.marks, other.owners | other.marks
        shared = 0.4 + 0.6 * len(mine & theirs) / max(1, len(mine | theirs))
        return head * family * surroundings * shared, "head", one.text, other.text
    kin, losses = kinship(form, resource), [*ours, *its]
    softens = 0.0 if _rival(ours, its) else kin
    score = head * family * _together(losses, softens, one.head if one.head == other.head else "")
    if score < HEAVY and (shortened := _shortened(one, other, losses, kin)) > score:
        return min(shortened * surroundings, UNEQUAL), "short", "", ""
    if _of_another_body(one, other, form, resource):
        score *= ANOTHER_BODY
    return min(score * surroundings, UNEQUAL), *_ground(one, other, family, losses)


def _said_by_form(loss: Loss, readings: tuple[Reading, Reading], form: Context, resource: Context) -> Loss:
    """What the field says beyond the item narrows nothing where it only repeats what its form is about."""
    one, other = readings
    if other.bare and _is_subject(loss, form):
        return loss._replace(left=max(loss.left, FROM_SUBJECT), by_context=True)
    if _is_body(loss, other, form, resource):
        return loss._replace(left=max(loss.left, FROM_CONTEXT), by_context=True)
    if loss.concept == FORMER and _is_renewed(loss.word, form, resource):
        return loss._replace(left=max(loss.left, FROM_CONTEXT), strict=False, by_context=True)
    if _is_proposed(loss, one, form):
        return loss._replace(left=max(loss.left, FROM_CONTEXT), strict=False, by_context=True)
    return loss


def _is_renewed(word: str, form: Context, resource: Context) -> bool:
    """原证 on a form that renews or passes on is the registered one, in its own matter; 变更前 may be any before."""
    kindred = resource is ANYTHING or kinship(form, resource) >= KINDRED
    return word.startswith(FORMER) and bool(form.concepts & RENEWING) and kindred


def _is_subject(loss: Loss, form: Context) -> bool:
    """老人姓名 on a form for old people, 儿童姓名 on one for 入学: whose form it is, as far as its name tells."""
    words, whose = lexicon(), loss.concept
    if whose in LASTING or not (whose in words.persons or whose in SUBJECTS):
        return False
    return whose in form.concepts or any(
        words.near[whose, known] >= SUBJECT
        for known in words.neighbours.get(whose, ())
        if known in form.concepts
    )


def _is_body(loss: Loss, other: Reading, form: Context, resource: Context) -> bool:
    """团体名称 on a form for a 社会团体: a piece of the word for the body that form and item speak of."""
    if loss.concept or len(loss.word) < 2 or loss.word not in form.text:
        return False
    return bool(form.concepts & lexicon().bodies & (other.owners | resource.concepts))


def _is_proposed(loss: Loss, one: Reading, form: Context) -> bool:
    """拟设企业名称 at the first registration becomes the name; 拟变更 and planned dates and sums stay plans."""
    first = form.concepts & FIRST and not form.concepts & LATER
    return loss.concept == PLANNED and bool(first) and (one.head == NAME or one.head.endswith(SETTLED))


def _of_another_body(one: Reading, other: Reading, form: Context, resource: Context) -> bool:
    """机构地址 in 医疗机构信息 is a hospital's, and not that of the 单位 of any form."""
    bodies = lexicon().bodies
    return other.owners == ANY_BODY and bool(
        resource.concepts & bodies - ANY_BODY - form.concepts - one.owners
    )


def _names_its_paper(concept: str) -> bool:
    return concept.endswith(CERTIFICATE) and concept not in OF_CERTIFICATES


def _of_its_own(loss: Loss, resource: Context) -> Loss:
    """经营许可证号 in 道路运输经营许可 is its number: what an item repeats of its resource narrows nothing."""
    said = resource is ANYTHING or loss.concept in resource.concepts or loss.word in resource.text
    repeats = said and not loss.owner
    return loss._replace(left=max(loss.left, FROM_CONTEXT), by_context=True) if repeats else loss


def _of_any_matter(reading: Reading) -> bool:
    """A bare name, or one that any certificate has: 有效期至 and 发证机关 of another matter are another fact."""
    return not (reading.owners - ANYBODY or reading.marks - OF_CERTIFICATES or reading.rest)


def _ground(one: Reading, other: Reading, family: float, losses: list[Loss]) -> tuple[str, str, str]:
    """What decided the score, the heaviest first."""
    if family < 0.5:
        return "owner", one.text, other.text
    for loss in losses:
        if loss.left < 0.6:
            return "owner" if loss.owner else "mark", loss.word, loss.that
    return "context" if any(loss.by_context for loss in losses) else "meaning", "", ""


def _context_factor(form: Context, resource: Context, *, bare: bool, person: bool) -> float:
    """A bare 名称 or 状态 needs a kindred context, a bare 姓名 hardly; other names gain a little from one."""
    kin = kinship(form, resource)
    if bare and person:
        return 0.72 + 0.2 * min(1.0, kin * 1.6) + (0.06 if basic(resource) else 0.0)
    if bare and form.text and resource.text:
        return 0.5 + 0.48 * min(1.0, kin * 1.6)
    return 0.9 + 0.09 * max(kin, 0.35 if basic(resource) else 0.0)


def head_factor(one: Reading, other: Reading) -> float:
    """Whether the kinds of value agree; the head noun is a veto (号码 is not 名称)."""
    if one.flag != other.flag:
        plain, flagged = (other, one) if one.flag else (one, other)
        return 0.85 if not flagged.head and plain.head in ("#状态", "#情况") else VETO_HEAD
    if one.head == other.head:
        return 1.0 if one.form == other.form else VETO_HEAD if one.form and other.form else 0.94
    if {one.head, other.head} & SPANS and DATE in (one.head, other.head):
        return SPAN_ENDS.get("".join((one.marks | other.marks) & BOUNDS), VETO_HEAD)
    if UNSAID in (one.head, other.head):
        return UNSAID_HEADS.get(one.head or other.head, VETO_HEAD)
    return lexicon().near.get((one.head, other.head), VETO_HEAD)


def _family_factor(one: Reading, other: Reading) -> float:
    """A person's and a body's value differ, and so do a name of somebody and a name of something."""
    families = {_family(one), _family(other)}
    if families == {"person", "body"}:
        return VETO_FAMILY
    if {one.head, other.head} == {UNSAID, NAME} and families == {"", "body"}:
        return DOUBTFUL if (one if one.head == UNSAID else other).marks else 1.0
    if not one.head == other.head == NAME:
        return 1.0
    if ("@人" in one.owners) != ("@人" in other.owners):
        plain = other if "@人" in one.owners else one
        return 0.95 if plain.owners else VETO_FAMILY
    if families == {"person", ""}:
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
    opposites, dated = lexicon().opposites, DATE in (one.head, other.head)
    return any(
        frozenset((mine, theirs)) in opposites and (dated or not {mine, theirs} <= GRANTING)
        for mine in (one.owners | one.marks) - (other.owners | other.marks)
        for theirs in (other.owners | other.marks) - (one.owners | one.marks)
    )


def _rival(mine: list[Loss], theirs: list[Loss]) -> bool:
    """更新树种 and 采伐树种: each side narrows by a word of its own, though the matter is one where both occur."""
    return any(
        any(loss.left < 0.6 for loss in one) and any(loss.by_context and not loss.owner for loss in other)
        for one, other in ((mine, theirs), (theirs, mine))
    )


def _together(losses: list[Loss], kin: float, head: str) -> float:
    """All losses multiplied; in a kindred matter one word that only one side adds narrows less, except in a name."""
    heavy = [loss for loss in losses if loss.left < 0.6]
    shares = head not in lexicon().generic or any(loss.left > 0.9 and not loss.by_context for loss in losses)
    soft = len(heavy) == 1 and shares and head != NAME and not heavy[0].owner and not heavy[0].strict
    least = 0.34 + 0.42 * min(1.0, kin * 1.6) if soft else 0.0
    return prod(max(loss.left, least) if loss.left < 0.6 else loss.left for loss in losses)


def _shortened(one: Reading, other: Reading, losses: list[Loss], kin: float) -> float:
    """树龄 is 树木年龄, 研发投入 is 研发经费投入: one name is the other with letters left out, in a kindred matter."""
    short, long = sorted((one.text, other.text), key=len)
    if any(loss.left < 0.6 and (loss.owner or loss.strict) for loss in losses) or one.flag != other.flag:
        return 0.0
    if len(short) < 2 or 2 * len(short) < len(long) or short[-1] != long[-1] or not _left_out(short, long):
        return 0.0
    if (UNSAID not in (one.head, other.head) and head_factor(one, other) < 0.9) or _of_anybody(one, other):
        return 0.0
    least = 0.68 if short[0] == long[0] else 0.62
    return least + (0.9 - least) * min(1.0, kin * 1.5)


def _of_anybody(*readings: Reading) -> bool:
    """售房单位名称 is no 单位名称 with letters left out: a name of any body says nothing that could be shortened."""
    return any(not (one.owners - {"@人", "@单位"} or one.marks or one.rest) for one in readings)


def _left_out(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
