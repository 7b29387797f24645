"""One pack is in force in a process; a test may put another in force for a while."""

import pytest

from banyan.law.inforce import in_force, pack, use
from banyan.law.pack import load_pack
from banyan.law.problems import LawError
from banyan.law.tests.trial_packs import TINY


def test_the_draft_of_fujian_is_in_force_unless_another_is_chosen() -> None:
    assert pack().id == "fujian-draft"
    assert pack() is pack()


def test_another_pack_is_in_force_within_the_block() -> None:
    before = pack()
    with in_force(TINY) as tiny:
        assert pack() is tiny
        assert pack().id == "tiny-province"
        with in_force(before):
            assert pack() is before
        assert pack() is tiny
    assert pack() is before


def test_the_block_ends_also_when_it_fails() -> None:
    before = pack()
    with pytest.raises(LawError), in_force(TINY):
        pack().role("wizard")
    assert pack() is before


def test_a_pack_that_cannot_be_loaded_leaves_the_law_as_it_was() -> None:
    before = pack()
    with pytest.raises(LawError):
        use("atlantis")
    assert pack() is before


def test_a_loaded_pack_is_used_as_it_is() -> None:
    draft = load_pack("fujian-draft")
    with in_force(draft):
        assert pack() is draft
