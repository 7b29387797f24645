"""What the catalogues do after acts of parts below: the entries of an abolished body are to be withdrawn."""

from banyan.acts.models import Entry
from banyan.acts.reaction import Task, reaction
from banyan.bodies.acts import abolish_body
from banyan.bodies.models import Body
from banyan.catalogue.acts.updates import open_update
from banyan.catalogue.models import UpdateTask
from banyan.catalogue.queries.updates import standing


@reaction(abolish_body)
def update_the_catalogues(entry: Entry) -> list[Task]:
    """An update opens if anything of the abolished body stands."""
    body = Body.objects.get(pk=entry.on)
    if not standing(body):
        return []
    given = {"body": body.pk, "event": UpdateTask.Event.ABOLISHED, "about": entry.given["reason"]}
    return [Task(open_update, 0, given)]
