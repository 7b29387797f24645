"""Keeping accounts: an officer's own password and one-time codes, and what the office that appoints him may do."""

import base64
import re
import secrets
from dataclasses import dataclass
from time import time

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.errors import Invalid, NotThere
from banyan.bodies.acts import appoint_officer
from banyan.bodies.models import Account, AccountEvent, Officer
from banyan.bodies.queries import bodies_served
from banyan.bodies.sign_in import is_locked, open_account, proven, record
from banyan.kit.sentence import Sentence, say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack

SECRET_BYTES, PASSWORD_BYTES = 20, 15
LONGEST = 200
"""So many characters a password has at most, as the API takes them."""
SIX_DIGITS = re.compile("[0-9]{6}")
TOLERANCE = 1
"""A one-time code may be of the half minute before or after (RFC 6238, 5.2)."""


@dataclass(frozen=True)
class Enrolment:
    """What an officer needs to sign in for the first time; ``made`` is the password if it was made here."""

    user_name: str
    made: str
    secret: str
    address: str


@dataclass(frozen=True)
class Standing:
    """How an officer's account stands (账号状态), its latest events first."""

    officer: Officer
    account: Account | None
    locked: bool
    events: tuple[AccountEvent, ...]


def enrol(officer: Officer, password: str = "", *, must_change: bool = False) -> Enrolment:
    """Open the officer's account anew with this password, or with a made one, and a new secret of one-time codes."""
    made = "" if password else secrets.token_urlsafe(PASSWORD_BYTES)
    secret = secrets.token_bytes(SECRET_BYTES)
    account = open_account(officer.user_name, officer.pk, password or made, secret, must_change=must_change)
    return Enrolment(officer.user_name, made, base64.b32encode(secret).decode(), address_of(account, secret))


def new_secret() -> str:
    """A secret of one-time codes that is nobody's yet (base32)."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def address_of(account: Account, secret: bytes | str) -> str:
    """The address that authenticators read a secret from (otpauth)."""
    key = base64.b32decode(secret) if isinstance(secret, str) else secret
    return str(TOTPDevice(user=account, name="default", key=key.hex()).config_url)


def standing(account: Account, most: int) -> Standing:
    """One's own account with its latest events."""
    if account.officer is None:
        raise NotThere
    events = account.events.select_related("by").order_by("-pk")[:most]
    return Standing(account.officer, account, is_locked(account), tuple(events))


def keeps(actor: Actor, officer: Officer) -> bool:
    """Whether the actor appoints the officers of every body in which this one holds an office; nobody keeps the own.

    Where the officer holds none, it is the body by which he was entered that counts: a new password opens all offices.
    """
    if officer.pk == actor.officer:
        return False
    bodies = set(bodies_served(officer.pk)) or {officer.body}
    return all(appoint_officer.by.held(actor, body) is not None for body in bodies)


def kept(actor: Actor, officer: int, most: int) -> Standing:
    """The account of another officer, for whoever keeps it; NotThere otherwise."""
    found = Officer.objects.select_related("body", "account").filter(pk=officer).first()
    if found is None or not keeps(actor, found):
        raise NotThere
    if not hasattr(found, "account"):
        return Standing(found, None, locked=False, events=())
    return standing(found.account, most)


@transaction.atomic
def hand_over(actor: Actor, officer: Officer) -> Enrolment:
    """A first password and new one-time codes for an officer; what he had before ends at once."""
    if not keeps(actor, officer):
        raise NotThere
    enrolment = enrol(officer, must_change=True)
    record(Account.objects.get(officer=officer), AccountEvent.Kind.OPENED, actor.officer)
    return enrolment


@transaction.atomic
def lift_lockout(actor: Actor, officer: Officer) -> None:
    """Let an officer who failed too often sign in again at once."""
    account = Account.objects.select_for_update().filter(officer=officer).first()
    if account is None or not keeps(actor, officer):
        raise NotThere
    if is_locked(account):
        Account.objects.filter(pk=account.pk).update(failures=0, locked_until=None)
        TOTPDevice.objects.filter(user=account).update(
            throttling_failure_count=0, throttling_failure_timestamp=None
        )
        record(account, AccountEvent.Kind.LOCK_LIFTED, actor.officer)


def change_password(account: Account, old: str, new: str, again: str) -> Account:
    """A password of one's own choice; sessions and tokens of the former one end. Raises Invalid."""
    faults = {"new": _weakness(account, old, new), "again": _difference(new, again)}
    if told := {name: fault for name, fault in faults.items() if fault}:
        raise Invalid(told)
    if fault := proven(account, old):
        raise Invalid({"old": fault})
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(password=make_password(new), must_change=False)
        record(account, AccountEvent.Kind.PASSWORD_CHANGED)
    account.refresh_from_db()
    return account


def forget_events() -> int:
    """Destroy the account events that are older than ``sign_in.event_retention`` (留存期满); how many."""
    today = clock.today()
    months = pack().parameter("sign_in.event_retention", on=today).of(int)
    kept_since = clock.midnight(months_after(today, -months))
    return AccountEvent.objects.filter(at__lt=kept_since).delete()[0]


def _weakness(account: Account, old: str, new: str) -> Sentence | None:
    if not new.strip():
        return say("Please fill in this field.")
    if len(new) > LONGEST:
        return say("Use at most {longest} characters; this has {length}.", longest=LONGEST, length=len(new))
    if new == old:
        return say("Choose another password than the present one.")
    try:
        validate_password(new, account)
    except ValidationError as fault:
        return say("{fault}", fault=" ".join(fault.messages))
    return None


def _difference(new: str, again: str) -> Sentence | None:
    return None if new == again else say("This is not the same as the new password.")


def renew_codes(account: Account, secret: str, password: str, code: str) -> None:
    """New one-time codes from this secret, once a code of it proves that it was taken over. Raises Invalid."""
    clocked = TOTP(base64.b32decode(secret))
    clocked.time = time()
    if not (SIX_DIGITS.fullmatch(code) and clocked.verify(int(code), TOLERANCE)):
        raise Invalid(
            {"code": say("This is no code of the new secret. Add it first, then type the six digits.")}
        )
    if fault := proven(account, password):
        raise Invalid({"password": fault})
    with transaction.atomic():
        fields = {"key": base64.b32decode(secret).hex(), "last_t": clocked.t(), "drift": clocked.drift}
        TOTPDevice.objects.update_or_create(user=account, name="default", defaults=fields)
        record(account, AccountEvent.Kind.CODES_RENEWED)
