"""Commands that let the first officers in: found, account."""

import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import override

from banyan.bodies.accounts import Enrolment, enrol
from banyan.bodies.models import Officer
from banyan.site import founding
from banyan.site.cli.answers import BadInput, out, show_json

Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]


def found(
    *,
    name: Annotated[str, Parameter(help="Full name of the managing department.")],
    region: Annotated[str, Parameter(help="Code of its province, city or county, such as 350000.")],
    credit_code: Annotated[str, Parameter(help="Its unified social credit code.")],
    officer: Annotated[str, Parameter(help="Name of its administrator.")],
    user: Annotated[str, Parameter(help="User name that the administrator signs in with.")],
    regions: Annotated[
        Path | None,
        Parameter(help="Table of the province's regions (code,name,level); without it Fujian's."),
    ] = None,
    json: Json = False,
) -> None:
    """Begin an installation without bodies: regions, the first managing department, its administrator's account.

    Asks for the password; without a terminal it is the first line of standard input. Left empty, one is made.
    """
    password = _password()
    body = founding.found(
        name=name, code=credit_code, region=region, officer=officer, user_name=user, table=regions
    )
    if not json:
        out.print(f"Founded: {body.name}, administrator {officer}.", soft_wrap=True)
    _show(enrol(Officer.objects.get(user_name=user), password), json=json)


def account(user: str, *, json: Json = False) -> None:
    """Open the account of the officer with the user name USER, or give it a new password and new one-time codes.

    Asks for the password; without a terminal it is the first line of standard input. Left empty, one is made.
    """
    officer = Officer.objects.filter(user_name=user).first()
    if officer is None:
        raise BadInput(
            f"There is no officer with the user name {user}. Appoint one on the page of the body first."
        )
    _show(enrol(officer, _password()), json=json)


def _password() -> str:
    if not sys.stdin.isatty():
        return _strong(sys.stdin.readline().strip())
    password = _strong(getpass("Password, at least 12 characters (empty: one is made): ").strip())
    if password and getpass("Once more: ").strip() != password:
        raise BadInput("The two passwords differ; nothing was changed.")
    return password


def _strong(password: str) -> str:
    try:
        with override("en"):
            if password:
                validate_password(password)
    except ValidationError as fault:
        raise BadInput(" ".join(fault.messages)) from None
    return password


def _show(enrolment: Enrolment, *, json: bool) -> None:
    if json:
        show_json(enrolment.__dict__)
        return
    told = [("User name", enrolment.user_name)]
    told += [("Password", enrolment.made)] if enrolment.made else []
    told += [("TOTP secret", enrolment.secret), ("For the authenticator", enrolment.address)]
    for label, value in told:
        print(f"{label}: {value}")
    print("Shown once. Put the secret into the authenticator now, then sign in on the desk.")
