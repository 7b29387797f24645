"""For every rule one case that it refuses and one that it lets pass: (facts, asked) each."""

from tests.rule_cases.case import Asked, Case
from tests.rule_cases.of_planning import CASES as OF_PLANNING
from tests.rule_cases.of_sharing import CASES as OF_SHARING

CASES: dict[str, Case] = {**OF_SHARING, **OF_PLANNING}

__all__ = ["CASES", "Asked", "Case"]
