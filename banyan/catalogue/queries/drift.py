"""Registered forms that the collection catalogue no longer covers: sought by kinds of form, not form by form."""

from collections.abc import Iterator, Sequence

from banyan.catalogue.matcher import FieldAnswer
from banyan.catalogue.models import CollectionForm, CollectionItem, FormField
from banyan.catalogue.queries.gate import gate, permits
from banyan.catalogue.queries.matching import match_collection

CHUNK = 2000


class _Catalogue:
    """What the collection catalogue answers, asked once for each matter with the same fields (目录答复)."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, tuple[str, ...]], list[FieldAnswer]] = {}
        self.items: dict[int, CollectionItem] = {}

    def of(self, matter: str, names: tuple[str, ...]) -> list[FieldAnswer]:
        found = self.answers.get((matter, names))
        if found is None:
            found = self.answers[matter, names] = match_collection(matter, names)
            refs = {match.item.ref for one in found for match in one.matches if match.item.ref}
            self.items.update(CollectionItem.objects.in_bulk(list(refs - self.items.keys())))
        return found

    def covers(self, form: CollectionForm, fields: Sequence[FormField]) -> bool:
        """Whether an item permits every field that is still asked."""
        answers = self.of(form.matter, tuple(field.name for field in fields))
        return all(
            permits(form, answer, self.items)
            for field, answer in zip(fields, answers, strict=True)
            if field.state == FormField.State.ASKED
        )


def drifted_forms() -> Iterator[tuple[CollectionForm, list[str]]]:
    """Each registered form with asked fields outside the collection catalogue, and their names."""
    catalogue = _Catalogue()
    asked = FormField.objects.filter(state=FormField.State.ASKED).values("form")
    forms = CollectionForm.objects.filter(state=CollectionForm.State.REGISTERED, pk__in=asked)
    for form in forms.select_related("body").prefetch_related("fields").iterator(chunk_size=CHUNK):
        if catalogue.covers(form, list(form.fields.all())):
            continue
        outside = [row.name for row in gate(form) if row.verdict == "outside"]
        if outside:
            yield form, outside
