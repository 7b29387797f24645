"""What is said of a value that breaks a rule of its item."""

from collections.abc import Iterable, Mapping

from banyan.kit.sentence import Sentence, say
from banyan.lake.masking import mask

Fault = dict[str, str]
"""One fault of a row (错误): ``field``, ``rule`` and ``value``."""

RULES: Mapping[str, Sentence] = {
    "columns": say("another number of cells than columns"),
    "required": say("empty but required"),
    "too_long": say("longer than the item allows"),
    "code_list": say("not in the code list"),
    "number": say("not a number"),
    "money": say("not an amount with at most four decimals"),
    "whole_number": say("not a whole number"),
    "logical": say("neither yes nor no (0, 1, true, false, 是, 否)"),
    "date": say("not a date such as “2026-01-31”"),
    "moment": say("not a moment such as “2026-01-31 08:30:00”"),
    "citizen_number": say("not a citizen number of 18 characters with its check character (GB 11643)"),
    "credit_code": say("not a unified social credit code with its check character (GB 32100)"),
    "phone": say("not a telephone number"),
    "region": say("not the code of an existing region"),
    "key": say("not fit for a key: over 120 characters, a control character, or | among several keys"),
    "duplicate_key": say("a key that another row already has"),
}
"""What each rule (校验规则) says of a value that breaks it."""


def fault_sentences(faults: Iterable[Fault], *, masked: bool) -> list[Sentence]:
    """Each fault as a sentence: item, what is wrong, and the value, in part only where ``masked``."""
    return [
        say(
            "{item}: {fault} ({value})",
            item=fault["field"] or "—",
            fault=RULES[fault["rule"]],
            value=(mask(fault["value"], fault["field"]) if masked else fault["value"]) or "—",
        )
        for fault in faults
    ]
