"""The leaf of a call is canonical as it is written."""

import json

import pytest
from msgspec.structs import replace

from banyan.exchange.gateway.leaf import Leaf, denied, leaf_bytes
from banyan.kit.canonical import canonical_json
from banyan.ledger.errors import BadLeaf

READ = Leaf(
    answer="sha256:00",
    at="2026-11-29T08:00:00.000+00:00",
    case="GL-1",
    consumer="11350102003591037R",
    correlation="0" * 32,
    grant=1,
    items=("公民身份号码", "姓名"),
    kind="read",
    legal_basis="第三十三条",
    officer="林",
    purpose="高龄津贴资格审核",
    request=2**53 - 1,
    resource="350000/1",
    rows=1,
    subject="hmac-sha256:00",
    system="mzj",
    version=0,
)


@pytest.mark.parametrize("said", ["", 'a"b\\c/', "\x00\x1f\x7f\u2028", "榕🌳", "é"])
def test_is_written_as_canonical_json_whatever_it_says(said: str) -> None:
    for leaf in (READ, replace(READ, case=said, officer=said, purpose=said, items=(said,))):
        assert leaf_bytes(leaf) == canonical_json(json.loads(leaf_bytes(leaf)))


def test_every_member_is_named_in_the_order_of_canonical_json() -> None:
    full = json.loads(leaf_bytes(replace(READ, reason="over_quota", order=1)))
    assert list(full) == sorted(Leaf.__struct_fields__)


def test_of_a_denial_gives_the_reason_and_no_digest_of_an_answer() -> None:
    said, before = (json.loads(leaf_bytes(leaf)) for leaf in (denied(READ, "over_quota"), READ))
    assert before.pop("answer") == "sha256:00"
    assert said == {**before, "kind": "denied", "rows": 0, "reason": "over_quota"}


def test_is_refused_when_it_is_too_long_for_a_log() -> None:
    with pytest.raises(BadLeaf):
        leaf_bytes(replace(READ, purpose="x" * 70_000))
