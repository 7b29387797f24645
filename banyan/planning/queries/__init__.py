"""Every read of planning that others may use."""
