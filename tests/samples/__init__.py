"""One stored object of each noun, for contracts that hold in every state."""

from collections.abc import Callable

from banyan.acts.governed import Governed
from tests.samples.of_infrastructure import MAKERS as OF_INFRASTRUCTURE
from tests.samples.of_operations import MAKERS as OF_OPERATIONS
from tests.samples.of_planning import MAKERS as OF_PLANNING
from tests.samples.of_security import MAKERS as OF_SECURITY
from tests.samples.of_sharing import MAKERS as OF_SHARING
from tests.samples.of_supervision import MAKERS as OF_SUPERVISION

MAKERS: dict[str, Callable[[], Governed]] = {
    **OF_SHARING,
    **OF_PLANNING,
    **OF_INFRASTRUCTURE,
    **OF_OPERATIONS,
    **OF_SUPERVISION,
    **OF_SECURITY,
}

__all__ = ["MAKERS"]
