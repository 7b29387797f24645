"""The beginning of an installation: the regions of the province, its first body, and the account of an officer."""

import base64
import secrets
from dataclasses import dataclass

from django_otp.plugins.otp_totp.models import TOTPDevice

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.bodies.acts import found_managing_department, load_regions
from banyan.bodies.models import Body, Officer, Region
from banyan.bodies.queries import regions_to_choose
from banyan.bodies.sign_in import open_account
from banyan.demo import read
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.law.inforce import pack

SECRET_BYTES, PASSWORD_BYTES = 20, 15


@dataclass(frozen=True)
class Enrolment:
    """What an officer needs to sign in for the first time; ``made`` is the password if it was made here."""

    user_name: str
    made: str
    secret: str
    address: str


def found(*, name: str, code: str, region: str, officer: str, user_name: str) -> Body:
    """Load the regions where there are none, and found the first managing department with its administrator."""
    if not Region.objects.exists():
        _load_regions()
    place = regions_to_choose(None, SYSTEM).filter(code=region).first()
    if place is None:
        raise SentenceError(say("There is no province, city or county with the code {code}.", code=region))
    entry = perform(
        found_managing_department,
        SYSTEM,
        name=name,
        code=code,
        region=place,
        officer=officer,
        user_name=user_name,
    )
    return Body.objects.get(pk=entry.on)


def _load_regions() -> None:
    prefix = str(pack().parameter("scope.region_prefix", on=clock.today()).amount)
    rows = [
        [one.code, one.name, one.level, one.parent] for one in read.regions() if one.code.startswith(prefix)
    ]
    if not rows:
        raise SentenceError(
            say("No list of the regions that begin with {prefix} comes with the software.", prefix=prefix)
        )
    perform(load_regions, SYSTEM, number=len(rows), rows={"regions": rows})


def enrol(officer: Officer, password: str) -> Enrolment:
    """Open the officer's account anew with this password, or with a made one, and a new secret of one-time codes."""
    made = "" if password else secrets.token_urlsafe(PASSWORD_BYTES)
    secret = secrets.token_bytes(SECRET_BYTES)
    account = open_account(officer.user_name, officer.pk, password or made, secret)
    device = TOTPDevice.objects.get(user=account, name="default")
    return Enrolment(officer.user_name, made, base64.b32encode(secret).decode(), device.config_url)
