"""What is wrong with a row of an inventory, in sentences: what the lake's check says, and what the one door says."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from banyan.acts.sentences import stored_sentence
from banyan.kit.sentence import Sentence, say
from banyan.lake.faults import RULES, fault_sentences


def words_of(faults: Iterable[Mapping[str, Any]]) -> Iterator[Sentence]:
    """Each fault as a sentence: field, what is wrong, value; a refusal tells its own reason."""
    for fault in faults:
        if fault["rule"] in RULES:
            yield from fault_sentences([dict(fault)], masked=False)
            continue
        yield say(
            "{item}: {fault} ({value})",
            item=fault["field"] or "—",
            fault=stored_sentence(fault["because"]),
            value=fault["value"] or "—",
        )
