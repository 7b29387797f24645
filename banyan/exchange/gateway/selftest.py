"""The connection test: what a consumer system may read now, and how much is left of it."""

import json

from banyan.acts import clock
from banyan.exchange.gateway.grants import Book
from banyan.exchange.gateway.lane import Lane
from banyan.exchange.gateway.problems import KINDS
from banyan.exchange.gateway.tokens import Claims
from banyan.ledger.asgi import Answer


async def connection_of(book: Book, lane: Lane, claims: Claims, issuer: str) -> Answer:
    """The grants of the caller's system with what is left today and what stands in the way."""
    await book.renew()
    held, today = book.of_client(claims.client_id), clock.today()
    used = await lane.run(lambda store: store.used([grant.pk for grant in held], today))
    grants = [
        {
            "grant": grant.pk,
            "resource": f"{issuer}/resources/{grant.resource.pk}",
            "name": grant.resource.name,
            "purpose": grant.purpose,
            "items": list(grant.items),
            "masked": sorted(grant.masked),
            "until": grant.until.isoformat(),
            "daily_volume": grant.daily_volume,
            "remaining": max(grant.daily_volume - used[grant.pk], 0),
            "problem": obstacle,
            "do": str(KINDS[obstacle].do) if obstacle else "",
        }
        for grant in held
        for obstacle in [grant.obstacle(today)]
    ]
    said = {"client_id": claims.client_id, "consumer": claims.consumer, "grants": grants}
    body = json.dumps(said, ensure_ascii=False).encode()
    return Answer(200, body, "application/json", {"cache-control": "no-store"})
