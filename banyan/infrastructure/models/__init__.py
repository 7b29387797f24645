"""The nouns of infrastructure."""

from banyan.infrastructure.models.systems import System

__all__ = ["System"]
