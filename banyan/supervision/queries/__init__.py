"""Every read of supervision that others may use."""
