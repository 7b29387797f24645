"""What may be done with the catalogues, by noun."""
