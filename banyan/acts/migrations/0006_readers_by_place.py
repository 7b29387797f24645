import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def places(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Readers went by the number of an entry; from now on by the place of its leaf."""
    progress = apps.get_model("acts", "Progress")
    entry, leaf = apps.get_model("acts", "Entry"), apps.get_model("ledger", "Leaf")
    for one in progress.objects.exclude(position=0):
        read = leaf.objects.filter(pk__in=entry.objects.filter(pk=one.position).values("leaf")).first()
        one.position = 0 if read is None or read.position is None else read.position + 1
        one.save()


class Migration(migrations.Migration):

    dependencies = [
        ("acts", "0005_proposer_by_name"),
        ("ledger", "0001_initial"),
    ]

    operations = [
        migrations.RenameField(model_name="progress", old_name="entry", new_name="position"),
        migrations.RunPython(places, migrations.RunPython.noop),
        migrations.CreateModel(
            name="Reacted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reaction", models.CharField(max_length=120)),
                ("made", models.JSONField(default=list)),
                ("fault", models.TextField(blank=True)),
                ("entry", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="acts.entry")),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("fault", ""), _negated=True), fields=["id"], name="acts_reacted_fault"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("entry", "reaction"), name="acts_reacted_once")
                ],
            },
        ),
    ]
