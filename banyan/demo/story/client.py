"""The people and systems of the story as HTTP clients: officers at the API, a consumer's system at the gateway."""

import base64
import time
import uuid
from pathlib import Path
from typing import Any

import httpx
from django_otp.oath import totp
from joserfc import jwt
from joserfc.jwk import ECKey

from banyan.demo.story.stage import holds

BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class Person:
    """An officer who has signed in to the API (经办人)."""

    def __init__(self, api: str, officer: dict[str, str], language: str) -> None:
        self.officer = officer
        self.http = httpx.Client(
            base_url=api, timeout=60, trust_env=False, headers={"Accept-Language": language}
        )
        code = _code(officer["totp_secret"])
        answer = self.http.post(
            "/sign-in",
            json={"user_name": officer["user_name"], "password": officer["password"], "code": code},
        )
        if answer.status_code == 401:
            time.sleep(30 - time.time() % 30 + 0.5)
            code = _code(officer["totp_secret"])
            answer = self.http.post(
                "/sign-in",
                json={"user_name": officer["user_name"], "password": officer["password"], "code": code},
            )
        holds(answer.status_code == 200, f"{officer['name']} could not sign in: {answer.text}")
        self.token = str(answer.json()["token"])
        self.http.headers["Authorization"] = f"Bearer {self.token}"

    def act(self, path: str, **given: Any) -> dict[str, Any]:
        """Do an act that must be done; its entry."""
        answer = self.http.post(path, json=given, headers={"Idempotency-Key": uuid.uuid4().hex})
        holds(answer.status_code == 201, f"{path} answered {answer.status_code}: {answer.text[:600]}")
        return dict(answer.json())

    def refused(self, path: str, **given: Any) -> dict[str, dict[str, Any]]:
        """Try an act that the law must stop; the refusals by norm."""
        answer = self.http.post(path, json=given)
        holds(
            answer.status_code == 409,
            f"{path} should be refused, but answered {answer.status_code}: {answer.text[:300]}",
        )
        return {one["norm"]: one for one in answer.json()["refusals"]}

    def get(self, path: str, **query: Any) -> Any:
        answer = self.http.get(path, params=query)
        holds(answer.status_code == 200, f"{path} answered {answer.status_code}: {answer.text[:300]}")
        return answer.json()


class System:
    """A consumer's system with its key (使用方系统)."""

    def __init__(self, consumer: dict[str, Any]) -> None:
        self.consumer = consumer
        self.http = httpx.Client(timeout=30, trust_env=False)
        self.key = ECKey.import_key(Path(consumer["private_key"]).read_bytes())

    def token(self, grant: int) -> str:
        """A token for one grant, by an assertion signed with the system's key (RFC 7523)."""
        now, client = int(time.time()), self.consumer["client_id"]
        claims = {
            "iss": client,
            "sub": client,
            "aud": self.consumer["token_url"],
            "iat": now,
            "exp": now + 60,
            "jti": uuid.uuid4().hex,
        }
        form = {
            "grant_type": "client_credentials",
            "client_assertion_type": BEARER,
            "client_assertion": jwt.encode({"alg": "ES256"}, claims, self.key),
            "grant": str(grant),
        }
        answer = self.http.post(self.consumer["token_url"], data=form)
        holds(answer.status_code == 200, f"the token endpoint answered {answer.status_code}: {answer.text}")
        return str(answer.json()["access_token"])

    def read(self, url: str, token: str, case: str = "") -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}", **({"X-Banyan-Case": case} if case else {})}
        return self.http.get(url, headers=headers)


def _code(secret: str) -> str:
    return f"{totp(base64.b32decode(secret + '=' * (-len(secret) % 8))):06d}"
