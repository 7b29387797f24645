"""How the nouns of the catalogues are listed and shown."""
