"""How Django finds this part."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "banyan.bodies"
    label = "bodies"
