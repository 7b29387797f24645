"""For every rule one case that it refuses and one that it lets pass: (facts, asked) each."""

from tests.rule_cases.case import Asked, Case
from tests.rule_cases.of_infrastructure import CASES as OF_INFRASTRUCTURE
from tests.rule_cases.of_operations import CASES as OF_OPERATIONS
from tests.rule_cases.of_planning import CASES as OF_PLANNING
from tests.rule_cases.of_security import CASES as OF_SECURITY
from tests.rule_cases.of_sharing import CASES as OF_SHARING
from tests.rule_cases.of_supervision import CASES as OF_SUPERVISION

CASES: dict[str, Case] = {
    **OF_SHARING,
    **OF_PLANNING,
    **OF_INFRASTRUCTURE,
    **OF_OPERATIONS,
    **OF_SUPERVISION,
    **OF_SECURITY,
}

__all__ = ["CASES", "Asked", "Case"]
