"""How Django finds this part; keeps the database's own defence in place."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

from banyan.law import inforce


class ActsConfig(AppConfig):
    name = "banyan.acts"
    label = "acts"

    def ready(self) -> None:
        inforce.choose(settings.BANYAN_LAW_PACK)
        from banyan.acts import registers, sweep
        from banyan.acts.defence import know_acts

        self.declared = (registers, sweep)

        connection_created.connect(know_acts, dispatch_uid="banyan.acts.know_acts")
        post_migrate.connect(_install, sender=self, dispatch_uid="banyan.acts.install")


def _install(using: str, **_: Any) -> None:
    from banyan.acts.defence import install

    install(connections[using])
