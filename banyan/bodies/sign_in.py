"""Signing in: a password, a one-time code, and a lockout after too many failures."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django_otp.plugins.otp_totp.models import TOTPDevice

from banyan.acts import clock
from banyan.acts.directory import SignedIn
from banyan.bodies.models import Account, AccountEvent
from banyan.kit.characters import UNWRITABLE
from banyan.kit.numbers import is_digits
from banyan.kit.sentence import Sentence, say
from banyan.law.inforce import pack

WRONG = say(
    "The user name, the password or the one-time code is not right; a code is accepted once only. After too many"
    " failures an account stays locked for a while."
)
MINUTES = {"minutes": 1, "hours": 60, "calendar_days": 1440}


def sign_in(user_name: str, password: str, code: str) -> SignedIn:
    """Check an officer's password and one-time code (双因素登录).

    After ``sign_in.attempts`` failures in a row the account is locked for ``sign_in.lockout``. The answer never says
    which of the three was wrong, nor that an account is there and locked, and takes as long for each of these. The
    password is worked through before anything is locked: guessing holds up nobody's acts.
    """
    account = None
    if not UNWRITABLE.search(user_name):
        account = Account.objects.filter(user_name=user_name, is_active=True).first()
    if account is None:
        make_password(password)
        return SignedIn(fault=WRONG)
    known = account.password if check_password(password, account.password) else ""
    return _judged(account.pk, known, code)


def _judged(key: int, known: str, code: str) -> SignedIn:
    """The answer to whoever knows this password, empty for none; a failure is counted where none locks it yet."""
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=key)
        if is_locked(account):
            return SignedIn(fault=WRONG)
        if known and known == account.password and _code_is_right(account, code):
            Account.objects.filter(pk=key).update(failures=0, locked_until=None)
            record(account, AccountEvent.Kind.SIGNED_IN)
            return SignedIn(account=account)
        _count_failure(account)
    return SignedIn(fault=WRONG)


def proven(account: Account, password: str) -> Sentence | None:
    """Whether somebody signed in still knows the password; a wrong one counts as a failed sign-in."""
    right = check_password(password, account.password)
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=account.pk)
        if is_locked(account):
            return _locked(account)
        if right:
            Account.objects.filter(pk=account.pk).update(failures=0)
            return None
        _count_failure(account)
    return say("This is not your present password.")


def is_locked(account: Account) -> bool:
    """Whether too many failures keep the account locked at this moment."""
    return account.locked_until is not None and account.locked_until > clock.now()


def record(account: Account, kind: AccountEvent.Kind, by: int | None = None) -> None:
    """Keep what happened to an account, and by which other officer if not by its own."""
    AccountEvent.objects.create(account=account, kind=kind, at=clock.now(), by_id=by)


def _locked(account: Account) -> Sentence:
    return say("Too many failures. Try again after {time}.", time=_time(account))


def _code_is_right(account: Account, code: str) -> bool:
    device = TOTPDevice.objects.select_for_update().filter(user=account, confirmed=True).first()
    return device is not None and is_digits(code) and bool(device.verify_token(code))


def _count_failure(account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(failures=F("failures") + 1)
    account.refresh_from_db(fields=["failures"])
    record(account, AccountEvent.Kind.REFUSED)
    day = clock.today()
    if account.failures >= pack().parameter("sign_in.attempts", on=day).of(int):
        lockout = pack().parameter("sign_in.lockout", on=day)
        minutes = lockout.of(int) * MINUTES[lockout.unit.value]
        until = clock.now() + timedelta(minutes=minutes)
        Account.objects.filter(pk=account.pk).update(failures=0, locked_until=until)
        record(account, AccountEvent.Kind.LOCKED)


def _time(account: Account) -> str:
    return account.locked_until.astimezone().strftime("%H:%M") if account.locked_until else ""


def open_account(
    user_name: str, officer: int, password: str, secret: bytes, *, must_change: bool = False
) -> Account:
    """An account for an officer with its password and the secret of its one-time codes, anew if there was one.

    With ``must_change`` the password serves for nothing but choosing another one.
    """
    account, _ = Account.objects.update_or_create(
        user_name=user_name,
        defaults={
            "officer_id": officer,
            "password": make_password(password),
            "failures": 0,
            "locked_until": None,
            "must_change": must_change,
        },
    )
    TOTPDevice.objects.update_or_create(user=account, name="default", defaults=_fresh(secret))
    return account


def _fresh(secret: bytes) -> dict[str, Any]:
    """A device of one-time codes that has accepted none yet and holds nothing against its owner."""
    unspent = {"last_t": -1, "throttling_failure_count": 0, "throttling_failure_timestamp": None}
    return {"key": secret.hex(), "confirmed": True, **unspent}
