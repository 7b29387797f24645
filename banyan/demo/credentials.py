"""The demo's accounts: officers with password and one-time code, consumer systems with their keys."""

import base64
import json
import os
import secrets
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from rich.table import Table

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.bodies.acts import appoint_officer
from banyan.bodies.models import Body, Officer
from banyan.bodies.sign_in import open_account
from banyan.demo import keys, read
from banyan.exchange.models import ConsumerSystem, Grant
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.lake.models import Row
from banyan.lake.queries import published_load

SINCE = date(2026, 1, 4)


def file() -> Path:
    path: Path = settings.BANYAN_HOME / "demo-credentials.json"
    return path


def appoint() -> None:
    """Appoint the demo's officers and open their accounts, with passwords made for this installation."""
    known = {one["user_name"]: one for one in _kept()}
    names = {
        body.code: body for body in Body.objects.filter(code__in={one.body_code for one in read.officers()})
    }
    for one in read.officers():
        if one.user_name in known:
            continue
        body = names[one.body_code]
        perform(
            appoint_officer,
            SYSTEM,
            body,
            key=f"demo/{one.user_name}",
            name=one.name,
            user_name=one.user_name,
            kind=one.office,
            since=SINCE,
        )
        password, secret = secrets.token_urlsafe(10), secrets.token_bytes(20)
        officer = Officer.objects.get(user_name=one.user_name)
        open_account(one.user_name, officer.pk, password, secret)
        known[one.user_name] = {
            "name": one.name,
            "body": body.name,
            "office": one.office,
            "user_name": one.user_name,
            "password": password,
            "totp_secret": base64.b32encode(secret).decode().rstrip("="),
        }
        _keep(list(known.values()))


def _kept() -> list[dict[str, str]]:
    if not file().exists():
        return []
    officers: list[dict[str, str]] = json.loads(file().read_text(encoding="utf-8"))["officers"]
    return officers


def _keep(officers: list[dict[str, str]]) -> None:
    new = file().with_suffix(".new")
    with os.fdopen(
        os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as target:
        json.dump({"officers": officers}, target, ensure_ascii=False, indent=1)
    new.replace(file())


def as_json() -> dict[str, Any]:
    """Everything needed to work in the demo; SentenceError when it is not loaded."""
    officers = _kept()
    if not officers:
        raise SentenceError(say("There is no demo province here. Run `banyan demo` first."))
    return {
        "desk": settings.BANYAN_PUBLIC_URL,
        "api": f"{settings.BANYAN_PUBLIC_URL}/api/v1",
        "gateway": settings.BANYAN_GATEWAY_URL,
        "officers": officers,
        "consumers": [consumer for system in _systems() if (consumer := _consumer(system))["resources"]],
    }


def _systems() -> list[ConsumerSystem]:
    return list(
        ConsumerSystem.objects.filter(state=ConsumerSystem.State.ACTIVE).select_related("body").order_by("pk")
    )


def _consumer(system: ConsumerSystem) -> dict[str, Any]:
    grants = (
        Grant.objects.filter(system=system, state=Grant.State.ACTIVE)
        .select_related("resource")
        .order_by("pk")
    )
    with_key = [(grant, key) for grant in grants if (key := a_key(grant))]
    return {
        "name": system.name,
        "body": system.body.name,
        "client_id": system.client_id,
        "private_key": str(keys.folder() / f"{system.client_id}.pem"),
        "token_url": f"{settings.BANYAN_GATEWAY_URL}/token",
        "resources": [
            f"{settings.BANYAN_GATEWAY_URL}/resources/{grant.resource_id}" for grant, _key in with_key
        ],
        "key": with_key[0][1] if with_key else None,
        "grants": [
            {
                "grant": grant.pk,
                "resource": grant.resource.name,
                "url": f"{settings.BANYAN_GATEWAY_URL}/resources/{grant.resource_id}",
                "key": key,
            }
            for grant, key in with_key
        ],
    }


def a_key(grant: Grant) -> str | None:
    """A key of the granted resource that lies within the grant's rows."""
    load = published_load(grant.resource)
    if load is None:
        return None
    return (
        Row.objects.filter(load=load, region__startswith=grant.region_scope)
        .values_list("key", flat=True)
        .first()
    )


def as_text() -> Table:
    """The officers' accounts as a table for the terminal."""
    table = Table("name", "body", "office", "user name", "password", "TOTP secret", title="Demo accounts")
    for one in _kept():
        table.add_row(
            one["name"], one["body"], one["office"], one["user_name"], one["password"], one["totp_secret"]
        )
    return table
