"""How Django finds this part."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "banyan.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        from banyan.catalogue import monitors, reactions
        from banyan.catalogue.acts import (
            collection,
            developments,
            editions,
            elements,
            forms,
            offers,
            resources,
            updates,
        )
        from banyan.catalogue.registers import collection as shown_collection
        from banyan.catalogue.registers import developments as shown_developments
        from banyan.catalogue.registers import resources as shown_resources
        from banyan.catalogue.registers import updates as shown_updates

        self.declared = (
            monitors,
            reactions,
            collection,
            developments,
            editions,
            elements,
            forms,
            resources,
            offers,
            updates,
        )
        self.shown = (shown_collection, shown_developments, shown_resources, shown_updates)
