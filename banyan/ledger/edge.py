"""The right edge of a tile tree: all that is needed to let a log grow and to know its root."""

from collections.abc import Iterable, Mapping

from banyan.ledger.tiles import HEIGHT, WIDTH
from banyan.ledger.tree import fold

Grown = dict[tuple[int, int], list[bytes]]


class Edge:
    """The unfinished last tile of every level (右缘) of a tree of ``size`` leaves.

    ``unfinished`` maps a level to the hashes of its last tile, fewer than 256.
    """

    def __init__(self, size: int, unfinished: Mapping[int, list[bytes]]) -> None:
        self.size = size
        self.unfinished = {level: hashes for level, hashes in unfinished.items() if hashes}

    def grow(self, leaves: Iterable[bytes]) -> Grown:
        """Add leaf hashes; answers every tile that is new or changed, by (level, index)."""
        grown: Grown = {}
        level, fresh = 0, list(leaves)
        size = self.size + len(fresh)
        while fresh:
            index = self.size >> HEIGHT * (level + 1)
            row = self.unfinished.pop(level, []) + fresh
            fresh = []
            for start in range(0, len(row), WIDTH):
                tile = row[start : start + WIDTH]
                grown[level, index + start // WIDTH] = tile
                if len(tile) == WIDTH:
                    fresh.append(fold(tile))
                else:
                    self.unfinished[level] = tile
            level += 1
        self.size = size
        return grown

    def root(self) -> bytes:
        """The root of the whole tree: each level's unfinished tile over what the levels below left open."""
        root: list[bytes] = []
        for level in sorted(self.unfinished):
            root = [fold(self.unfinished[level] + root)]
        return fold(root)
