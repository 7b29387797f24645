"""Signed notes, checkpoints and cosignatures; the pure Ed25519 of the verifier against the library's."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from banyan.ledger import verify
from banyan.ledger.note import (
    COSIGNATURE,
    ED25519,
    NoteFault,
    TreeHead,
    generate_key,
    parse_head,
    parse_note,
    parse_signing_key,
    parse_verifier_key,
    with_signatures,
)

LOG = generate_key("ledger.example/log/acts", ED25519, b"l" * 32)
WITNESS = generate_key("witness.example/w", COSIGNATURE, b"w" * 32)
HEAD = TreeHead("ledger.example/log/acts", 300, b"r" * 32)
NOTE = with_signatures(HEAD.text, [LOG.sign(HEAD.text)])
FOREIGN_KEY = "binarytransparency.log/example+5de0f997+AcPfp2roeTxqSqmPdDkA9rIAd0pe3C5Je6Rze2SqBDUp"


def test_reads_the_key_of_another_project() -> None:
    assert str(parse_verifier_key(FOREIGN_KEY)) == FOREIGN_KEY


def test_reads_back_its_own_keys() -> None:
    assert parse_verifier_key(str(LOG.verifier)) == LOG.verifier
    assert parse_signing_key(LOG.secret_line()) == LOG
    assert parse_signing_key(WITNESS.secret_line()).kind == COSIGNATURE


def test_a_signing_key_never_shows_its_seed() -> None:
    assert "lll" not in repr(LOG)
    with pytest.raises(NoteFault) as fault:
        parse_signing_key(LOG.secret_line()[:-4])
    assert LOG.secret_line()[-20:-4] not in str(fault.value)


@pytest.mark.parametrize("name", ["", "two words", "a+b", "line\nbreak", "wide\u3000space"])
def test_refuses_a_key_name_that_a_signature_line_cannot_carry(name: str) -> None:
    with pytest.raises(NoteFault, match="must not be empty or hold spaces"):
        generate_key(name, ED25519, b"s" * 32)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "name",
        "name+00000000+AQ==",
        FOREIGN_KEY.replace("5de0f997", "5de0f998"),
        FOREIGN_KEY + "x",
        "a b" + FOREIGN_KEY,
    ],
)
def test_refuses_a_verification_key_that_is_none(line: str) -> None:
    with pytest.raises(NoteFault, match="not a verification key"):
        parse_verifier_key(line)


def test_a_checkpoint_is_origin_size_and_root() -> None:
    assert HEAD.text.split("\n")[:2] == ["ledger.example/log/acts", "300"]
    assert parse_head(parse_note(NOTE).text) == HEAD
    assert str(parse_note(NOTE)) == NOTE


@pytest.mark.parametrize("size", ["", "-1", "007", "3e2", "٣", "9" * 20])
def test_refuses_a_checkpoint_with_a_size_written_otherwise(size: str) -> None:
    assert verify.parse_head(NOTE.replace("300", size)) is None
    with pytest.raises(NoteFault, match="not a checkpoint"):
        parse_head(HEAD.text.replace("300", size))


@pytest.mark.parametrize(
    "note",
    [
        "",
        "text\n",
        HEAD.text,
        NOTE[:-1],
        NOTE.replace("—", "-"),
        NOTE + "\n",
        NOTE.replace("acts\n", "acts\t\n"),
        NOTE * 700,
    ],
)
def test_refuses_a_note_that_is_none(note: str) -> None:
    with pytest.raises(NoteFault):
        parse_note(note)


def test_only_the_signer_is_believed() -> None:
    note = parse_note(NOTE)
    assert note.signed_by(LOG.verifier)
    assert not note.signed_by(generate_key(LOG.name, ED25519, b"x" * 32).verifier)
    assert not parse_note(NOTE.replace("300", "301")).signed_by(LOG.verifier)


def test_one_false_line_in_the_name_of_a_key_spoils_the_note() -> None:
    false = LOG.sign("another text\n")
    assert not parse_note(NOTE + false).signed_by(LOG.verifier)


def test_lines_of_strangers_are_passed_over() -> None:
    assert parse_note(NOTE + "— stranger AAAAAAAA\n").signed_by(LOG.verifier)


def test_a_cosignature_says_when() -> None:
    note = parse_note(NOTE + WITNESS.cosign(HEAD.text, 1_790_000_000))
    assert note.cosigned_at(WITNESS.verifier) == 1_790_000_000
    assert note.cosigned_at(LOG.verifier) is None
    later = str(note).replace("300\n", "301\n")
    assert parse_note(later).cosigned_at(WITNESS.verifier) is None


@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=200), data=st.data())
@settings(max_examples=8, deadline=None)
def test_the_verifier_believes_what_the_library_signs_and_nothing_else(
    seed: bytes, message: bytes, data: st.DataObject
) -> None:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    assert verify.signature_valid(public, signature, message)
    assert not verify.signature_valid(public, signature, message + b".")
    place = data.draw(st.integers(0, 511))
    flipped = bytearray(signature)
    flipped[place // 8] ^= 1 << place % 8
    assert not verify.signature_valid(public, bytes(flipped), message)


def test_the_verifier_refuses_malleable_and_malformed_signatures() -> None:
    private = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
    public, signature = private.public_key().public_bytes_raw(), private.sign(b"m")
    scalar = int.from_bytes(signature[32:], "little") + verify.ORDER
    assert not verify.signature_valid(public, signature[:32] + scalar.to_bytes(32, "little"), b"m")
    assert not verify.signature_valid(public, signature + b"\x00", b"m")
    assert not verify.signature_valid(public, b"", b"m")
    assert not verify.signature_valid(b"\xff" * 32, signature, b"m")
    assert not verify.signature_valid(public[:31], signature, b"m")


def test_the_verifier_reads_a_point_in_one_way_only() -> None:
    assert verify.decode_point((1).to_bytes(32, "little")) == (0, 1)
    assert verify.decode_point((1 | 1 << 255).to_bytes(32, "little")) is None
    assert verify.decode_point((verify.PRIME + 1).to_bytes(32, "little")) is None
