"""The log of reads: one for each provider, so that its list of uses is complete by construction."""

from banyan.bodies.models import Body
from banyan.ledger.models import Log
from banyan.ledger.queries import open_log


def log_name(body: Body) -> str:
    """The name of a provider's log, from its unified social credit code."""
    return f"reads-{body.code}"


def open_reads_log(body: Body) -> Log:
    """The log of every read of the body's resources; opened with the first grant."""
    return open_log(log_name(body), kind="reads", title=f"{body} 数据使用记录", body=body.pk)
