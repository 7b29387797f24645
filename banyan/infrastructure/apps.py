"""How Django finds this part."""

from django.apps import AppConfig


class InfrastructureConfig(AppConfig):
    name = "banyan.infrastructure"
    label = "infrastructure"

    def ready(self) -> None:
        from banyan.infrastructure import acts, monitors, reactions, registers

        self.declared = (acts, monitors, reactions, registers)
