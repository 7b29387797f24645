#!/usr/bin/env python3
"""Verify a whole log (账本核验) by itself: one file, Python 3.8 or newer, nothing to install, nobody to trust.

    python3 verify.py FILE.json --vkey FILE        a file that carries its entries with their proofs
    python3 verify.py URL-or-folder --vkey FILE [--state FILE] [--witness FILE ... --quorum N]
                      [--token FILE] [--json] [--list] [--lang en|zh]

It fetches the signed checkpoint, every entry and every hash tile (C2SP tlog-tiles), checks the signatures, computes
all hashes anew (RFC 9162) and compares with what it saw last time (--state). Exit: 0 the log is whole, 1 it is not,
2 it could not be checked. Keep this file, the key and the state where the log's operator cannot change them.
"""

# ruff: noqa: B905, EXE001, S310, T201, UP017 -- it runs on Python 3.8, prints, and reads the address it is given
from __future__ import annotations

import argparse
import base64
import copy
import json
import os
import sys
import urllib.request
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from hashlib import sha256, sha512
from http.client import HTTPException
from pathlib import Path
from typing import Any, NamedTuple

MESSAGES = """
whole: Whole: {log} has {size} entries and root {root}; the {seen} seen last time are unchanged.
完整：{log} 共 {size} 条，树根 {root}；上次核验的 {seen} 条未变。
broken: NOT WHOLE: {log}
不完整：{log}
cannot: NOT CHECKED: {why}.
未能核验：{why}。
checkpoint: The checkpoint is missing or not of the right form.
检查点缺失或格式不对。
signature: The checkpoint carries no valid signature of {key}.
检查点没有 {key} 的有效签名。
edited: Entry {position} was edited: it no longer has the hash it was logged with.
第 {position} 条被改动：与记账时的哈希不符。
removed: Entry {position} was removed.
第 {position} 条被删除。
missing: {path} is missing: the log withholds a part of itself.
缺少 {path}：账本隐去了一部分。
tile: Hash tile {path} differs from the entries below it.
哈希瓦片 {path} 与其下的条目不符。
root: The entries do not give the signed root: they were changed and the tree rebuilt without the key.
由条目算出的树根与签名的不同：有人改动条目并重建了树，但没有签名密钥。
truncated: Truncated: the log had {old} entries at {at} and now has {size}.
被截短：{at} 时有 {old} 条，现在只有 {size} 条。
rolled_back: Rolled back: the log had {old} entries at {at} and is again as it was with {size}.
被回滚：{at} 时有 {old} 条，现在又回到 {size} 条时的样子。
forked: Forked: with the same {size} entries the log had another root at {at}; both are signed.
被分叉：同为 {size} 条，{at} 时的树根与现在不同，两者都有签名。
rewritten: Rewritten: the first {old} entries are no longer those seen at {at}; both roots are signed.
被改写：前 {old} 条已不是 {at} 时的内容，两个树根都有签名。
proved: Proved: {size} entries of this file stand in {log} under its signature.
已证明：此文件的 {size} 条记录均在 {log} 中，并有其签名。
unproved: Entry {position} of this file is not the one that the log has there.
此文件的第 {position} 条不是账本中该位置的记录。
witness: Only {count} of the {quorum} witnesses needed have cosigned this checkpoint.
需要 {quorum} 个见证方会签，实际只有 {count} 个。
""".strip().split("\n")
SAYS = {en.split(": ")[0]: (en.split(": ", 1)[1], zh) for en, zh in zip(MESSAGES[::2], MESSAGES[1::2])}
WIDTH, HASH, GONE = 256, 32, (FileNotFoundError, NotADirectoryError)
LARGEST_FILE = WIDTH * (2 + 0xFFFF)
PRIME, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, -1, PRIME)


def add_points(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
    """The sum of two points of the curve of Ed25519 (RFC 8032, section 5.1)."""
    twist = CURVE * a[0] * b[0] * a[1] * b[1]
    x = (a[0] * b[1] + a[1] * b[0]) * pow(1 + twist, -1, PRIME)
    y = (a[1] * b[1] + a[0] * b[0]) * pow(1 - twist, -1, PRIME)
    return x % PRIME, y % PRIME


def multiply(scalar: int, point: tuple[int, int]) -> tuple[int, int]:
    product = (0, 1)
    for bit in f"{scalar:b}":
        product = add_points(product, product)
        product = add_points(product, point) if bit == "1" else product
    return product


def decode_point(raw: bytes) -> tuple[int, int] | None:
    sign, y = divmod(int.from_bytes(raw, "little"), 2**255)
    square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    x = x if x * x % PRIME == square else x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    if len(raw) != HASH or y >= PRIME or x * x % PRIME != square or (x == 0 and sign):
        return None
    return (x if x % 2 == sign else PRIME - x), y


def signature_valid(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether this is the Ed25519 signature of the key over the message (RFC 8032, 5.1.7)."""
    base = decode_point((4 * pow(5, -1, PRIME) % PRIME).to_bytes(HASH, "little"))
    key, commitment = decode_point(public), decode_point(signature[:HASH])
    scalar = int.from_bytes(signature[HASH:], "little")
    if not (base and key and commitment) or len(signature) != 2 * HASH or scalar >= ORDER:
        return False
    challenge = int.from_bytes(sha512(signature[:HASH] + public + message).digest(), "little") % ORDER
    return multiply(scalar, base) == add_points(commitment, multiply(challenge, key))


class CannotCheck(Exception):
    """The check cannot be done; the message says why."""


class Head(NamedTuple):
    """A checkpoint (C2SP tlog-checkpoint): which log, how many entries, which root; the whole signed note."""

    origin: str
    size: int
    root: bytes
    note: str


class Key(NamedTuple):
    """A public key with its name (C2SP signed-note); kind 1 signs checkpoints, kind 4 cosigns them."""

    name: str
    kind: int
    public: bytes

    def signed(self, head: Head) -> bool:
        """Whether the checkpoint has a line by this key, and every line in its name is valid."""
        identity = sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]
        text, _, lines = head.note.rpartition("\n\n")
        prefix, verdicts = f"— {self.name} ", []
        for line in lines.split("\n"):
            raw = decode_base64(line[len(prefix) :]) if line.startswith(prefix) else b""
            if raw[:4] == identity:
                time = raw[4:12] if self.kind == 4 else b""
                header = f"cosignature/v1\ntime {int.from_bytes(time, 'big')}\n" if time else ""
                message = f"{header}{text}\n".encode()
                verdicts.append(signature_valid(self.public, raw[4 + len(time) :], message))
        return bool(verdicts) and all(verdicts)


def decode_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


def parse_head(note: str) -> Head | None:
    text, blank, _ = note.rpartition("\n\n")
    origin, size, root = [*text.split("\n"), "", ""][:3]
    tree = decode_base64(root) if blank and len(size) < 20 and size.isascii() and size.isdigit() else b""
    known = len(tree) == HASH and str(int(size)) == size
    return Head(origin, int(size), tree, note) if known else None


def read_text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise CannotCheck(f"{path} cannot be read: {error}") from None


def read_key(path: str, kind: int) -> Key:
    name, _, rest = read_text(path).partition("+")
    raw = decode_base64(rest.partition("+")[2])
    if not name or len(raw) != 1 + HASH or raw[0] != kind:
        raise CannotCheck(f"{path} is not the key of a {'log' if kind == 1 else 'witness'}, name+id+key")
    return Key(name, kind, raw[1:])


class Source:
    """Where a log is read from: a web address or a folder."""

    def __init__(self, place: str, token: str) -> None:
        remote = place.startswith(("http://", "https://"))
        if not remote and not Path(place).is_dir():
            raise CannotCheck(f"{place} is neither a folder nor a web address")
        self.prefix = place.rstrip("/") if remote else Path(place).absolute().as_uri()
        self.headers = {"Accept-Encoding": "gzip", **({"Authorization": "Bearer " + token} if token else {})}

    def get(self, path: str) -> bytes | None:
        """The file at this path, None when there is none; `CannotCheck` when that cannot be known."""
        request = urllib.request.Request(f"{self.prefix}/{path}", headers=self.headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                body: bytes = answer.read(LARGEST_FILE)
                packed = answer.headers.get("Content-Encoding") == "gzip"
                return zlib.decompressobj(31).decompress(body, LARGEST_FILE) if packed else body
        except (OSError, ValueError, HTTPException, zlib.error) as error:
            if getattr(error, "code", 0) in (404, 410) or isinstance(getattr(error, "reason", 0), GONE):
                return None
            hint = "; a closed log wants --token" if getattr(error, "code", 0) in (401, 403) else ""
            raise CannotCheck(f"{request.full_url}: {error}{hint}") from None


def tile_path(level: object, index: int, width: int) -> str:
    *groups, last = (group.zfill(3) for group in f"{index:,}".split(","))
    return f"tile/{level}/{''.join(f'x{group}/' for group in groups)}{last}" + f".p/{width}" * (width < WIDTH)


def split_bundle(bundle: bytes) -> Iterator[bytes]:
    """The entries of a bundle, each after its length in two bytes."""
    here = 0
    while here < len(bundle):
        start = here + 2
        here = start + int.from_bytes(bundle[here:start], "big")
        yield bundle[start:here]


def fold(row: list[bytes]) -> bytes:
    """The root over complete subtrees of one size, the last of which may be smaller (RFC 9162, 2.1.1)."""
    while len(row) > 1:
        odd = row[-1:] if len(row) % 2 else []
        row = [sha256(b"\x01" + left + right).digest() for left, right in zip(row[::2], row[1::2])] + odd
    return row[0] if row else sha256(b"").digest()


class Tree:
    """A growing tree: the unfinished tile of each level, every hash tile above level 0, and an earlier root."""

    def __init__(self, old: int) -> None:
        self.rows: list[list[bytes]] = []
        self.tiles: dict[tuple[int, int], list[bytes]] = {}
        self.old, self.old_root = old, b""

    def add(self, position: int, hashes: list[bytes], level: int = 0) -> None:
        """Add hashes at a position of a level, within one tile."""
        if not level and position < self.old < position + len(hashes):
            past = copy.deepcopy(self)
            past.add(position, hashes[: self.old - position])
            self.old_root = past.old_root
        if level == len(self.rows):
            self.rows.append([])
        self.rows[level] = self.rows[level] + hashes
        if level:
            self.tiles.setdefault((level, position // WIDTH), []).extend(hashes)
        if len(self.rows[level]) == WIDTH:
            full, self.rows[level] = self.rows[level], []
            self.add(position // WIDTH, [fold(full)], level + 1)
        if not level and self.old == position + len(hashes):
            self.old_root = self.root()

    def root(self) -> bytes:
        rest: list[bytes] = []
        for row in self.rows:
            rest = [fold(row + rest)] if row else rest
        return fold(rest)


def check_tree(source: Source, head: Head, old: int, found: list[dict[str, Any]], *, show: bool) -> bytes:
    """Compare every entry and hash tile with the signed root; answers the root of the first ``old`` entries."""
    leaves = tiles = Tree(old)
    doubts = []
    for first in range(0, head.size, WIDTH):
        width = min(WIDTH, head.size - first)
        bundle = source.get(tile_path("entries", first // WIDTH, width))
        tile = source.get(tile_path(0, first // WIDTH, width))
        entries = list(split_bundle(bundle or b""))
        for position, entry in enumerate(entries if show else [], first):
            print(f"{position}\t{entry.decode('utf-8', 'replace')}", flush=True)
        for level, there in (("entries", bundle), (0, tile)):
            if there is None:
                found.append({"kind": "missing", "path": tile_path(level, first // WIDTH, width)})
        if bundle is None and tile is None:
            break
        if len(entries) > width:
            found.append({"kind": "edited", "position": first + width})
        ours = [sha256(b"\x00" + entry).digest() for entry in entries[:width]]
        ours += [b""] * (width - len(ours))
        stored = ours if tile is None else [tile[n : n + HASH] for n in range(0, width * HASH, HASH)]
        ours = stored if bundle is None else ours
        if stored != ours:
            tiles = copy.deepcopy(leaves) if tiles is leaves else tiles
            doubts.append((first, ours, stored))
        if tiles is not leaves:
            tiles.add(first, stored)
        leaves.add(first, ours)
    good = next((tree for tree in (leaves, tiles) if tree.root() == head.root), None)
    found += judge(source, good or tiles, doubts, entries_good=good is leaves)
    found += [] if good else [{"kind": "root"}]
    return good.old_root if good else b""


def judge(source: Source, tree: Tree, doubts: list[Any], *, entries_good: bool) -> Iterator[dict[str, Any]]:
    """Say what is false where entries and hash tiles differ: whichever does not give the signed root."""
    for first, ours, stored in doubts:
        short = b"" in ours
        if entries_good:
            yield {"kind": "tile", "path": tile_path(0, first // WIDTH, len(ours))}
        for position, (our, their) in enumerate(zip(ours, stored), first):
            if not entries_good and (their not in ours if short else their != our):
                yield {"kind": "removed" if short else "edited", "position": position}
    for (level, index), hashes in sorted(tree.tiles.items()):
        path = tile_path(level, index, len(hashes))
        tile = source.get(path)
        if tile != b"".join(hashes):
            yield {"kind": "missing" if tile is None else "tile", "path": path}


class State:
    """What was seen at earlier checks, the newest last; kept in a file when there is a path."""

    def __init__(self, path: str, origin: str) -> None:
        self.path, self.origin, self.seen = path, origin, []
        if path and Path(path).exists():
            try:
                state = json.loads(read_text(path))
                self.seen = [(int(size), root, at, note) for size, root, at, note in state["seen"]]
            except (ValueError, KeyError, TypeError):
                raise CannotCheck(f"{path} is not a state file of this program") from None
            if state.get("log") != origin:
                raise CannotCheck(f"{path} is the state of another log, {state.get('log')}")
        self.old = self.seen[-1][0] if self.seen else 0

    def compare(self, head: Head, old_root: bytes) -> list[dict[str, Any]]:
        """Say when the log is not what it was, or more; ``old_root`` is empty when it is not known."""
        _, root, at, _ = self.seen[-1] if self.seen else (0, "", "", "")
        kind = ""
        if head.size < self.old:
            again = any(seen[:2] == (head.size, head.root.hex()) for seen in self.seen)
            kind = "rolled_back" if again else "truncated"
        elif root and old_root and old_root.hex() != root:
            kind = "forked" if head.size == self.old else "rewritten"
        return [{"kind": kind, "old": self.old, "at": at, "size": head.size}] if kind else []

    def save(self, head: Head, at: str) -> None:
        """Remember this checkpoint, all of it or nothing."""
        seen = [one for one in self.seen if one[0] != head.size]
        seen.append((head.size, head.root.hex(), at, head.note))
        try:
            draft = Path(self.path + ".new")
            with draft.open("w", encoding="utf-8") as file:
                json.dump({"log": self.origin, "seen": seen}, file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.path)
        except OSError as error:
            raise CannotCheck(f"{self.path} cannot be written: {error}") from None


def climb(leaf: bytes, index: int, size: int, hashes: Sequence[bytes]) -> bytes:
    """The root that an inclusion proof leads to (RFC 9162, 2.1.3.2); empty when the proof is of the wrong length."""
    here, last, root = index, size - 1, leaf
    for one in hashes:
        if last == 0:
            return b""
        if here % 2 or here == last:
            root = sha256(b"\x01" + one + root).digest()
            while here and not here % 2:
                here, last = here // 2, last // 2
        else:
            root = sha256(b"\x01" + root + one).digest()
        here, last = here // 2, last // 2
    return root if last == 0 and index < size else b""


def check_file(path: str, key: Key, found: list[dict[str, Any]]) -> dict[str, Any]:
    """Check a file of entries, each with its leaf and its proof (C2SP tlog-proof), without the log."""
    try:
        entries = json.loads(read_text(path))["entries"]
        proofs = [
            (one, json.loads(one["leaf"]), one["proof"].partition("\n\n")) for one in entries if one["proof"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotCheck(f"{path} is not a file of entries with proofs") from None
    for entry, leaf, (path_up, _, note) in proofs:
        lines, head = path_up.split("\n"), parse_head(note)
        if not head or head.origin != key.name or not key.signed(head):
            found.append({"kind": "signature" if head else "checkpoint", "key": key.name})
            continue
        index, hashes = int(lines[1].split()[-1]), [decode_base64(line) for line in lines[2:]]
        root = climb(sha256(b"\x00" + entry["leaf"].encode()).digest(), index, head.size, hashes)
        if root != head.root or any(
            leaf[name] != entry[name] for name in ("act", "at", "on", "norm", "outcome")
        ):
            found.append({"kind": "unproved", "position": index})
    return {"log": key.name, "size": len(proofs), "waiting": len(entries) - len(proofs), "verdict": "proved"}


def check(options: argparse.Namespace, found: list[dict[str, Any]], at: str) -> dict[str, Any]:
    """Check the log that the options name; answers what is known of it."""
    key, witnesses = read_key(options.vkey, 1), [read_key(path, 4) for path in options.witness]
    if Path(options.place).is_file():
        return check_file(options.place, key, found)
    state = State(options.state, key.name)
    source = Source(options.place, options.token and read_text(options.token))
    head = parse_head((source.get("checkpoint") or b"").decode("utf-8", "replace"))
    if not head or head.origin != key.name or not key.signed(head):
        found.append({"kind": "signature" if head else "checkpoint", "key": key.name})
        return {"log": key.name}
    count = sum(witness.signed(head) for witness in witnesses)
    if count < options.quorum:
        found.append({"kind": "witness", "count": count, "quorum": options.quorum})
    found += state.compare(head, check_tree(source, head, state.old, found, show=options.list))
    if options.state and not found:
        state.save(head, at)
    return {"log": key.name, "size": head.size, "root": head.root.hex(), "seen": state.old, "cosigned": count}


def read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Verify a whole log. Exit: 0 whole, 1 not, 2 not checked.")
    parser.add_argument("place", metavar="URL-or-folder", help="where the log is served or was exported to")
    parser.add_argument("--vkey", metavar="FILE", required=True, help="the log's key, name+id+key")
    parser.add_argument("--state", metavar="FILE", default="", help="what was seen before; kept when whole")
    parser.add_argument("--witness", metavar="FILE", action="append", default=[], help="a witness's key")
    parser.add_argument("--quorum", metavar="N", type=int, help="how many witnesses must cosign; default all")
    parser.add_argument("--token", metavar="FILE", default="", help="the bearer token for a closed log")
    parser.add_argument("--json", action="store_true", help="print the findings as one JSON object")
    parser.add_argument("--list", action="store_true", help="print the entries; the findings go to stderr")
    language = "zh" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("zh") else "en"
    parser.add_argument("--lang", choices=["en", "zh"], default=language)
    options = parser.parse_args(arguments)
    options.quorum = len(options.witness) if options.quorum is None else options.quorum
    if not 0 <= options.quorum <= len(options.witness):
        parser.error(f"--quorum is from 0 to {len(options.witness)}, the number of --witness keys")
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, print the findings, answer the exit code."""
    options = read_options(arguments)
    at = datetime.now(timezone.utc).isoformat(timespec="seconds")
    found: list[dict[str, Any]] = []
    facts, code, chinese = {"log": options.place}, 2, options.lang == "zh"
    try:
        facts = check(options, found, at)
        code = 1 if found else 0
    except CannotCheck as error:
        found.append({"kind": "cannot", "why": str(error)})
    for problem in found:
        problem["says"] = SAYS[problem["kind"]][chinese].format(**problem)
    findings = {"whole": not found, **facts, "problems": found, "checked_at": at}
    word = "broken" if found else facts.get("verdict", "whole")
    verdict = [SAYS[word][chinese].format(**facts)] if code < 2 else []
    lines = verdict + [problem["says"] for problem in found]
    text = json.dumps(findings, ensure_ascii=False) if options.json else "\n".join(lines)
    print(text, file=sys.stderr if options.list else sys.stdout)
    return code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # who reads the list has gone
        os._exit(2)
