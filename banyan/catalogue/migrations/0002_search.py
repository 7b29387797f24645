"""The tables of the search index."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from banyan.catalogue.search import create_index, remove_index


def create(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    create_index(editor.connection)


def remove(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    remove_index(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [migrations.RunPython(create, remove)]
