"""Proofs from the stored tiles: that an entry is in a log, and that a log only grew."""

import base64
from dataclasses import dataclass

from banyan.kit.sentence import say
from banyan.ledger.errors import Broken
from banyan.ledger.models import Log, stored_bytes
from banyan.ledger.queries import latest, tile_bytes
from banyan.ledger.tiles import HEIGHT, WIDTH, split_hashes
from banyan.ledger.tree import consistency_ranges, fold, inclusion_ranges, range_hash


@dataclass(frozen=True)
class InclusionProof:
    """That an entry stands at a position under a signed checkpoint (存在证明), verifiable offline."""

    position: int
    size: int
    root: bytes
    hashes: tuple[bytes, ...]
    checkpoint: str

    @property
    def text(self) -> str:
        """The proof as a C2SP tlog-proof file."""
        lines = [base64.b64encode(line).decode() for line in self.hashes]
        return "\n".join(["c2sp.org/tlog-proof@v1", f"index {self.position}", *lines, "", self.checkpoint])


def inclusion_proof(log: Log, position: int) -> InclusionProof:
    """The proof for the entry at this position under the newest checkpoint; ValueError when it is not in the tree."""
    head = latest(log)
    nodes = _Nodes(log, head.size)
    hashes = tuple(range_hash(start, end, nodes.node) for start, end in inclusion_ranges(position, head.size))
    return InclusionProof(position, head.size, stored_bytes(head.root), hashes, head.note)


def consistency_proof(log: Log, old: int, new: int) -> tuple[bytes, ...]:
    """The proof that the tree of ``new`` leaves begins with that of ``old``; ValueError unless old ≤ new ≤ the log."""
    if new > latest(log).size:
        raise ValueError(f"the log {log.name} has not grown to {new} leaves")
    nodes = _Nodes(log, new)
    return tuple(range_hash(start, end, nodes.node) for start, end in consistency_ranges(old, new))


class _Nodes:
    """The inner nodes of a log's tree of one size, from its tiles, each tile read once."""

    def __init__(self, log: Log, size: int) -> None:
        self.log = log
        self.size = size
        self.tiles: dict[tuple[int, int], list[bytes]] = {}

    def node(self, level: int, index: int) -> bytes:
        """The root of the complete subtree of 2^level leaves, the index-th of its kind."""
        tile_level, height = divmod(level, HEIGHT)
        first = index << height
        start = first % WIDTH
        return fold(self._tile(tile_level, first // WIDTH)[start : start + (1 << height)])

    def _tile(self, level: int, index: int) -> list[bytes]:
        if (level, index) not in self.tiles:
            width = min(WIDTH, (self.size >> HEIGHT * level) - index * WIDTH)
            stored = tile_bytes(self.log, level, index, width)
            if stored is None:
                raise Broken(
                    say(
                        "The log {log} lacks hash tile {level}/{index}. Run the verifier.",
                        log=self.log.name,
                        level=level,
                        index=index,
                    )
                )
            self.tiles[level, index] = split_hashes(stored)
        return self.tiles[level, index]
