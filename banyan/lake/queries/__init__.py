"""Every read of holdings that others may use, by noun."""
