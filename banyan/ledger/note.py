"""Signed notes, checkpoints and cosignatures as C2SP writes them (signed-note, tlog-checkpoint, tlog-cosignature)."""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

ED25519 = 0x01
COSIGNATURE = 0x04
LARGEST_NOTE = 64 * 1024

_KEY_NAME = re.compile(r"[^\s+\x00-\x1f]+")
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")


class NoteFault(SentenceError):
    """A note, checkpoint or key that is not of the form the specification demands (格式有误)."""


@dataclass(frozen=True)
class VerifierKey:
    """A public key with its name (验签公钥); ``str()`` gives the line ``name+id+base64``."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """The first four bytes of SHA-256 over name, newline, kind and key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_encode(bytes([self.kind]) + self.public)}"


@dataclass(frozen=True)
class SigningKey:
    """A private key with its name (签名私钥); the seed never shows in a representation."""

    name: str
    kind: int
    seed: bytes = field(repr=False)

    @property
    def verifier(self) -> VerifierKey:
        return VerifierKey(self.name, self.kind, self._private().public_key().public_bytes_raw())

    def secret_line(self) -> str:
        """The line to keep in a file with owner-only rights: ``PRIVATE+KEY+name+id+base64``."""
        key = _encode(bytes([self.kind]) + self.seed)
        return f"PRIVATE+KEY+{self.name}+{self.verifier.id.hex()}+{key}"

    def sign(self, text: str) -> str:
        """The signature line over a note's text."""
        return self._line(self._private().sign(text.encode()))

    def cosign(self, text: str, at: int) -> str:
        """The cosignature line over a checkpoint's text, made ``at`` this POSIX time in seconds."""
        return self._line(at.to_bytes(8, "big") + self._private().sign(_cosigned(text, at)))

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    def _line(self, signature: bytes) -> str:
        return f"— {self.name} {_encode(self.verifier.id + signature)}\n"


@dataclass(frozen=True)
class Signature:
    """One signature line (签名行): who says to have signed, and the bytes."""

    name: str
    id: bytes
    raw: bytes

    def __str__(self) -> str:
        return f"— {self.name} {_encode(self.id + self.raw)}\n"


@dataclass(frozen=True)
class Note:
    """A text ending in a newline, and its signatures (签名文书)."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"

    def by(self, key: VerifierKey) -> list[Signature]:
        """The signature lines that claim to be of this key, valid or not."""
        return [line for line in self.signatures if (line.name, line.id) == (key.name, key.id)]

    def signed_by(self, key: VerifierKey) -> bool:
        """Whether this key signed; False also when any line in its name is false."""
        lines = self.by(key)
        return bool(lines) and all(_valid(key, line.raw, self.text.encode()) for line in lines)

    def cosigned_at(self, key: VerifierKey) -> int | None:
        """When this witness cosigned (POSIX seconds), or None; None also when any line in its name is false."""
        latest = None
        for line in self.by(key):
            at = int.from_bytes(line.raw[:8], "big")
            if not _valid(key, line.raw[8:], _cosigned(self.text, at)):
                return None
            latest = at if latest is None else max(latest, at)
        return latest


@dataclass(frozen=True)
class TreeHead:
    """What a checkpoint says (检查点): the log's origin, its number of leaves and its root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{_encode(self.root)}\n"


def generate_key(name: str, kind: int, seed: bytes) -> SigningKey:
    """A private key of this name from 32 random bytes."""
    if not _KEY_NAME.fullmatch(name):
        raise NoteFault(say("The key name {name} must not be empty or hold spaces or «+».", name=repr(name)))
    if len(seed) != 32:
        raise ValueError(f"an Ed25519 seed has 32 bytes, this one {len(seed)}")
    return SigningKey(name, kind, seed)


def parse_verifier_key(line: str) -> VerifierKey:
    """Read ``name+id+base64``; `NoteFault` when it is no Ed25519 key or its id does not belong to it."""
    name, _, rest = line.strip().partition("+")
    key_id, _, key = rest.partition("+")
    raw = _decode(key)
    if len(raw) == 33 and raw[0] in {ED25519, COSIGNATURE} and _KEY_NAME.fullmatch(name):
        found = VerifierKey(name, raw[0], raw[1:])
        if found.id.hex() == key_id:
            return found
    raise NoteFault(
        say("This is not a verification key of the form «name+id+key»: {line}", line=line.strip()[:200])
    )


def parse_signing_key(line: str) -> SigningKey:
    """Read ``PRIVATE+KEY+name+id+base64``; the error never repeats the line."""
    parts = line.strip().split("+", 4)
    if len(parts) == 5 and parts[:2] == ["PRIVATE", "KEY"] and _KEY_NAME.fullmatch(parts[2]):
        raw = _decode(parts[4])
        if len(raw) == 33 and raw[0] in {ED25519, COSIGNATURE}:
            found = SigningKey(parts[2], raw[0], raw[1:])
            if found.verifier.id.hex() == parts[3]:
                return found
    raise NoteFault(say("This is not a signing key of the form «PRIVATE+KEY+name+id+key»."))


def parse_note(text: str) -> Note:
    """Read a signed note; `NoteFault` when it is not one."""
    body, blank, rest = text.rpartition("\n\n")
    if len(text) > LARGEST_NOTE or not blank or not rest.endswith("\n") or _has_controls(text):
        raise NoteFault(say("This is not a signed note: a text, an empty line and signature lines."))
    return Note(body + "\n", parse_signatures(rest))


def parse_signatures(lines: str) -> tuple[Signature, ...]:
    """Read signature lines, each ``— name base64``."""
    return tuple(_signature(line) for line in lines.removesuffix("\n").split("\n"))


def parse_head(text: str) -> TreeHead:
    """Read the text of a checkpoint; extension lines are allowed and passed over."""
    origin, size, root, *_ = [*text.split("\n"), "", ""]
    head = _decode(root)
    if not origin or not _SIZE.fullmatch(size) or len(head) != 32:
        raise NoteFault(say("This is not a checkpoint: origin, number of leaves and root, one a line."))
    return TreeHead(origin, int(size), head)


def with_signatures(text: str, lines: Iterable[str]) -> str:
    """The whole note from its text and signature lines."""
    return f"{text}\n{''.join(lines)}"


def _signature(line: str) -> Signature:
    parts = line.split(" ")
    raw = _decode(parts[-1])
    if len(parts) != 3 or parts[0] != "—" or not _KEY_NAME.fullmatch(parts[1]) or len(raw) < 5:
        raise NoteFault(say("This is not a signature line: {line}", line=line[:200]))
    return Signature(parts[1], raw[:4], raw[4:])


def _cosigned(text: str, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{text}".encode()


def _valid(key: VerifierKey, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _has_controls(text: str) -> bool:
    return any(character < " " and character != "\n" for character in text)


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _decode(text: str) -> bytes:
    """The bytes of strict base64; empty when it is none."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
