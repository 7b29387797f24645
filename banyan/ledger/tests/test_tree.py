"""Roots and proofs, against pymerkle (prefixes on: its hashing is then that of RFC 6962) and RFC 6962's own example."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from banyan.ledger.tree import (
    EMPTY_ROOT,
    consistency_ranges,
    fold,
    inclusion_ranges,
    leaf_hash,
    node_hash,
    range_hash,
    verify_consistency,
)
from banyan.ledger.verify import climb

LARGEST = 600
LEAVES = [leaf_hash(b"entry %d" % n) for n in range(LARGEST)]
sizes = st.integers(1, LARGEST)


@cache
def oracle() -> InmemoryTree:
    tree = InmemoryTree(algorithm="sha256")
    for n in range(LARGEST):
        tree.append_entry(b"entry %d" % n)
    return tree


def oracle_root(size: int) -> bytes:
    root: bytes = oracle().get_root(size)
    return root


def nodes_of(size: int) -> Callable[[int, int], bytes]:
    def node(level: int, index: int) -> bytes:
        assert (index + 1) << level <= size, "only complete subtrees may be asked for"
        return fold(LEAVES[index << level : (index + 1) << level])

    return node


def proof_of(ranges: list[tuple[int, int]], size: int) -> list[bytes]:
    return [range_hash(start, end, nodes_of(size)) for start, end in ranges]


def test_roots_agree_with_the_oracle_at_every_size() -> None:
    assert [fold(LEAVES[:size]) for size in range(1, 300)] == [oracle_root(size) for size in range(1, 300)]
    assert fold([]) == EMPTY_ROOT == oracle_root(0)


@given(size=sizes, data=st.data())
@settings(max_examples=150, deadline=None)
def test_inclusion_proofs_are_those_of_the_oracle_and_hold_nowhere_else(
    size: int, data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, size - 1))
    proof, root = proof_of(inclusion_ranges(position, size), size), oracle_root(size)
    assert [LEAVES[position], *proof] == oracle().prove_inclusion(position + 1, size).path
    assert climb(LEAVES[position], position, size, proof) == root
    other = data.draw(st.integers(0, size).filter(lambda n: n != position))
    assert climb(LEAVES[position], other, size, proof) != root
    assert climb(leaf_hash(b"forged"), position, size, proof) != root
    assert climb(LEAVES[position], position, size, [*proof, root]) != root
    assert climb(LEAVES[position], position, size, proof[:-1]) != root or not proof


@given(old=sizes, new=sizes, data=st.data())
@settings(max_examples=200, deadline=None)
def test_consistency_proofs_hold_between_the_roots_of_the_oracle_only(
    old: int, new: int, data: st.DataObject
) -> None:
    old, new = sorted((old, new))
    proof = proof_of(consistency_ranges(old, new), new)
    assert verify_consistency(old, oracle_root(old), new, oracle_root(new), proof)
    forged = leaf_hash(b"forged")
    assert not verify_consistency(old, forged, new, oracle_root(new), proof)
    assert not verify_consistency(old, oracle_root(old), new, forged, proof)
    assert not verify_consistency(old, oracle_root(old), new, oracle_root(new), [*proof, forged])
    if proof:
        place = data.draw(st.integers(0, len(proof) - 1))
        false = [*proof[:place], forged, *proof[place + 1 :]]
        assert not verify_consistency(old, oracle_root(old), new, oracle_root(new), false)
        assert not verify_consistency(old, oracle_root(old), new, oracle_root(new), proof[:-1])


def test_proofs_are_those_of_the_example_in_rfc_6962_section_2_1_3() -> None:
    a, b, c, d, e, f, j = LEAVES[:7]
    g, h, i = node_hash(a, b), node_hash(c, d), node_hash(e, f)
    k, m = node_hash(g, h), node_hash(i, j)
    assert fold(LEAVES[:7]) == node_hash(k, m)
    assert proof_of(inclusion_ranges(0, 7), 7) == [b, h, m]
    assert proof_of(inclusion_ranges(3, 7), 7) == [c, g, m]
    assert proof_of(inclusion_ranges(4, 7), 7) == [f, j, k]
    assert proof_of(inclusion_ranges(6, 7), 7) == [i, k]
    assert proof_of(consistency_ranges(3, 7), 7) == [c, d, g, m]
    assert proof_of(consistency_ranges(4, 7), 7) == [m]
    assert proof_of(consistency_ranges(6, 7), 7) == [i, j, k]


def test_every_log_is_consistent_with_the_empty_one_and_with_itself() -> None:
    assert consistency_ranges(0, 9) == consistency_ranges(9, 9) == []
    assert verify_consistency(0, EMPTY_ROOT, 9, oracle_root(9), [])
    assert verify_consistency(9, oracle_root(9), 9, oracle_root(9), [])
    assert not verify_consistency(0, EMPTY_ROOT, 0, oracle_root(9), [])
    assert not verify_consistency(0, oracle_root(9), 9, oracle_root(9), [])
    assert not verify_consistency(9, oracle_root(9), 8, oracle_root(8), [])
    assert not verify_consistency(5, oracle_root(5), 9, oracle_root(9), [])


@pytest.mark.parametrize(("position", "size"), [(0, 0), (5, 5), (-1, 5)])
def test_refuses_a_position_outside_the_tree(position: int, size: int) -> None:
    with pytest.raises(ValueError, match=f"position {position} is not in a tree of {size} leaves"):
        inclusion_ranges(position, size)


def test_refuses_a_tree_that_shrank() -> None:
    with pytest.raises(ValueError, match="a tree of 4 leaves did not grow from one of 5"):
        consistency_ranges(5, 4)


def test_a_root_can_not_pass_for_a_leaf_or_an_earlier_root() -> None:
    root = oracle_root(8)
    assert climb(root, 0, 8, []) != root
    assert climb(node_hash(LEAVES[0], LEAVES[1]), 0, 8, proof_of([(2, 4), (4, 8)], 8)) != root
    assert not verify_consistency(4, root, 8, root, [])


def test_a_leaf_can_not_pass_for_a_node() -> None:
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != node_hash(LEAVES[0], LEAVES[1])
