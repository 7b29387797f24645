"""Every read of the catalogues that others may use, by noun."""
