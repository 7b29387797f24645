"""The nouns of operations."""
