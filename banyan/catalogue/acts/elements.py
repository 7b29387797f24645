"""Acts on data elements, and on what the matcher is taught about them."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Title
from banyan.catalogue.models import DataElement, DataType, TaughtPair


@act(
    under=("16.2-c", "17.2-b"),
    by="own : form_designer, data_officer, catalogue_officer",
    on=TaughtPair,
    moves="-> same | different",
    title="Teach the matcher",
    says="{by} said of {field} and {item}: same meaning is {same}",
)
def teach_match(
    *,
    field: Annotated[str, Ask(longest=120)],
    item: Annotated[str, Ask(longest=120)],
    same: Annotated[bool, Ask(label="They mean the same")],
    form: Title = "",
    resource: Title = "",
) -> TaughtPair:
    """Confirm or reject that a field and an item mean the same; the matcher keeps to it."""
    state = TaughtPair.State.SAME if same else TaughtPair.State.DIFFERENT
    return TaughtPair.objects.create(field=field, item=item, form=form, resource=resource, state=state)


@act(
    under="16.1-a",
    by="machine",
    on=DataElement,
    moves="-> in_force",
    title="Load data elements",
    says="{by} loaded {number} data elements",
)
def load_elements(*, number: int, rows: dict[str, Any]) -> DataElement:
    """Load the standard data elements."""
    made = DataElement.objects.bulk_create(
        (DataElement(**{**row, "data_type": DataType(row["data_type"])}) for row in rows["elements"]),
        batch_size=500,
    )
    return made[0]
