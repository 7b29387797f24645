"""How Django finds this part."""

from django.apps import AppConfig


class LakeConfig(AppConfig):
    name = "banyan.lake"
    label = "lake"

    def ready(self) -> None:
        from banyan.lake import acts, monitors, registers

        self.declared = (acts, monitors, registers)
