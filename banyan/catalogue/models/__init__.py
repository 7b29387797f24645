"""The nouns of the catalogues."""

from banyan.catalogue.models.collection import (
    CollectionException,
    CollectionForm,
    CollectionItem,
    FormField,
    Frequency,
    Subject,
)
from banyan.catalogue.models.developments import Development
from banyan.catalogue.models.editions import Edition, EditionLine
from banyan.catalogue.models.elements import DataElement, DataType, TaughtPair
from banyan.catalogue.models.offers import ServiceEntry
from banyan.catalogue.models.resources import (
    Classification,
    Cycle,
    Ground,
    Opening,
    Resource,
    ResourceClass,
    ResourceItem,
    Sharing,
)
from banyan.catalogue.models.updates import UpdateTask

__all__ = [
    "Classification",
    "CollectionException",
    "CollectionForm",
    "CollectionItem",
    "Cycle",
    "DataElement",
    "DataType",
    "Development",
    "Edition",
    "EditionLine",
    "FormField",
    "Frequency",
    "Ground",
    "Opening",
    "Resource",
    "ResourceClass",
    "ResourceItem",
    "ServiceEntry",
    "Sharing",
    "Subject",
    "TaughtPair",
    "UpdateTask",
]
