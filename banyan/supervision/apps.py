"""How Django finds this part."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "banyan.supervision"
    label = "supervision"

    def ready(self) -> None:
        from banyan.supervision import acts, figures, monitors, reactions, registers

        self.declared = (acts, figures, monitors, reactions, registers)
