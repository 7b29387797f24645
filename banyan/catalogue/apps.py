"""How Django finds this part."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "banyan.catalogue"
    label = "catalogue"
