"""The rows of a comparison as a table, and the two packs as facts."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from banyan.desk.shapes import Cell, Column, Fact, Facts, Saying, Span, State, Table, Tone
from banyan.desk.words import certainty, day, lang, said
from banyan.law.compare import Compared, Difference, Office, Side, Timed
from banyan.law.pack import Pack, Status
from banyan.law.parameters import Value


def told_of(pack: Pack, called: str) -> Facts:
    """What a pack is: its title, standing, day and version, and what its editor says of it."""
    standing: dict[Status, tuple[str, Tone]] = {
        Status.DRAFT: (_("draft Measures"), "info"),
        Status.IN_FORCE: (_("in force"), "good"),
        Status.REPEALED: (_("repealed"), "quiet"),
        Status.EXAMPLE: (_("example"), "quiet"),
    }
    unsettled = sum(not one.certainty.settled for one in pack.provisions.values())
    facts = [
        Fact(_("Standing"), state=State(*standing[pack.status])),
        Fact(_("In force from"), day(pack.commencement)),
        Fact(
            _("Norms"),
            _("{n}, of which {unsettled} in words not settled").format(
                n=len(pack.provisions), unsettled=unsettled
            ),
        ),
        Fact(_("Version"), pack.version),
    ]
    note = pack.note(lang())
    return Facts(
        f"{called} · {pack.title(lang())}", (*facts, Fact(_("What is known"), note)) if note else tuple(facts)
    )


def table_of(rows: Iterable[Compared], *, whole: bool) -> Table:
    """One row a norm: its key and in what it differs, then text and clocks on either side."""
    columns = (
        Column(label=_("Norm")),
        Column(label=_("Text in A")),
        Column(label=_("Text in B")),
        Column(label=_("Clocks in A")),
        Column(label=_("Clocks in B")),
    )
    return Table(
        caption=_("Law packs compared"),
        columns=columns,
        rows=tuple(
            (
                _norm(row),
                _text(row.here, row.there),
                _text(row.there, row.here),
                _clocks(row.here, row.there, whole=whole),
                _clocks(row.there, row.here, whole=whole),
            )
            for row in rows
        ),
    )


def _norm(row: Compared) -> Cell:
    words: dict[Difference, tuple[str, Tone]] = {
        Difference.HERE: (_("only in A"), "bad"),
        Difference.THERE: (_("only in B"), "bad"),
        Difference.ARTICLE: (_("other article"), "info"),
        Difference.WORDS: (_("other words"), "info"),
        Difference.ROLES: (_("other offices"), "info"),
        Difference.CLOCKS: (_("other clocks"), "info"),
    }
    states = [State(*words[one]) for one in Difference if one in row.differences] or [
        State(_("the same"), "good")
    ]
    return Cell(row.norm.key, lines=tuple(Saying(words=(), state=one) for one in states))


def _text(side: Side | None, other: Side | None) -> Cell:
    if side is None:
        return Cell(lines=(Saying(words=(), state=State(_("not in this pack"), "bad")),))
    cited = side.article.cite(lang())
    elsewhere = other is not None and other.article != side.article
    settled = side.provision.certainty.settled
    words = Saying(
        words=tuple(Span(one.text, marked=one.differs) for one in side.words),
        state=None if settled else certainty(side.provision.certainty),
        note=side.provision.note(lang()),
    )
    gloss = (Saying(words=(), note=side.provision.summary("en")),) if lang() == "en" else ()
    offices = tuple(_office(one, other) for one in side.offices)
    return Cell(lines=(Saying(words=(Span(cited, marked=elsewhere),)), words, *gloss, *offices))


def _office(one: Office, other: Side | None) -> Saying:
    at = 1 if lang() == "en" else 0
    alike = None if other is None else next((each for each in other.offices if each.key == one.key), None)
    own = Span(one.own[at], marked=other is not None and (alike is None or alike.own != one.own))
    words: tuple[Span, ...] = (Span(_("Office: ")), own)
    if one.now != one.own:
        differs = other is not None and (alike is None or alike.now != one.now)
        words += (Span(_(", now ")), Span(one.now[at], marked=differs))
    state = certainty(one.certainty) if not one.certainty.settled else None
    return Saying(words=words, state=state)


def _clocks(side: Side | None, other: Side | None, *, whole: bool) -> Cell:
    """The clocks of one side; where not the whole is asked for, those that are the same are only counted."""
    if side is None:
        return Cell()
    if other is None:
        return Cell(lines=tuple(_clock(one, one) for one in side.clocks))
    beside = {one.parameter.name: one for one in other.clocks}
    pairs = [(one, beside.get(one.parameter.name)) for one in side.clocks]
    told = [(one, held) for one, held in pairs if whole or held is None or held.terms != one.terms]
    lines = tuple(_clock(one, held) for one, held in told)
    if same := len(pairs) - len(told):
        lines += (
            Saying(
                words=(Span(ngettext("%(n)d clock the same", "%(n)d clocks the same", same) % {"n": same}),)
            ),
        )
    return Cell(lines=lines)


def _clock(one: Timed, other: Timed | None) -> Saying:
    """One clock, marked where its amount, source or first day differs from what it is held against."""
    title = Span(one.parameter.title(lang()) + _(": "))
    if one.value is None:
        return Saying(words=(title,), state=State(_("no value on this day"), "bad"))
    here, beside = _parts(one.value), _parts(other.value if other else None)
    parts = tuple(Span(part, marked=part != held) for part, held in zip(here, beside, strict=True))
    spans = (title, parts[0], Span(_(", ")), parts[1], *(parts[2:] if here[2] else ()))
    note = one.value.note_en if lang() == "en" else one.value.note_zh
    return Saying(words=spans, state=certainty(one.value.certainty), note=note)


def _parts(value: Value | None) -> tuple[str, str, str]:
    """Amount, source and first day in words; empty where there is none."""
    if value is None:
        return "", "", ""
    since = _(", from {day}").format(day=day(value.since)) if value.since else ""
    return said(value.words()), value.citation(lang()), since
