"""Merkle trees over SHA-256 (RFC 6962 section 2.1, RFC 9162 section 2.1): hashes, proofs and their verification."""

from collections.abc import Callable, Sequence
from hashlib import sha256

EMPTY_ROOT = sha256(b"").digest()

Range = tuple[int, int]
Node = Callable[[int, int], bytes]


def leaf_hash(data: bytes) -> bytes:
    """The hash of one leaf (叶哈希)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node (节点哈希)."""
    return sha256(b"\x01" + left + right).digest()


def fold(hashes: Sequence[bytes]) -> bytes:
    """The root (树根) over complete subtrees of one size, of which only the last may be smaller.

    Over leaf hashes it is the Merkle tree hash of RFC 6962.
    """
    row = list(hashes)
    if not row:
        return EMPTY_ROOT
    while len(row) > 1:
        odd = row[-1:] if len(row) % 2 else []
        row = [node_hash(left, right) for left, right in zip(row[::2], row[1::2], strict=False)] + odd
    return row[0]


def range_hash(start: int, end: int, node: Node) -> bytes:
    """The root over leaves ``start`` to ``end`` (exclusive); ``node(level, index)`` gives complete subtrees."""
    width = end - start
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(width)
    return node_hash(range_hash(start, middle, node), range_hash(middle, end, node))


def inclusion_ranges(position: int, size: int) -> list[Range]:
    """The leaf ranges whose roots prove that a position is in the tree, from the leaf upwards (RFC 9162, 2.1.3.1)."""
    if not 0 <= position < size:
        raise ValueError(f"position {position} is not in a tree of {size} leaves")
    start, end, path = 0, size, []
    while end - start > 1:
        middle = start + _split(end - start)
        if position < middle:
            path.append((middle, end))
            end = middle
        else:
            path.append((start, middle))
            start = middle
    return path[::-1]


def consistency_ranges(old: int, new: int) -> list[Range]:
    """The leaf ranges whose roots prove that a tree only grew from ``old`` to ``new`` leaves (RFC 9162, 2.1.4.1)."""
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {new} leaves did not grow from one of {old}")
    if old == 0:
        return []
    start, end, path = 0, new, []
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append((middle, end))
            end = middle
        else:
            path.append((start, middle))
            start = middle
    return ([(start, end)] if start else []) + path[::-1]


def verify_consistency(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree of ``old`` leaves is the beginning of the other (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY_ROOT
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if not path:
        return False
    first, last = old - 1, new - 1
    while first & 1:
        first, last = first >> 1, last >> 1
    before = after = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if first & 1 or first == last:
            before, after = node_hash(sibling, before), node_hash(sibling, after)
            first, last = _skip_left_edges(first, last)
        else:
            after = node_hash(after, sibling)
        first, last = first >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def _split(width: int) -> int:
    """The largest power of two smaller than ``width``."""
    return 1 << ((width - 1).bit_length() - 1)


def _skip_left_edges(first: int, last: int) -> tuple[int, int]:
    while first and not first & 1:
        first, last = first >> 1, last >> 1
    return first, last
