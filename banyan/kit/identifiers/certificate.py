"""Identifiers of electronic certificates after GB/T 36904-2018, checked by ISO/IEC 7064 MOD 37,36."""

import re
from dataclasses import dataclass, replace

from banyan.kit.identifiers import IdentifierError, accepts, credit_code, region, shown, tidy
from banyan.kit.sentence import say

OID = "1.2.156.3005.2"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FORM = re.compile(
    rf"{re.escape(OID)}\.([0-9A-Z]{{21}})\.([0-9A-Z]{{18}}|[0-9]{{6}})\.([0-9A-Z]+)\.([0-9]{{3}})\.([0-9A-Z])"
)


@dataclass(frozen=True, order=True)
class CertificateIdentifier:
    """The identifier of one electronic certificate (电子证照标识)."""

    type_code: str
    issuer: str
    serial: str
    version: str
    check: str

    @property
    def text(self) -> str:
        """All parts behind the OID, joined by dots."""
        return f"{OID}.{self.type_code}.{self.issuer}.{self.serial}.{self.version}.{self.check}"

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> CertificateIdentifier:
    """Read an identifier of six parts behind 1.2.156.3005.2.

    The issuer is a credit code; a six-digit region in its place occurs and is taken too.
    """
    typed = tidy(text)
    found = _parts(typed)
    if _check_of(found) != found.check:
        raise IdentifierError(
            say(
                "The last character of the certificate identifier “{text}” does not fit the others: a character"
                " is mistyped. Copy the whole identifier from the certificate.",
                text=shown(typed),
            )
        )
    _require_bodies(found)
    return found


def is_valid(text: str) -> bool:
    """Whether `parse` takes the text; it does not say that the certificate exists."""
    return accepts(parse, text)


def check_digit(type_code: str, issuer: str, serial: str, version: str) -> str:
    """The last character for the four parts before it."""
    return mod_37_36(type_code + issuer + serial + version)


def make(type_code: str, issuer: str, serial: str, version: int = 1) -> CertificateIdentifier:
    """The identifier of a certificate of this type, issuer and serial in this version (1-999)."""
    unchecked = _parts(f"{OID}.{type_code}.{issuer}.{serial}.{version:03}.0")
    return parse(replace(unchecked, check=_check_of(unchecked)).text)


def mod_37_36(characters: str) -> str:
    """The check character of ISO/IEC 7064 MOD 37,36 for digits and capital letters."""
    product = 36
    for character in characters:
        product = ((product + ALPHABET.index(character)) % 36 or 36) * 2 % 37
    return ALPHABET[(37 - product) % 36]


def _parts(typed: str) -> CertificateIdentifier:
    form = _FORM.fullmatch(typed)
    if form is None:
        raise IdentifierError(
            say(
                "A certificate identifier reads {oid}.type (21 characters).issuer (18).serial.version (3"
                " digits).check; “{text}” does not. Copy the whole identifier from the certificate.",
                oid=OID,
                text=shown(typed),
            )
        )
    return CertificateIdentifier(*form.groups())


def _check_of(parts: CertificateIdentifier) -> str:
    return check_digit(parts.type_code, parts.issuer, parts.serial, parts.version)


def _require_bodies(found: CertificateIdentifier) -> None:
    valid_issuer = credit_code.is_valid if len(found.issuer) == 18 else region.is_valid
    if credit_code.is_valid(found.type_code[:18]) and valid_issuer(found.issuer):
        return
    raise IdentifierError(
        say(
            "The certificate identifier names bodies by credit code; “{type_code}” or “{issuer}” is none. Check"
            " both.",
            type_code=found.type_code[:18],
            issuer=found.issuer,
        )
    )
