"""Addresses, encodings and growth of tiles, with the examples of C2SP tlog-tiles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banyan.ledger.edge import Edge, Grown
from banyan.ledger.tiles import (
    Address,
    bundles_of,
    encode_bundle,
    parse_path,
    split_hashes,
    tiles_of,
)
from banyan.ledger.tree import EMPTY_ROOT, fold, leaf_hash
from banyan.ledger.verify import split_bundle

LEAVES = [leaf_hash(b"%d" % n) for n in range(256 * 256 + 700)]


def test_writes_the_address_of_the_specification() -> None:
    assert Address(0, 1234067).path == "tile/0/x001/x234/067"
    assert Address(None, 1234067, 5).path == "tile/entries/x001/x234/067.p/5"
    assert Address(63, 0).path == "tile/63/000"


@given(level=st.none() | st.integers(0, 63), index=st.integers(0, 10**15), width=st.integers(1, 256))
def test_reads_back_every_address(level: int | None, index: int, width: int) -> None:
    address = Address(level, index, width)
    assert parse_path(address.path) == address


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/0",
        "tile/00/000",
        "tile/64/000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/entries/000/",
        "tile/-1/000",
        "/tile/0/000",
        "tile/0/../000",
        "tile/0/٠٠٠",
    ],
)
def test_refuses_an_address_written_otherwise(path: str) -> None:
    assert parse_path(path) is None


def test_a_tree_has_the_tiles_of_the_specification() -> None:
    tiles = list(tiles_of(70_000))
    assert [(tile.level, tile.index, tile.width) for tile in tiles if tile.width < 256] == [
        (0, 273, 112),
        (1, 1, 17),
        (2, 0, 1),
    ]
    assert [sum(tile.level == level and tile.width == 256 for tile in tiles) for level in (0, 1)] == [273, 1]
    assert [tile.path for tile in tiles_of(256)] == ["tile/0/000", "tile/1/000.p/1"]
    assert list(tiles_of(0)) == list(bundles_of(0)) == []
    assert [bundle.path for bundle in bundles_of(300)] == ["tile/entries/000", "tile/entries/001.p/44"]


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_reads_back_every_entry_bundle(entries: list[bytes]) -> None:
    assert list(split_bundle(encode_bundle(entries))) == entries


def test_an_entry_stands_after_its_length_in_two_bytes() -> None:
    assert encode_bundle([b"ab", b"x" * 258]) == b"\x00\x02ab\x01\x02" + b"x" * 258


@given(st.lists(st.integers(1, 700), max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_log_grown_in_steps_has_the_tiles_and_roots_of_one_grown_at_once(steps: list[int]) -> None:
    edge, size = Edge(0, {}), 0
    tiles: Grown = {}
    assert edge.root() == EMPTY_ROOT
    for step in steps:
        tiles |= edge.grow(LEAVES[size : size + step])
        size += step
        assert (edge.size, edge.root()) == (size, fold(LEAVES[:size]))
    assert tiles == Edge(0, {}).grow(LEAVES[:size])
    assert {(tile.level, tile.index): tile.width for tile in tiles_of(size)} == {
        place: len(hashes) for place, hashes in tiles.items()
    }


def test_a_tree_of_three_levels_grows_over_its_edge() -> None:
    edge = Edge(0, {})
    edge.grow(LEAVES[:65_400])
    grown = edge.grow(LEAVES[65_400:66_000])
    assert edge.root() == fold(LEAVES[:66_000])
    assert grown[2, 0] == [fold(LEAVES[:65_536])]
    assert split_hashes(b"".join(grown[2, 0])) == grown[2, 0]
