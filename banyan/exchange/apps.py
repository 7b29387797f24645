"""How Django finds this part."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "banyan.exchange"
    label = "exchange"

    def ready(self) -> None:
        from banyan.exchange import acts, monitors, reactions
        from banyan.exchange.registers import effects, sharing

        self.declared = (acts, monitors, reactions)
        self.shown = (effects, sharing)
