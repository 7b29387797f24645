"""Reads of basic databases and of their instances in cities, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body, Level
from banyan.lake.models import BasicDatabase, CityDatabase
from banyan.lake.rules.databases import DatabaseFacts
from banyan.law.inforce import pack


def database_facts(on: BasicDatabase | None, asked: Any) -> DatabaseFacts:
    """What the rules of basic databases and of their instances may know."""
    held = asked.by
    manages = held is not None and held.body_kind == Body.Kind.MANAGING
    database: BasicDatabase | None = on or asked.database
    fixed = BasicDatabase.objects.filter(kind=asked.kind).exclude(kind=BasicDatabase.Kind.EXTENSION)
    running = CityDatabase.objects.filter(database=database, state=CityDatabase.State.RUNNING)
    return DatabaseFacts(
        is_provincial_office=manages and held.level == Level.PROVINCE,
        manages_a_city=manages and held.level == Level.CITY,
        manages_a_county=manages and held.level == Level.COUNTY,
        county_may_build=bool(pack().parameter("basic_database.county_may_build", on=clock.today()).amount),
        standing=str(fixed.first() or "") if on is None else "",
        mode=database.mode if database else "",
        sources=on.sources.count() if on else 0,
        instances=running.count() if on else 0,
        has_instance=held is not None and running.filter(body=held.body).exists(),
    )


def leads_to_choose(on: Any, actor: Actor) -> QuerySet[Body]:
    """The bodies of the province that can lead a basic database."""
    return Body.objects.filter(level=Level.PROVINCE, state=Body.State.ACTIVE)


def separate_databases(on: Any, actor: Actor) -> QuerySet[BasicDatabase]:
    return BasicDatabase.objects.filter(mode=BasicDatabase.Mode.SEPARATE)


def visible_databases(actor: Actor) -> QuerySet[BasicDatabase]:
    """Every basic database: all may find what is held once for all."""
    return BasicDatabase.objects.select_related("body", "lead")


def visible_instances(actor: Actor) -> QuerySet[CityDatabase]:
    return CityDatabase.objects.select_related("database", "body")
