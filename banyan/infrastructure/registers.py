"""How it is listed and shown."""
