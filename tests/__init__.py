"""Tests of the whole: what no single part can promise."""
