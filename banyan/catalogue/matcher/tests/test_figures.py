import pytest

from banyan.catalogue.matcher import Matcher
from banyan.catalogue.matcher.measure import (
    answered,
    fresh_fields,
    fresh_items,
    labelled_fields,
    labelled_items,
    tally,
)


def test_the_labelled_set_is_large_and_split_by_form() -> None:
    fields = labelled_fields()
    assert len(fields) >= 600
    assert sum(not labelled.right for labelled in fields) >= 0.35 * len(fields)
    assert {labelled.split for labelled in fields} == {"dev", "test"}
    forms = {split: {f.field.form for f in fields if f.split == split} for split in ("dev", "test")}
    assert not forms["dev"] & forms["test"]


@pytest.mark.parametrize(
    ("split", "found", "recall", "alarms"), [("dev", 0.96, 0.99, 0.05), ("test", 0.95, 0.99, 0.1)]
)
def test_does_not_fall_behind_what_it_reached(split: str, found: float, recall: float, alarms: float) -> None:
    of_split = [labelled for labelled in labelled_fields() if labelled.split == split]
    answers = answered(Matcher.build(labelled_items()), of_split)
    figures = tally(answers, 0.6)
    assert figures.precision >= 0.9
    assert figures.found >= found
    assert figures.recall >= recall
    assert figures.alarms <= alarms


@pytest.mark.parametrize(
    ("number", "found", "recall", "alarms"),
    [
        (1, 0.96, 0.98, 0.07),
        (2, 0.90, 0.97, 0.05),
        (3, 0.92, 0.99, 0.04),
        (4, 0.97, 0.98, 0.04),
        (5, 0.96, 0.99, 0.01),
        (6, 0.96, 0.99, 0.07),
        (7, 0.95, 0.98, 0.03),
        (8, 0.96, 0.98, 0.03),
        (9, 0.94, 0.98, 0.04),
        (10, 0.70, 0.97, 0.02),
        (11, 0.93, 0.99, 0.03),
        (12, 0.90, 0.98, 0.07),
        (13, 0.88, 0.96, 0.14),
    ],
)
def test_fields_of_fresh_forms_are_found(number: int, found: float, recall: float, alarms: float) -> None:
    answers = answered(Matcher.build(fresh_items(number)), fresh_fields(number))
    figures = tally(answers, 0.6)
    assert figures.fields >= 90
    assert figures.without >= 0.29 * figures.fields
    assert figures.precision >= 0.93
    assert figures.found >= found
    assert figures.recall >= recall
    assert figures.alarms <= alarms
