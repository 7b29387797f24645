"""The desk (工作台): what staff see, derived from the registry of acts and registers."""
