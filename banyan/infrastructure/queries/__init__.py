"""Every read of infrastructure that others may use."""
