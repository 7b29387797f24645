"""Rules of articles 34 to 38: no consequence without a finding, and none of the grave ones by one person's word."""
