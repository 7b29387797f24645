"""Identifiers of electronic certificates of GB/T 36904."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.kit.identifiers import IdentifierError, certificate

EXAMPLES = [
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
    "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
    "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
    "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
]
CHARACTERS = certificate.ALPHABET
identifiers = st.builds(
    certificate.make,
    st.sampled_from(["11100000000013338W011", "11100000MB03271699022"]),
    st.sampled_from(["11220000013544541J", "350100"]),
    st.text(CHARACTERS, min_size=1, max_size=20),
    st.integers(1, 999),
)


@pytest.mark.parametrize("text", EXAMPLES)
def test_accepts_identifiers_in_use(text: str) -> None:
    assert str(certificate.parse(text)) == text


def test_reads_its_parts() -> None:
    found = certificate.parse(EXAMPLES[2].lower())
    assert found.type_code == "11100000000013338W032"
    assert (found.issuer, found.serial, found.version) == ("11220000013544541J", "2430599", "001")


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        (EXAMPLES[0][:-1] + "V", "does not fit"),
        (EXAMPLES[0].removeprefix("1."), r"reads 1\.2\.156\.3005\.2"),
        (EXAMPLES[0].replace(".001.", ".1."), r"reads 1\.2\.156\.3005\.2"),
        (
            "1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M",
            "does not fit",
        ),
    ],
)
def test_refuses_with_what_to_type(text: str, tells: str) -> None:
    with pytest.raises(IdentifierError, match=tells):
        certificate.parse(text)
    assert not certificate.is_valid(text)


@pytest.mark.parametrize("issuer", ["11220000013544541K", "990100"])
def test_refuses_an_issuer_that_cannot_be(issuer: str) -> None:
    with pytest.raises(IdentifierError, match="names bodies"):
        certificate.make("11100000000013338W011", issuer, "1")


@pytest.mark.parametrize(("serial", "version"), [("", 1), ("a-b", 1), ("1", 1000)])
def test_refuses_to_make_from_parts_out_of_form(serial: str, version: int) -> None:
    with pytest.raises(IdentifierError, match=r"reads 1\.2\.156\.3005\.2"):
        certificate.make("11100000000013338W011", "11220000013544541J", serial, version)


@given(identifiers)
def test_what_is_made_reads_back(identifier: certificate.CertificateIdentifier) -> None:
    assert certificate.parse(identifier.text) == identifier


@given(st.text(CHARACTERS, min_size=1, max_size=60), st.data())
def test_mod_37_36_catches_every_single_wrong_character(characters: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(characters) - 1))
    wrong = data.draw(st.sampled_from(CHARACTERS.replace(characters[at], "")))
    other = characters[:at] + wrong + characters[at + 1 :]
    assert certificate.mod_37_36(other) != certificate.mod_37_36(characters)
