"""How Django finds this part."""

from django.apps import AppConfig


class ActsConfig(AppConfig):
    name = "banyan.acts"
    label = "acts"
