"""The demo's accounts (演示账号): officers with password and one-time code, consumer systems with their keys."""

import base64
import json
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.bodies.acts import appoint_officer
from banyan.bodies.models import Account, Body, Officer
from banyan.bodies.sign_in import open_account
from banyan.demo import keys, read, records
from banyan.demo.language import of_the_user
from banyan.demo.timeline import days_ago
from banyan.exchange.models import ConsumerSystem, Grant
from banyan.kit.errors import SentenceError
from banyan.kit.files import write_whole
from banyan.kit.sentence import say
from banyan.lake.models import Row
from banyan.lake.queries.rows import published_load

APPOINTED = 395
"""So many days ago."""


def file() -> Path:
    """Where this installation keeps the passwords and secrets of its demo accounts."""
    path: Path = settings.BANYAN_HOME / "demo-credentials.json"
    return path


def are_open() -> bool:
    """Whether everybody of the cast has an account and a kept password."""
    cast = {one.user_name for one in read.officers()}
    known = Account.objects.filter(user_name__in=cast).count()
    return known == len(cast) and cast <= {one["user_name"] for one in _kept()}


def open_accounts() -> None:
    """Appoint the cast, and open an account with a random password for whoever has none that is kept."""
    known = {one["user_name"]: one for one in _kept()}
    bodies = Body.objects.in_bulk({one.body_code for one in read.officers()}, field_name="code")
    for one in read.officers():
        if not Officer.objects.filter(user_name=one.user_name).exists():
            _appoint(one, bodies[one.body_code])
        if one.user_name not in known or not Account.objects.filter(user_name=one.user_name).exists():
            known[one.user_name] = _open(one, bodies[one.body_code])
            _keep(known.values())


def _appoint(one: records.Officer, body: Body) -> None:
    with days_ago(APPOINTED):
        given: dict[str, Any] = {
            "name": one.name,
            "user_name": one.user_name,
            "kind": one.office,
            "since": clock.today(),
        }
        perform(appoint_officer, SYSTEM, body, **given)


def _open(one: records.Officer, body: Body) -> dict[str, str]:
    password, secret = secrets.token_urlsafe(12), secrets.token_bytes(20)
    officer = Officer.objects.get(user_name=one.user_name)
    open_account(one.user_name, officer.pk, password, secret)
    return {
        "name": one.name,
        "body": body.name,
        "office": one.office,
        "user_name": one.user_name,
        "password": password,
        "totp_secret": base64.b32encode(secret).decode(),
    }


def _kept() -> list[dict[str, str]]:
    if not file().exists():
        return []
    officers: list[dict[str, str]] = json.loads(file().read_text(encoding="utf-8"))["officers"]
    return officers


def _keep(officers: Iterable[dict[str, str]]) -> None:
    """Write the file anew, whole or not at all, readable by its owner only."""
    told = json.dumps({"officers": list(officers)}, ensure_ascii=False, indent=1)
    write_whole(file(), told.encode())


def as_json() -> dict[str, Any]:
    """Everything needed to work in the demo; `SentenceError` when it is not loaded."""
    officers = _kept()
    if not officers:
        raise SentenceError(say("There is no demo province here. Run `banyan demo` first."))
    return {
        "desk": settings.BANYAN_PUBLIC_URL,
        "api": f"{settings.BANYAN_PUBLIC_URL}/api/v1",
        "gateway": settings.BANYAN_GATEWAY_URL,
        "officers": officers,
        "consumers": [one for system in _systems() if (one := _consumer(system))["resources"]],
    }


def _systems() -> Iterable[ConsumerSystem]:
    running = ConsumerSystem.objects.filter(state=ConsumerSystem.State.ACTIVE).select_related("body")
    return (one for one in running.order_by("pk") if keys.path(one.client_id).exists())


def _consumer(system: ConsumerSystem) -> dict[str, Any]:
    """A consumer system; ``key`` is a key of its first resource.

    ``grants`` says of each grant what to ask a token with, where its page of rows is, and where one row of it is.
    """
    grants = [found for grant in _grants(system) if (found := _granted(grant))["key"]]
    return {
        "name": system.name,
        "body": system.body.name,
        "client_id": system.client_id,
        "private_key": str(keys.path(system.client_id)),
        "algorithm": keys.ALGORITHM,
        "token_url": f"{settings.BANYAN_GATEWAY_URL}/token",
        "resources": list(dict.fromkeys(one["url"] for one in grants)),
        "key": grants[0]["key"] if grants else None,
        "grants": grants,
    }


def _grants(system: ConsumerSystem) -> Iterable[Grant]:
    running = Grant.objects.filter(system=system, state=Grant.State.ACTIVE)
    return running.select_related("resource").order_by("pk")


def _granted(grant: Grant) -> dict[str, Any]:
    url, key = f"{settings.BANYAN_GATEWAY_URL}/resources/{grant.resource_id}", _a_key(grant)
    return {
        "grant": grant.pk,
        "resource": grant.resource.name,
        "url": url,
        "key": key,
        "token_parameters": {"resource": url, "grant": str(grant.pk)},
        "rows_url": f"{url}/rows",
        "row_url": f"{url}/rows/{quote(key or '', safe='')}",
    }


def _a_key(grant: Grant) -> str | None:
    """A key of the granted resource that lies within the grant's rows; None when there is none."""
    load = published_load(grant.resource_id)
    rows = (
        Row.objects.filter(load=load, region__startswith=grant.region_scope) if load else Row.objects.none()
    )
    return rows.order_by("key").values_list("key", flat=True).first()


def as_text() -> str:
    """The accounts and the consumer systems in the user's language, each line whole in eighty columns."""
    with override(of_the_user()):
        return "\n".join(_lines(as_json()))


def _lines(shown: dict[str, Any]) -> list[str]:
    lines = [_("Accounts of the demo: user name, password, TOTP secret"), ""]
    for one in shown["officers"]:
        lines += [f"{one['name']}  {_(one['office'].replace('_', ' '))}  {one['body']}"]
        lines += [f"    {one['user_name']}  {one['password']}  {one['totp_secret']}"]
    lines += ["", _("Consumer systems: client id, private key"), ""]
    for one in shown["consumers"]:
        lines += [f"{one['name']}  {one['body']}", f"    {one['client_id']}", f"    {one['private_key']}"]
    return [*lines, "", _("The sign-in page shows them too, each with its present code.")]
