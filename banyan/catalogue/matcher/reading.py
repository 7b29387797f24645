"""A name taken apart (字段名解析): whose value it is, what kind of value, and what narrows it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from banyan.catalogue.matcher.words import Word, lexicon

NAME, NUMBER, DATE, FLAG, UNSAID = "#名称", "#号", "#日期", "#标志", ""
ADDRESS, PLACE, SUM, ACCOUNT, BALANCE = "#地址", "@场所", "#金额", "#账号", "#余额"
BOUNDS = frozenset({"起", "止"})
SPANS = frozenset({"#有效期", "#期限"})
WRITTEN_AS = frozenset({NAME, NUMBER})
NEVER_WRITTEN_AS = frozenset(
    {
        NAME,
        NUMBER,
        DATE,
        "#电话",
        "#手机",
        "#证件号码",
        "#身份证号",
        "#金额",
        "#附件",
        "#统一社会信用代码",
        "#组织机构代码",
        "#机构代码",
    }
)
TOTAL = ("累计",)
BARE_QUANTITIES = frozenset({SUM, "#数量", "#总量", "#数值"})
PAPERS = ("证", "证书", "执照")
FLAG_FIRST = re.compile(r"(是否|有无|能否|可否|是不是|有没有)(已经|已|为|设有|有|是|属于|存在|享受)?(?=.)")
FLAG_LAST = re.compile(r"(?<=.)(吗|与否|没有)$")
WRITTEN_NAME = ("名", "名称", "姓名", "名字")


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One way to understand a name.

    ``owners`` whose it is (主体), ``head`` the kind of value (中心词), ``marks`` what narrows it (限定词), ``rest`` the
    stretches the lexicon does not know, ``form`` how a coded value is written (代码 or 名称), ``flag`` a yes or no.
    """

    text: str
    owners: frozenset[str]
    marks: frozenset[str]
    head: str
    rest: tuple[str, ...]
    form: str
    flag: bool
    surfaces: dict[str, str]

    @property
    def bare(self) -> bool:
        """Nothing but a head noun: whose name or which date only the context can tell."""
        return not (self.owners - {"@人"} or self.marks or self.rest)

    def surface(self, concept: str) -> str:
        """The word of the name that stands for a concept."""
        return self.surfaces.get(concept) or concept.lstrip("@#")


def taken_apart(text: str, *, most: int = 0) -> Reading:
    """One plain spelling read word by word, no word longer than ``most`` characters."""
    asked = FLAG_LAST.sub("", FLAG_FIRST.sub("", text))
    flag = asked != text
    words = _without_total(_joined(lexicon().words(asked, most=most)))
    heads = [concept for word in words for concept in word.means or () if concept[0] == "#"]
    others = [concept for word in words for concept in word.means or () if concept[0] != "#"]
    head, form, passed = _head(words, heads)
    if head == FLAG:
        head, flag = UNSAID, True
    words, others = _one_owner(words, others)
    passed = [concept for concept in passed if concept != SUM or head == UNSAID]
    owners = {concept for concept in others if concept[0] == "@"}
    marks = {concept for concept in others if concept[0] != "@"} | set(passed)
    head, marks = _bounded(head, marks)
    if head == NUMBER and marks == {"证"} and "证号" in text and owners & lexicon().persons:
        head, marks = "#证件号码", marks - {"证"}
    return Reading(
        text=text,
        owners=frozenset(_without_generic(owners)),
        marks=frozenset(marks),
        head=head,
        rest=tuple(word.text for word in words if word.means is None),
        form=form,
        flag=flag,
        surfaces={word.means[0]: word.text for word in words if word.means and len(word.means) == 1},
    )


def _joined(words: list[Word]) -> list[Word]:
    """户籍详细地址 is the 户籍地址: an address in more words is still that of the word before it."""
    if len(words) < 2 or words[-1].means != (ADDRESS,):
        return words
    before, last = words[-2:]
    known = lexicon().ending.get(before.text + ADDRESS[1:], ())
    one_kind = len(known) == 1 and known[0][0] == "#"
    return [*words[:-2], Word(before.text + last.text, known)] if one_kind else words


def _without_total(words: list[Word]) -> list[Word]:
    """主机功率合计 is the 主机功率: that it is summed up adds nothing to a kind of value."""
    if len(words) > 1 and words[-1].means == TOTAL and any(one[0] == "#" for one in words[-2].means or ()):
        return words[:-1]
    return words


def _one_owner(words: list[Word], others: list[str]) -> tuple[list[Word], list[str]]:
    """监理公司 is the 监理单位, where the lexicon knows such a body by its own name."""
    for before, body in pairwise(words):
        known = lexicon().ending.get(f"{before.text}单位", ())
        if body.means == ("@单位",) and before.means and len(known) == 1 and known[0] in lexicon().bodies:
            left = [one for one in others if one not in before.means and one != "@单位"]
            joined = Word(before.text + body.text, known)
            return [joined if word is body else word for word in words if word is not before], [*left, *known]
    return words, others


def _head(words: list[Word], heads: list[str]) -> tuple[str, str, list[str]]:
    """The head noun, how a coded value is written, and the head nouns that only narrow: 性别代码 is a 性别 in code."""
    questions = lexicon().questions
    said = [word for word in words if word.means != () and word.text not in questions]
    asked = next((questions[word.text] for word in words if word.text in questions), UNSAID)
    last = said[-1] if said else None
    means = last.means if last is not None and last.means else ()
    if asked and _leaves_head_open(means, last):
        return asked, UNSAID, [concept for concept in heads if concept not in (asked, NAME)]
    if not any(concept[0] == "#" for concept in means):
        ends_with_owner = any(concept[0] == "@" for concept in means)
        return (NAME if ends_with_owner else UNSAID), UNSAID, heads
    heads = [concept for word in said for concept in word.means or () if concept[0] == "#"]
    head, earlier = heads[-1], heads[:-1]
    if len(means) > 1 and means[0][0] == "#" and means[-1] in WRITTEN_AS:
        return means[0], means[-1], [concept for concept in earlier if concept != means[0]]
    if head in WRITTEN_AS and earlier and earlier[-1] not in NEVER_WRITTEN_AS and not _of_paper(words):
        return earlier[-1], head, earlier[:-1]
    if head in BARE_QUANTITIES and earlier and earlier[-1] in lexicon().quantities:
        return earlier[-1], UNSAID, earlier[:-1]
    if head == DATE and earlier and earlier[-1] in SPANS:
        return earlier[-1], UNSAID, earlier[:-1]
    if earlier and head in lexicon().generic and earlier[-1] != head and earlier[-1].endswith(head[1:]):
        return earlier[-1], UNSAID, earlier[:-1]
    return head, _written_as(words[-1].text, head), earlier


def _leaves_head_open(means: tuple[str, ...], last: Word | None) -> bool:
    """在哪采伐 and 几个股东: what stands last names no kind of value, or only somebody."""
    heads = [concept for concept in means if concept[0] == "#"]
    return not heads or (
        heads == [NAME] and len(means) > 1 and not (last and last.text.endswith(WRITTEN_NAME))
    )


def _of_paper(words: list[Word]) -> bool:
    """职称证书编号 and 职称证书号 number the certificate; they are not the 职称 in code."""
    return words[-1].text.startswith(PAPERS) or (len(words) > 1 and words[-2].text.endswith(PAPERS))


def _written_as(word: str, head: str) -> str:
    """行业名称 is one word of the lexicon for 行业, yet says that it is written as a name."""
    if head in NEVER_WRITTEN_AS:
        return UNSAID
    return NAME if word.endswith("名称") else NUMBER if word.endswith(("代码", "编码")) else UNSAID


def _bounded(head: str, marks: set[str]) -> tuple[str, set[str]]:
    """有效期至 and 许可截止日期 are end dates: a span with a bound is a date. The sum of an account is its balance."""
    if head == SUM and ACCOUNT in marks:
        return BALANCE, marks - {ACCOUNT}
    if head in SPANS and marks & BOUNDS:
        return DATE, marks | ({"有效"} if head == "#有效期" else set())
    return head, marks


def _without_generic(owners: set[str]) -> set[str]:
    """学生姓名 belongs to the pupil; that a pupil is a person adds nothing."""
    persons = lexicon().persons
    if "@人" in owners and any(owner in persons for owner in owners - {"@人"}):
        return owners - {"@人"}
    return owners
