"""How Django finds this part; lets it answer for the directory."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "banyan.bodies"
    label = "bodies"

    def ready(self) -> None:
        from banyan.acts import directory
        from banyan.bodies import acts, registers
        from banyan.bodies.directory import BodiesDirectory

        directory.install(BodiesDirectory())
        self.declared = (acts, registers)
