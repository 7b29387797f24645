"""How Django finds this part."""

from django.apps import AppConfig


class LakeConfig(AppConfig):
    name = "banyan.lake"
    label = "lake"
