"""How Django finds this part."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "banyan.operations"
    label = "operations"

    def ready(self) -> None:
        from banyan.operations import acts, monitors, reactions, registers

        self.declared = (acts, monitors, reactions, registers)
