"""The HTTP interface, derived from the registry of acts and registers."""
