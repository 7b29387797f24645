"""What supervision does by itself: a hold ends once its findings are closed."""

from banyan.acts.acts import close_findings
from banyan.acts.models import Entry
from banyan.acts.reaction import Task, reaction
from banyan.supervision.acts.consequences import release_hold
from banyan.supervision.queries.consequences import holds_without_cause


@reaction(close_findings)
def after_close_findings(entry: Entry) -> list[Task]:
    """Release every hold whose findings are all closed."""
    return [Task(release_hold, hold.pk) for hold in holds_without_cause()]
