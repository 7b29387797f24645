"""How Django finds this part."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "banyan.planning"
    label = "planning"

    def ready(self) -> None:
        from banyan.planning import acts, monitors, registers

        self.declared = (acts, monitors, registers)
