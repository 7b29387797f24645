"""Updates of the catalogues: opened when a body's functions change, done by a due date (article 16.1)."""

from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.catalogue.models import UpdateTask
from banyan.catalogue.queries import updates as queries
from banyan.catalogue.rules import updates as rules

Changed = Annotated[Body, Ask(label="Whose functions changed", choices=queries.bodies_to_update)]


@act(
    under="16.1-c",
    by="own managing_department : catalogue_officer, administrator, head | machine",
    on=UpdateTask,
    moves="-> open",
    facts=queries.update_facts,
    rules=[rules.updated_body_is_of_the_own_region],
    title="Open catalogue update",
    says="{by} opened an update of the catalogues for {body}: {about}",
)
def open_update(
    *,
    body: Changed,
    event: Annotated[UpdateTask.Event, Ask(label="Cause of the update")],
    about: Annotated[Long, Ask(label="What changes")],
) -> UpdateTask:
    """Have a body's entries brought up to date, because its functions or the law behind them changed."""
    return UpdateTask.objects.create(body=body, owner=queries.owner_of(body), event=event, about=about)


@act(
    under="16.1-c",
    by="owner : catalogue_officer, data_officer, form_designer, head",
    on=UpdateTask,
    moves="open -> done",
    facts=queries.update_facts,
    rules=[rules.nothing_of_an_abolished_body_stands],
    due=Due("collection_catalogue.update", since="open"),
    title="Finish update",
    says="{by} finished {on}: {changes}",
)
def finish_update(task: UpdateTask, *, changes: Annotated[Long, Ask(label="What was updated")]) -> None:
    """Report that the entries are up to date, and which were proposed, changed or withdrawn."""
    task.changes = changes
