"""Acts on service entries: offered, accepted, withdrawn."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Reason, Remark, Title
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.catalogue.models import ServiceEntry


@act(
    under="22.2-b",
    by="own : data_officer",
    on=ServiceEntry,
    moves="-> submitted",
    title="Offer service",
    says="{by} offered the service “{name}”",
)
def offer_service(
    *,
    code: Annotated[str, Ask(longest=40)],
    name: Title,
    kind: ServiceEntry.Kind,
    abstract: Annotated[Remark, Ask(label="What it offers")],
    contact: Annotated[Title, Ask(label="How to use it")] = "",
    by: Any,
) -> ServiceEntry:
    """Offer an application or service that other bodies may use."""
    return ServiceEntry.objects.create(
        body_id=by.body, code=code, name=name, kind=kind, abstract=abstract, contact=contact
    )


@act(
    under="22.2-b",
    by="managing : catalogue_officer",
    on=ServiceEntry,
    moves="submitted -> accepted",
    due=Due("service_catalogue.review", since="submitted"),
    title="Accept",
    says="{by} accepted {on} for the next edition",
    over=True,
)
def accept_service(services: list[ServiceEntry]) -> None:
    """Find the entry complete; it is published with the next edition."""


@act(
    under="22.2-b",
    by="managing : catalogue_officer",
    on=ServiceEntry,
    moves="submitted, accepted, published -> withdrawn",
    title="Withdraw",
    says="{by} withdrew {on}: {reason}",
    tone="grave",
)
def withdraw_service(service: ServiceEntry, *, reason: Reason) -> None:
    """Take the entry out of the catalogue."""


@act(
    under="22.2-a",
    by="machine",
    on=ServiceEntry,
    moves="-> accepted",
    title="Load services",
    says="{by} loaded {number} service entries",
)
def load_services(*, number: int, rows: dict[str, Any]) -> ServiceEntry:
    """Load the accepted stock of service entries, for the first edition."""
    bodies = {body.code: body for body in Body.objects.all()}
    made = ServiceEntry.objects.bulk_create(
        ServiceEntry(**{**row, "body": bodies[row["body"]]}) for row in rows["services"]
    )
    return made[0]
