"""What is wrong with a row of an inventory, in sentences: what the lake's check says, and what the one door says."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import get_language

from banyan.acts.sentences import stored_sentence
from banyan.kit.sentence import Sentence, say
from banyan.lake.faults import RULES
from banyan.law.inforce import pack
from banyan.law.norms import Norm


def words_of(faults: Iterable[Mapping[str, Any]]) -> Iterator[Sentence]:
    """Each fault as a sentence: field, what is wrong, value; a refusal tells its own reason."""
    for field, wrong, value in told_apart(faults):
        yield say("{item}: {fault} ({value})", item=field, fault=wrong, value=value)


def told_apart(faults: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Sentence, str]]:
    """The field, what is wrong, and the value or the article that a refusal rests on; a dash where there is none."""
    for fault in faults:
        wrong = RULES[fault["rule"]] if fault["rule"] in RULES else stored_sentence(fault["because"])
        yield fault["field"] or "—", wrong, _value(fault) or "—"


def _value(fault: Mapping[str, Any]) -> str:
    """The value of a fault; of a refusal, which keeps its norm there, the article in the reader's language."""
    rests_on_a_norm = fault["rule"] not in RULES and not fault["field"] and fault["value"]
    return pack().named(Norm(fault["value"]), get_language() or "zh") if rests_on_a_norm else fault["value"]
