"""How Django finds this part."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "banyan.desk"
    label = "desk"
