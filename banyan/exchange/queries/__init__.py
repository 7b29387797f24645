"""Every read of sharing that others may use, by noun."""
