"""How Django finds this part."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "banyan.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        from banyan.catalogue import monitors
        from banyan.catalogue.acts import collection, editions, forms, resources
        from banyan.catalogue.registers import collection as shown_collection
        from banyan.catalogue.registers import resources as shown_resources

        self.declared = (monitors, collection, editions, forms, resources, shown_collection, shown_resources)
