"""Registered forms that the collection catalogue no longer covers: sought by kinds of form, not form by form."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.catalogue.matcher import FieldAnswer
from banyan.catalogue.models import (
    CollectionException,
    CollectionForm,
    CollectionItem,
    FormField,
    ResourceItem,
)
from banyan.catalogue.queries.gate import evidence, permits
from banyan.catalogue.queries.matching import match_collection, match_resources

CHUNK = 2000

Names = tuple[str, ...]


class _Answers:
    """What a catalogue answers, asked once for each name with the same fields; with the rows that it names (答复)."""

    def __init__(self, match: Callable[[str, Names], list[FieldAnswer]], rows: QuerySet[Any]) -> None:
        self._match, self._rows = match, rows
        self._known: dict[tuple[str, Names], list[FieldAnswer]] = {}
        self.items: dict[int, Any] = {}

    def of(self, name: str, fields: Names) -> list[FieldAnswer]:
        found = self._known.get((name, fields))
        if found is None:
            found = self._known[name, fields] = self._match(name, fields)
            refs = {match.item.ref for one in found for match in one.matches if match.item.ref}
            self.items.update(self._rows.in_bulk(list(refs - self.items.keys())))
        return found


class _Catalogues:
    """Both catalogues and the exceptions in force, for the length of one search (目录)."""

    def __init__(self) -> None:
        held = ResourceItem.objects.select_related("resource__body")
        self.listed = _Answers(match_collection, CollectionItem.objects.all())
        self.held = _Answers(match_resources, held)
        allowed = CollectionException.objects.filter(
            state=CollectionException.State.ALLOWED, until__gte=clock.today()
        )
        self.excepted = set(allowed.values_list("field_id", flat=True))

    def outside(self, form: CollectionForm, fields: Sequence[FormField]) -> list[str]:
        """The asked fields that no item permits, and that are not to be had by sharing instead."""
        names = tuple(field.name for field in fields)
        bare = [
            place
            for place, answer in enumerate(self.listed.of(form.matter, names))
            if fields[place].state == FormField.State.ASKED and not permits(form, answer, self.listed.items)
        ]
        if not bare:
            return []
        answers = self.held.of(form.name, names)
        return [
            names[place]
            for place in bare
            if fields[place].pk in self.excepted or not evidence(form, answers[place], self.held.items)
        ]


def drifted_forms() -> Iterator[tuple[CollectionForm, list[str]]]:
    """Each registered form with asked fields outside the collection catalogue, and their names."""
    catalogues = _Catalogues()
    asked = FormField.objects.filter(state=FormField.State.ASKED).values("form")
    forms = CollectionForm.objects.filter(state=CollectionForm.State.REGISTERED, pk__in=asked)
    for form in forms.select_related("body").prefetch_related("fields").iterator(chunk_size=CHUNK):
        if outside := catalogues.outside(form, list(form.fields.all())):
            yield form, outside
