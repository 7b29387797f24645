"""Entries and checkpoints can no longer be changed or deleted."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from banyan.ledger.triggers import create_triggers, drop_triggers


def create(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    create_triggers(editor.connection)


def drop(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    drop_triggers(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
