"""For every monitor one case: a real lapse that it finds, and the cure after which the finding closes.

A case is a generator in ``of_PART.py``, listed there in ``CASES`` under the monitor's name::

    def _late() -> Iterator[datetime]:
        centre = a("infrastructure.datacentre", state="to_integrate", integrate_by=in_days(-1).date())
        yield in_days(0)                          # the moment at which the monitor finds exactly this one lapse
        perform(centres.integrate_data_centre, …)  # the cure: an act where there is one, else ``let(…)``
        yield in_days(0)                          # the moment at which the lapse is gone

    CASES: dict[str, Case] = {"infrastructure.centre_is_not_integrated": _late}

Before the first ``yield`` it is good to store a neighbour that keeps the law: `tests/test_monitors.py` asks for one
finding and no more. A new part adds its file to the list below. `tests/test_monitors.py` fails as long as a monitor
has no case, and `tools/coverage.py` counts each case as the test of its monitor's norm.
"""

from tests.monitor_cases import (
    of_acts,
    of_catalogue,
    of_exchange,
    of_infrastructure,
    of_lake,
    of_operations,
    of_planning,
    of_security,
    of_supervision,
)
from tests.monitor_cases.case import Case

PARTS = (
    of_acts,
    of_catalogue,
    of_lake,
    of_exchange,
    of_infrastructure,
    of_operations,
    of_planning,
    of_security,
    of_supervision,
)
CASES: dict[str, Case] = {name: case for part in PARTS for name, case in part.CASES.items()}

__all__ = ["CASES", "Case"]
