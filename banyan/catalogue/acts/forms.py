"""Acts on collection forms: drafted, judged by the gate, registered."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Reason, Title
from banyan.acts.due import Due
from banyan.acts.errors import Invalid
from banyan.acts.lines import fits, lines_of
from banyan.catalogue.formfile import field_names
from banyan.catalogue.models import CollectionException, CollectionForm, FormField, Frequency, Subject
from banyan.catalogue.queries.collection import asked_fields
from banyan.catalogue.queries.gate import draft_facts, form_facts
from banyan.catalogue.rules import forms as rules
from banyan.kit.sentence import say

FIELDS = Ask(lines=12, longest=20_000, help="One field a line; a note may follow after a tab.")
FILE = Ask(label="Form file", help="XLSX or CSV; the first row or column names the fields.")
LONGEST_NAME, LONGEST_NOTE = 120, 300
"""So many characters a field's name and its note have at most."""


def _write(form: CollectionForm, fields: str, file: bytes | None) -> None:
    asked, lines = ("fields", lines_of(fields)) if file is None else ("file", field_names(file))
    if file is not None and not lines:
        raise Invalid({asked: say("No field stands in this file.")})
    FormField.objects.bulk_create(
        FormField(
            form=form,
            position=number,
            name=fits(asked, number, name, LONGEST_NAME),
            note=fits(asked, number, note, LONGEST_NOTE),
        )
        for number, name, note in _fields(asked, lines)
    )


def _fields(asked: str, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Number, name and note of each field; Invalid, naming the line, when a field is named a second time."""
    named: set[str] = set()
    for number, line in enumerate(lines, start=1):
        name, _, note = (part.strip() for part in line.partition("\t"))
        if name in named:
            raise Invalid({asked: say("Line {line} names “{name}” again.", line=number, name=name)})
        named.add(name)
        yield number, name, note


@act(
    under="16.2-a",
    by="own : form_designer, data_officer",
    on=CollectionForm,
    moves="-> draft",
    facts=draft_facts,
    rules=[rules.no_secret_is_stored],
    title="Draft form",
    says="{by} drafted the form “{name}”",
)
def draft_form(
    *,
    name: Title,
    matter: Annotated[
        str, Ask(longest=120, help="The matter that the form serves, as in the collection catalogue.")
    ],
    subject: Annotated[Subject, Ask(label="From whom")],
    frequency: Annotated[Frequency, Ask(label="How often")],
    basis: Annotated[str, Ask(label="Legal basis", longest=300)],
    fields: Annotated[str, FIELDS] = "",
    file: Annotated[bytes | None, FILE] = None,
    by: Any,
) -> CollectionForm:
    """Write or import a form, to have it judged before anybody is asked to fill it in."""
    form = CollectionForm.objects.create(
        body_id=by.body, name=name, matter=matter, subject=subject, frequency=frequency, basis=basis
    )
    _write(form, fields, file)
    return form


@act(
    under="16.2-a",
    by="body : form_designer, data_officer",
    on=CollectionForm,
    moves="draft",
    facts=draft_facts,
    rules=[rules.no_secret_is_stored],
    title="Write fields",
    says="{by} wrote the fields of {on}",
)
def write_fields(
    form: CollectionForm, *, fields: Annotated[str, FIELDS] = "", file: Annotated[bytes | None, FILE] = None
) -> None:
    """Replace the fields of the draft."""
    CollectionException.objects.filter(field__form=form).delete()
    form.fields.all().delete()
    _write(form, fields, file)


@act(
    under="16.2-b",
    by="body : form_designer, data_officer",
    on=CollectionForm,
    moves="draft",
    title="Strike fields",
    says="{by} struck {fields} out of {on}",
)
def strike_fields(
    form: CollectionForm, *, fields: Annotated[list[FormField], Ask(choices=asked_fields)]
) -> None:
    """Strike out fields that may not be collected."""
    _mark(form, fields, FormField.State.STRUCK)


@act(
    under="16.2-c",
    by="body : form_designer, data_officer | machine",
    on=CollectionForm,
    moves="draft",
    title="Take by sharing",
    says="{by}: {fields} of {on} will be obtained by sharing",
)
def take_by_sharing(
    form: CollectionForm, *, fields: Annotated[list[FormField], Ask(choices=asked_fields)]
) -> None:
    """Leave out of the form what government already holds and the unit has requested."""
    _mark(form, fields, FormField.State.SHARED)


def _mark(form: CollectionForm, fields: list[FormField], state: str) -> None:
    for field in fields:
        if field.form_id == form.pk:
            field.state = state
            field.save()


@act(
    under=("16.2-a", "16.2-b", "16.2-c"),
    by="body : form_designer, data_officer",
    on=CollectionForm,
    moves="draft -> registered",
    facts=form_facts,
    rules=[
        rules.form_asks_something,
        rules.no_secret_is_collected,
        rules.every_field_is_catalogued,
        rules.field_is_asked_within_its_terms,
        rules.nothing_obtainable_is_asked,
    ],
    title="Register form",
    says="{by} registered the form {on}",
)
def register_form(form: CollectionForm) -> None:
    """Put the form into use. Every field must be in the collection catalogue and not obtainable by sharing."""


@act(
    under="16.2-a",
    by="body : form_designer, data_officer, head | body.managing : catalogue_officer",
    on=CollectionForm,
    moves="draft, registered -> withdrawn",
    title="Withdraw form",
    says="{by} withdrew the form {on}",
    tone="grave",
)
def withdraw_form(form: CollectionForm) -> None:
    """Take the form out of use."""


@act(
    under="16.2-c",
    by="own : form_designer, data_officer, head",
    on=CollectionException,
    moves="-> asked",
    title="Ask for an exception",
    says="{by} asked to collect {field} although it could be shared, until {until}",
)
def ask_exception(*, field: FormField, reason: Reason, until: date) -> CollectionException:
    """Ask leave to collect what sharing could give, with the reason and the last day."""
    return CollectionException.objects.create(field=field, reason=reason, until=until)


@act(
    under="16.2-c",
    by="field.form.body.managing : catalogue_officer",
    on=CollectionException,
    moves="asked -> allowed",
    due=Due("collection_exception.reply", since="asked"),
    title="Allow",
    says="{by} allowed to collect {on} until the day named",
)
def allow_exception(exception: CollectionException) -> None:
    """Allow the field to be collected until the day named."""


@act(
    under="16.2-c",
    by="field.form.body.managing : catalogue_officer",
    on=CollectionException,
    moves="asked -> denied",
    title="Deny",
    says="{by} denied to collect {on}: {reason}",
    tone="grave",
)
def deny_exception(exception: CollectionException, *, reason: Reason) -> None:
    """Deny the exception; the unit obtains the fact by sharing."""
