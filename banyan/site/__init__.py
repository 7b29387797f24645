"""The installation: environment, settings, addresses, processes and the command line."""
