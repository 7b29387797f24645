"""What is wrong with a row of an inventory, in sentences: what the lake's check says, and what the one door says."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from banyan.acts.sentences import stored_sentence
from banyan.kit.sentence import Sentence, say
from banyan.lake.faults import RULES


def words_of(faults: Iterable[Mapping[str, Any]]) -> Iterator[Sentence]:
    """Each fault as a sentence: field, what is wrong, value; a refusal tells its own reason."""
    for field, wrong, value in told_apart(faults):
        yield say("{item}: {fault} ({value})", item=field, fault=wrong, value=value)


def told_apart(faults: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Sentence, str]]:
    """The field, what is wrong and the value of each fault; what is not known stands as a dash."""
    for fault in faults:
        wrong = RULES[fault["rule"]] if fault["rule"] in RULES else stored_sentence(fault["because"])
        yield fault["field"] or "—", wrong, fault["value"] or "—"
