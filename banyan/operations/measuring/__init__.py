"""How systems are measured: the probe, the import of readings, and how both are kept."""
