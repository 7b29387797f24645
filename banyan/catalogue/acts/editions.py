"""Acts on editions: draft, review, published; and superseded by the next."""

from datetime import datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask
from banyan.catalogue.models import CollectionItem, Edition, EditionLine, Resource
from banyan.catalogue.queries.resources import edition_facts, entries_for, lines_of
from banyan.catalogue.rules import resources as rules
from banyan.kit.canonical import digest


@act(
    under=("22.2-b", "16.1-b"),
    by="own managing_department : catalogue_officer",
    on=Edition,
    moves="-> draft",
    facts=edition_facts,
    rules=[rules.no_other_edition_is_in_work],
    title="Begin edition",
    says="{by} began the next edition of the {kind}",
)
def begin_edition(*, kind: Annotated[Edition.Kind, Ask(label="Catalogue")], by: Any) -> Edition:
    """Begin the next edition of a catalogue of the own level."""
    last = Edition.objects.filter(kind=kind, body_id=by.body).order_by("-number").first()
    return Edition.objects.create(kind=kind, body_id=by.body, number=last.number + 1 if last else 1)


@act(
    under="22.2-b",
    by="body : catalogue_officer",
    on=Edition,
    moves="draft -> review",
    facts=edition_facts,
    rules=[rules.edition_has_entries],
    title="Send to review",
    says="{by} sent {on} to review",
)
def review_edition(edition: Edition) -> None:
    """Show the entries as they would be published, with the differences from the edition before."""
    edition.lines_count = entries_for(edition).count()


@act(
    under="22.2-b",
    by="body : catalogue_officer",
    on=Edition,
    moves="review -> draft",
    title="Take back",
    says="{by} took {on} back for changes",
)
def reopen_edition(edition: Edition) -> None:
    """Take the edition back for changes."""


@act(
    under="22.2-c",
    by="body : catalogue_officer, head",
    on=Edition,
    moves="review -> published",
    facts=edition_facts,
    rules=[rules.edition_has_entries],
    title="Publish edition",
    says="{by} published {on}",
)
def publish_edition(edition: Edition, *, at: datetime) -> None:
    """Publish the edition: its accepted entries come into force, the edition before is superseded."""
    day = localdate(at)
    lines = list(lines_of(edition))
    EditionLine.objects.bulk_create(lines, batch_size=500)
    entries = entries_for(edition)
    if edition.kind == Edition.Kind.RESOURCES:
        Resource.objects.filter(pk__in=entries.filter(state="accepted").values("pk")).update(
            state=Resource.State.PUBLISHED, published_on=day
        )
    elif not issubclass(entries.model, CollectionItem):
        entries.filter(state="accepted").update(state="published")
    for former in Edition.objects.filter(
        kind=edition.kind, body=edition.body_id, state=Edition.State.PUBLISHED
    ):
        former.state = Edition.State.SUPERSEDED
        former.save()
    edition.lines_count = len(lines)
    edition.digest = digest(sorted(line.digest for line in lines))
    edition.published_on = day
