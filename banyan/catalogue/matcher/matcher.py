"""The matcher (匹配器): for a form field, the resource items that government already holds and that mean the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest, nsmallest
from typing import NamedTuple

from rapidfuzz import fuzz

from banyan.catalogue.matcher.agreement import DOUBTFUL, Agreement, agree
from banyan.catalogue.matcher.bound import bound, to_come
from banyan.catalogue.matcher.candidates import NameIndex
from banyan.catalogue.matcher.confidence import DOUBTED, SAME_MEANING, SURE, confidence
from banyan.catalogue.matcher.context import ANYTHING, KINDRED, Context, basic, context, kinship
from banyan.catalogue.matcher.judgement import Judgement
from banyan.catalogue.matcher.physical import spoken
from banyan.catalogue.matcher.reasons import element, reason
from banyan.catalogue.matcher.shelf import Shelf
from banyan.catalogue.matcher.subject import BODY, UNKNOWN, of_contact, of_either, of_words, strangers
from banyan.catalogue.matcher.together import Candidate, Together
from banyan.catalogue.matcher.understanding import meaning, read
from banyan.catalogue.matcher.values import CatalogueItem, FieldAnswer, FormField, Match, Taught
from banyan.kit.text import bigrams

COMPARED, DOUBTFUL_NAMES, OF_ONE_NAME, CONFIRMED = 40, 12, 3, 0.99
SETTLED = frozenset({"taught", "opposite"})
MATTERS, CONTENTS, LOOKED_AT = 3, 60, 40


class Found(NamedTuple):
    """A row of the shelf, how it agrees and how sure that is; ``nearness`` orders equals by context and spelling.

    ``matter`` is what its resource is about, ``kinship`` how near the form is to that, ``most`` what other fields may
    raise the score to.
    """

    name: int
    row: int
    agreement: Agreement
    score: float
    nearness: float
    matter: str
    kinship: float
    most: float

    @property
    def order(self) -> tuple[float, float, int]:
        return (-round(self.score, 4), -self.nearness, self.row)

    @property
    def candidate(self) -> Candidate:
        return Candidate(self.name, self.matter, self.score, self.kinship)


class Matcher:
    """Finds items by meaning on one machine; the same input gives the same answer."""

    def __init__(self, shelf: Shelf, taught: Taught) -> None:
        self._shelf = shelf
        self._spoken = [spoken(name) for name in shelf.names]
        self._index = NameIndex(self._spoken)
        self._judgement = Judgement(taught, self._spoken)
        self._subject = lru_cache(maxsize=2_000)(self._find_subject)

    @classmethod
    def build(cls, items: Iterable[CatalogueItem], *, taught: Taught | None = None) -> "Matcher":
        """Index the items; about a minute for a million."""
        return cls(Shelf(items), taught or Taught())

    def __len__(self) -> int:
        return len(self._shelf)

    @property
    def names(self) -> int:
        """How many different item names the catalogue has."""
        return len(self._shelf.names)

    def match_form(self, fields: Sequence[FormField], *, limit: int = 5) -> list[FieldAnswer]:
        """An answer for each field, in their order; fields of forms of the same name are looked at together.

        A form without a name says nothing of what its fields have in common.
        """
        forms: defaultdict[object, dict[FormField, None]] = defaultdict(dict)
        for field in fields:
            forms[field.form or field][field] = None
        answers = {
            field: self._answer(field, found, limit)
            for form in forms.values()
            for field, found in zip(form, self._in_form(list(form), limit), strict=True)
        }
        return [answers[field] for field in fields]

    def match(self, field: FormField, *, limit: int = 5) -> FieldAnswer:
        """The up to ``limit`` items nearest in meaning; ``best`` is None when none is surely the same."""
        return self.match_form([field], limit=limit)[0]

    def _in_form(self, fields: Sequence[FormField], limit: int) -> list[list[Found]]:
        """The nearest items of each field of a form, scored in the light of the other fields, if there are any."""
        found = [self.nearest(field, limit=limit) for field in fields]
        if len(found) == 1:
            return found
        candidates = [[each.candidate for each in of_one] for of_one in found]
        together = Together(candidates, [bound(spoken(field.field)) for field in fields])
        return [
            [
                each if _settled(each) else each._replace(score=min(score, each.most))
                for each, score in zip(of_one, together.scores(number, candidates[number]), strict=True)
            ]
            for number, of_one in enumerate(found)
        ]

    def nearest(self, field: FormField, *, limit: int = 5) -> list[Found]:
        """The items that a field means most probably, by itself; without a letter or digit it means nothing."""
        if not bigrams(field.field):
            return []
        return nsmallest(
            max(LOOKED_AT, limit), self.compared(field, limit=limit), key=lambda each: each.order
        )

    def _answer(self, field: FormField, found: list[Found], limit: int) -> FieldAnswer:
        chosen, name = _varied(sorted(found, key=lambda each: each.order), limit), spoken(field.field)
        matches = tuple(self._as_match(field, name, each) for each in chosen)
        best = 0 if matches and matches[0].score >= SAME_MEANING else None
        return FieldAnswer(field.form, field.field, matches, best)

    def compared(self, field: FormField, *, limit: int = 5) -> list[Found]:
        """Every item that was worth a comparison with a field, in no order."""
        name, form = spoken(field.field), context(field.form)
        matter = context(field.form + field.field)
        kindred = self._shelf.kindred(matter)
        found: list[Found] = []
        tops: dict[int, float] = {}
        enough = 0.0
        for promise, number in self._worth_comparing(name, form):
            if promise < enough:
                break
            rows = self._shelf.rows(number, kindred)
            compared = (self._compare(field, name, (form, matter), number, row) for row in rows)
            these = [each for each in compared if each is not None]
            found += these
            tops[number] = max([tops.get(number, 0.0), *(each.agreement.score for each in these)])
            enough = _least_of(tops, limit)
        if all(each.score < SAME_MEANING for each in found):
            found += self._of_the_matter(field, name, (form, matter), {each.row for each in found})
        return found

    def _of_the_matter(
        self, field: FormField, name: str, forms: tuple[Context, Context], seen: set[int]
    ) -> list[Found]:
        """What else the most kindred resources hold, the same kind of value first."""
        form, matter = forms
        near = dict.fromkeys((*self._shelf.kindred(form)[:MATTERS], *self._shelf.kindred(matter)[:1]))
        rows = [
            pair for place in near for pair in self._shelf.contents(place, CONTENTS) if pair[1] not in seen
        ]
        compared = (self._compare(field, name, forms, number, row) for number, row in rows)
        return [each for each in compared if each is not None]

    def item(self, found: Found) -> CatalogueItem:
        """The catalogued item that was compared."""
        return self._shelf.item(found.name, found.row)

    def _worth_comparing(self, name: str, form: Context) -> list[tuple[float, int]]:
        """The names that agree best if the resource says whatever they leave unsaid, with that score; best first."""
        near = self._index.near(name)
        known: dict[tuple[int, bool], float] = {}
        promises: list[tuple[float, int]] = []
        for number in near:
            item = self._spoken[number]
            key = meaning(item), item == name
            if key not in known:
                known[key] = agree(name, item, form, ANYTHING).score
            promises.append((known[key], number))
        spelled = {number: fuzz.ratio(name, self._spoken[number]) for number in near}
        best = nsmallest(COMPARED, promises, key=lambda pair: (-pair[0], -spelled[pair[1]], pair[1]))
        doubtful = [pair for pair in best if pair[0] < DOUBTFUL][DOUBTFUL_NAMES:]
        confirmed = [(1.0, number) for number in self._judgement.confirmed_names(name)]
        return [*confirmed, *best[: len(best) - len(doubtful)]]

    def _compare(
        self, field: FormField, name: str, forms: tuple[Context, Context], number: int, row: int
    ) -> Found | None:
        item, resource = self._spoken[number], self._shelf.resource(row)
        verdict = self._judgement.verdict(name, item, field.form, resource)
        if verdict is False:
            return None
        (form, matter), about = forms, context(resource)
        agreement = Agreement(CONFIRMED, "taught") if verdict else agree(name, item, form, about)
        if of_either(item) and (of_either(name) or of_contact(name)):
            ours = BODY if of_contact(name) else self._subject(form)
            stranger = strangers(ours, self._shelf.subject(self._shelf.place(row)))
            agreement = agreement._replace(stranger=stranger)
        score = CONFIRMED if verdict else confidence(agreement, form, matter, about)
        most = DOUBTED if to_come(field.field) and not (verdict or to_come(item)) else SURE
        kin = kinship(form, about)
        nearness = kin + kinship(matter, about) / 2 + fuzz.ratio(field.field, item) / 300
        nearness += kinship(form, context(self._shelf.provider(row))) / 10 + basic(about) / 3
        return Found(number, row, agreement, min(score, most), nearness, about.core, kin, most)

    def _find_subject(self, form: Context) -> str:
        """Whom a form is about: its name says it, or the resources in its matter tell."""
        if said := of_words(form):
            return said
        near = self._shelf.kindred(form)[:MATTERS]
        kindred = [place for place in near if kinship(form, context(self._shelf.title(place))) >= KINDRED]
        return next((whom for place in kindred if (whom := self._shelf.subject(place))), UNKNOWN)

    def _as_match(self, field: FormField, name: str, found: Found) -> Match:
        item, score = self.item(found), round(found.score, 4)
        said = {
            "field": field.field,
            "item": item.item,
            "resource": item.resource,
            "element": element(read(name)[0]),
        }
        why = reason(found.agreement, said, accepted=score >= SAME_MEANING)
        return Match(item, score, why)


def _settled(found: Found) -> bool:
    """What people have confirmed, opposites, or what one and the same form and resource name: no other field counts."""
    return found.agreement.ground in SETTLED or found.agreement.score >= SURE


def _least_of(tops: dict[int, float], limit: int) -> float:
    """The score below which nothing more can enter an answer: the lowest among the best of ``limit`` names."""
    return nlargest(limit, tops.values())[-1] if len(tops) >= limit else 0.0


def _varied(found: list[Found], limit: int) -> list[Found]:
    """The best first; of one name a few, and of a name that is not accepted only one, so that others can be seen."""
    taken: list[Found] = []
    later: list[Found] = []
    count: defaultdict[int, int] = defaultdict(int)
    for each in found:
        room = OF_ONE_NAME if each.score >= SAME_MEANING else 1
        if count[each.name] < room:
            count[each.name] += 1
            taken.append(each)
        else:
            later.append(each)
    return sorted([*taken[:limit], *later[: max(0, limit - len(taken))]], key=lambda each: each.order)
