"""Reads of the rows of a version: page by page, masked samples, and whether they are intact."""

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.functions import Collate

from banyan.catalogue.models import Resource, ResourceItem
from banyan.lake.checking import rows_digest
from banyan.lake.masking import mask
from banyan.lake.meaning import Meaning, meaning_of
from banyan.lake.models import Load, Row
from banyan.lake.queries.items import items_in_force

MOST_ROWS_OF_A_PAGE = 1_000


def published_load(resource: Resource | int) -> Load | None:
    """The present version of a resource (现行版本)."""
    return Load.objects.filter(resource=resource, state=Load.State.PUBLISHED).first()


def rows(load: Load, after: str = "", limit: int = 100) -> list[Row]:
    """Up to ``limit`` rows of a version (1000 at most) behind the key ``after``, in the database's order of keys."""
    page = Row.objects.filter(load=load, key__gt=after).order_by("key")
    return list(page[: min(limit, MOST_ROWS_OF_A_PAGE)])


def row(load: Load, key: str) -> Row | None:
    """The row of this key, or None."""
    return Row.objects.filter(load=load, key=key).first()


def sample_rows(resource: Resource, most: int = 3) -> list[dict[str, str]]:
    """Some rows of the present version with everything personal masked, for whoever decides or looks."""
    load = published_load(resource)
    if load is None:
        return []
    masked = {
        item.name: item.element.name if item.element else ""
        for item in items_in_force(resource)
        if item.is_sensitive or item.is_key or _is_personal(item)
    }
    return [
        {name: mask(value, name, masked[name]) if name in masked else value for name, value in values.items()}
        for values in (json.loads(one.data) for one in rows(load, limit=most))
    ]


def samples(resource: Resource, names: Iterable[str], most: int = 3) -> dict[str, tuple[str, ...]]:
    """Masked values of these items, a few of each; nothing of an item whose samples are all empty."""
    shown = sample_rows(resource, most)
    found = {name: tuple(one[name] for one in shown if one.get(name)) for name in names}
    return {name: values for name, values in found.items() if values}


def digest_of_rows(load: Load) -> str:
    """The digest of the rows as they are stored now (see `rows_digest`)."""
    byte_order = Collate("key", "C" if connection.vendor == "postgresql" else "BINARY")
    stored = Row.objects.filter(load=load).order_by(byte_order).values_list("key", "region", "data")
    return rows_digest(stored.iterator(chunk_size=10_000))


def rows_are_intact(load: Load) -> bool:
    """Whether the stored rows are still those whose digest the ledger has."""
    return digest_of_rows(load) == load.rows_digest


def _is_personal(item: ResourceItem) -> bool:
    meaning = meaning_of(item.name, item.element.name if item.element else "")
    return meaning not in {Meaning.OTHER, Meaning.REGION, Meaning.CREDIT}
