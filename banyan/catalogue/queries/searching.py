"""Search over everything catalogued, for other parts and the surfaces."""

from banyan.catalogue.search import Found, Hit, find

__all__ = ["Found", "Hit", "find"]
