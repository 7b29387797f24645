"""The law page: the Measures, article by article; beside each norm what the system does about it."""

from collections import defaultdict
from dataclasses import replace

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from banyan.acts.coverage import coverage_rows
from banyan.acts.models import Finding
from banyan.desk.access import page
from banyan.desk.frame import measures_title, show
from banyan.desk.shapes import Chapter, Document, Line, Link, NavLink, Note, Provision, State
from banyan.desk.words import certainty, day, lang
from banyan.law.coverage import CoverageRow
from banyan.law.inforce import pack
from banyan.law.norms import Article, Norm
from banyan.law.principles import Principle
from banyan.law.text import ArticleText, MeasuresText


@page("GET", "HEAD", public=True)
def law(request: HttpRequest) -> HttpResponse:
    """The whole text with notes; ``?text=zh|en|both`` chooses the languages shown."""
    shown = request.GET.get("text") or ("both" if lang() == "en" else "zh")
    languages = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}.get(shown, ("zh",))
    rows = coverage_rows()
    notes = _notes(rows)
    first = pack().text("zh")
    others = {code: pack().text(code) for code in languages}
    chapters = tuple(
        Chapter(
            anchor=f"chapter-{number}",
            title=" ".join(others[code].chapters[number - 1].title for code in languages),
            provisions=tuple(_provision(one, others, languages, notes) for one in chapter.articles),
        )
        for number, chapter in enumerate(first.chapters, start=1)
    )
    works = sum(row.state == "works" for row in rows)
    view = Document(
        title=measures_title(),
        chapters=chapters,
        lines=tuple(line for line in (_status(), pack().note(lang())) if line),
        sums=(
            State(_("{n} norms").format(n=len(rows)), "info"),
            State(_("{n} work").format(n=works), "good"),
            State(_("{n} not yet").format(n=len(rows) - works), "quiet"),
        ),
        texts=tuple(
            NavLink(word, f"?text={key}", key == shown)
            for key, word in (("zh", "中文"), ("en", _("English (unofficial)")), ("both", _("Side by side")))
        ),
        ways=(Link(_("Compare with another pack"), f"/law/compare?a={pack().id}"),),
        downloads=(Link(_("Coverage as JSON"), "/api/v1/law/coverage"),),
        closing=(_("Law pack {version}").format(version=pack().version),),
    )
    return show(request, view, view.title)


def _status() -> str:
    commencement = pack().commencement
    return _(
        "In force from {day}, as this pack assumes; role names, numbers and clocks are data of the pack."
    ).format(day=day(commencement))


def _provision(
    one: ArticleText, texts: dict[str, MeasuresText], languages: tuple[str, ...], notes: dict[int, list[Note]]
) -> Provision:
    lines: list[Line] = []
    for code in languages:
        paragraphs = texts[code].article(one.number).paragraphs
        lines.extend(
            Line(text, "en" if code == "en" else "zh-Hans")
            for each in paragraphs
            for text in (each.words, *each.items)
        )
    return Provision(
        anchor=f"art-{one.number}",
        number=Article(str(one.number)).cite(lang()),
        lines=tuple(lines),
        notes=tuple(notes.get(one.number, ())),
    )


def _notes(rows: list[CoverageRow]) -> dict[int, list[Note]]:
    """The notes beside each article, norm by norm."""
    findings = dict(
        Finding.objects.filter(state=Finding.State.OPEN).values_list("norm").annotate(n=Count("pk"))
    )
    stated = {one.norm.key: one for one in pack().principles}
    found: dict[int, list[Note]] = defaultdict(list)
    for row in rows:
        told = _note(row, findings.get(row.id, 0))
        if row.id in stated:
            told = replace(told, counts=_sums(stated[row.id], rows, findings))
        found[row.article.number].append(told)
    return found


def _times(number: int) -> Link:
    return Link(ngettext("%(n)d time", "%(n)d times", number) % {"n": number})


def _open(number: int, norm: str = "") -> Link:
    words = ngettext("%(n)d open finding", "%(n)d open findings", number) % {"n": number}
    return Link(words, f"/acts/findings/?norm={norm}" if norm else "")


def _sums(principle: Principle, rows: list[CoverageRow], findings: dict[str, int]) -> tuple[Link, ...]:
    """What was done for a principle: the norms that serve it, how often they were applied, what is open."""
    serving = [row for row in rows if principle.covers(Norm(row.id))]
    done, open_ = sum(row.count for row in serving), sum(findings.get(row.id, 0) for row in serving)
    served = ngettext("served by %(n)d norm", "served by %(n)d norms", len(serving) - 1)
    return Link(served % {"n": len(serving) - 1}), _times(done), _open(open_)


def _note(row: CoverageRow, findings: int) -> Note:
    provision = pack().provision(Norm(row.id))
    serves = (one for one in pack().principles_of(provision.norm) if one.norm != provision.norm)
    state = State(_("works"), "good") if row.state == "works" else State(_("not yet"), "quiet")
    counts = (_times(row.count),) if row.count else ()
    return Note(
        kind=_(provision.kind.value),
        state=state,
        said=provision.behaviour("en" if lang() == "en" else "zh"),
        counts=counts,
        findings=_open(findings, row.id) if findings else None,
        code=row.id,
        serves=tuple(Link(one.called(lang()), f"#art-{pack().article(one.norm).number}") for one in serves),
        doubt=None if provision.certainty.settled else certainty(provision.certainty),
    )
