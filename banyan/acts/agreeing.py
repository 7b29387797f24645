"""Whether the entries that people read still say what their leaves say: only the leaf is proven by the log."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from banyan.acts import registry
from banyan.acts.log import acts_log
from banyan.acts.models import Entry
from banyan.kit.canonical import digest, salted_digest
from banyan.ledger.models import Leaf

BATCH = 1_000


def astray() -> Iterator[str]:
    """Each entry that is missing beside its leaf, or says something else; a batch of leaves at a time."""
    leaves, last = Leaf.objects.filter(log_id=acts_log().pk).order_by("pk"), 0
    while found := dict(leaves.filter(pk__gt=last).values_list("pk", "data")[:BATCH]):
        last = max(found)
        beside = {one.leaf: one for one in Entry.objects.filter(leaf__in=list(found))}
        for number, data in found.items():
            if (entry := beside.get(number)) is None:
                yield f"leaf {number} has no entry"
            elif wrong := _differences(entry, json.loads(bytes(data))):
                yield f"entry {entry.pk} says another {', '.join(wrong)} than its leaf"


def _differences(entry: Entry, leaf: Mapping[str, Any]) -> list[str]:
    pairs: dict[str, tuple[Any, Any]] = {
        "act": (entry.act, leaf["act"]),
        "outcome": (entry.outcome, leaf["outcome"]),
        "norm": (entry.norm, leaf["norm"]),
        "law": (entry.pack, leaf["law"]),
        "moment": (entry.at, datetime.fromisoformat(leaf["at"])),
        "officer": (entry.officer, leaf["actor"]["officer"]),
        "body": (entry.body, leaf["actor"]["body"]),
        "object": ([entry.noun, entry.object_id], leaf["on"]),
        "refusal": (
            [(one["norm"], one["rule"]) for one in entry.refusals],
            [(one["norm"], one["rule"]) for one in leaf.get("refusals", ())],
        ),
    }
    wrong = [name for name, (said, proven) in pairs.items() if said != proven]
    return wrong if _given_as_proven(entry, leaf["given"]) else [*wrong, "input"]


def _given_as_proven(entry: Entry, proven: Mapping[str, str]) -> bool:
    """Whether what was typed has the digests of the leaf; what was personal may be forgotten."""
    said = {name: digest(value) for name, value in entry.given.items()}
    if entry.salt:
        salt = bytes(entry.salt)
        said |= {name: salted_digest(value, salt) for name, value in entry.personal.items()}
        return said == proven
    act = registry.acts.get(entry.act)
    forgotten = {one.name for one in act.shape.inputs if one.ask.personal} if act else set()
    return said == {name: one for name, one in proven.items() if name not in forgotten} and not entry.personal
