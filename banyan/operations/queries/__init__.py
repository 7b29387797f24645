"""Every read of operations that others may use."""
