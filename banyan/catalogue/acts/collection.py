"""Acts on the collection catalogue: proposed by a unit, reviewed by the managing department, confirmed by both."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Reason
from banyan.acts.due import Due
from banyan.bodies.models import Body, Level
from banyan.catalogue.models import CollectionItem, DataElement, Frequency, Subject
from banyan.catalogue.queries.collection import elements_to_choose
from banyan.catalogue.queries.gate import draft_facts
from banyan.catalogue.rules.forms import no_secret_is_stored


@act(
    under=("16.1-a", "16.1-b"),
    by="own : form_designer, data_officer",
    on=CollectionItem,
    moves="-> proposed",
    facts=draft_facts,
    rules=[no_secret_is_stored],
    title="Propose collection item",
    says="{by} proposed to collect “{name}” for {matter}",
)
def propose_item(
    *,
    matter: Annotated[str, Ask(longest=120)],
    name: Annotated[str, Ask(label="Item", longest=120)],
    subject: Annotated[Subject, Ask(label="From whom")],
    frequency: Annotated[Frequency, Ask(label="How often at most")],
    basis: Annotated[str, Ask(label="Legal basis", longest=300, help="The law and its article.")],
    element: Annotated[DataElement | None, Ask(label="Data element", choices=elements_to_choose)] = None,
    by: Any,
) -> CollectionItem:
    """Propose a fact that the unit must ask people or firms for, with its legal basis."""
    body = Body.objects.get(pk=by.body)
    return CollectionItem.objects.create(
        body=body,
        line=body.line,
        matter=matter,
        name=name,
        element=element,
        subject=subject,
        frequency=frequency,
        basis=basis,
        level=body.level,
        region_code=body.region_code,
    )


@act(
    under="16.1-b",
    by="body.managing : catalogue_officer",
    on=CollectionItem,
    moves="proposed -> reviewed",
    due=Due("collection_catalogue.review", since="proposed"),
    title="Accept into the catalogue",
    says="{by} reviewed and accepted {on}",
    over=True,
)
def review_item(items: list[CollectionItem]) -> None:
    """Find that the item has a legal basis and that nobody holds the fact yet; the unit then confirms."""


@act(
    under="16.1-b",
    by="body.managing : catalogue_officer",
    on=CollectionItem,
    moves="proposed, reviewed -> returned",
    title="Return",
    says="{by} returned {on}: {reason}",
    tone="grave",
)
def return_item(item: CollectionItem, *, reason: Reason) -> None:
    """Send the item back to the unit with the reason."""


@act(
    under="16.1-b",
    by="body : form_designer, data_officer, head",
    on=CollectionItem,
    moves="reviewed -> effective",
    title="Confirm",
    says="{by} confirmed {on}; it may be collected from now on",
    over=True,
)
def confirm_item(items: list[CollectionItem]) -> None:
    """Confirm the reviewed item for the unit; from now on forms may ask it."""


@act(
    under="16.1-c",
    by="body : form_designer, data_officer, head | body.managing : catalogue_officer",
    on=CollectionItem,
    moves="effective -> withdrawn",
    title="Withdraw",
    says="{by} withdrew {on}: {reason}",
    tone="grave",
)
def withdraw_item(item: CollectionItem, *, reason: Reason) -> None:
    """Take the item out of the catalogue when the function or the law behind it is gone."""


@act(
    under="16.1-b",
    by="machine",
    on=CollectionItem,
    moves="-> effective",
    title="Load collection catalogue",
    says="{by} loaded {number} items that unit and managing department had confirmed",
)
def load_items(*, number: int, rows: dict[str, Any]) -> CollectionItem:
    """Load the items in effect on the day that the province begins with this system."""
    bodies = {body.code: body for body in Body.objects.all()}
    made = CollectionItem.objects.bulk_create(
        (
            CollectionItem(
                body=bodies[row["body"]],
                line=row["line"],
                matter=row["matter"],
                name=row["name"],
                subject=Subject(row["subject"]),
                frequency=Frequency(row["frequency"]),
                basis=row["basis"],
                level=Level(row["level"]),
                region_code=row["region"],
            )
            for row in rows["items"]
        ),
        batch_size=1000,
    )
    return made[0]
