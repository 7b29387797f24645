"""A consumer of the exchange: proves itself with its own key, gets a token for one grant and reads one row.

Run ``banyan demo credentials --json > credentials.json``, then ``python examples/consumer.py credentials.json``.
"""

import json
import sys
import time
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey

JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def token(web: httpx.Client, consumer: dict[str, Any], granted: dict[str, Any]) -> str:
    now, client = int(time.time()), consumer["client_id"]
    claims = {"iss": client, "sub": client, "aud": consumer["token_url"], "jti": uuid.uuid4().hex}
    key = ECKey.import_key(Path(consumer["private_key"]).read_text())
    proof = jwt.encode({"alg": "ES256"}, {**claims, "iat": now, "exp": now + 60}, key)
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": JWT_BEARER,
        "client_assertion": proof,
    }
    target = {"resource": granted["url"], "grant": granted["grant"]}
    answer = web.post(consumer["token_url"], data={**form, **target})
    return str(answer.raise_for_status().json()["access_token"])


def main() -> None:
    consumer = json.loads(Path(sys.argv[1]).read_text())["consumers"][0]
    granted = consumer["grants"][0]
    with httpx.Client(trust_env=False) as web:
        headers = {"Authorization": f"Bearer {token(web, consumer, granted)}", "X-Banyan-Case": "DEMO-1"}
        answer = web.get(f"{granted['url']}/rows/{quote(granted['key'], safe='')}", headers=headers)
    print(f"{answer.status_code}, {answer.headers.get('x-banyan-remaining')} reads left today")
    print(json.dumps(answer.json(), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
