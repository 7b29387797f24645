"""How Django finds this part."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "banyan.supervision"
    label = "supervision"

    def ready(self) -> None:
        from banyan.supervision import acts, monitors, reactions, registers

        self.declared = (acts, monitors, reactions, registers)
