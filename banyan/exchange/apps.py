"""How Django finds this part."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "banyan.exchange"
    label = "exchange"
