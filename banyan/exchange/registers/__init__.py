"""How sharing, its logs and what it spares are listed and shown."""
