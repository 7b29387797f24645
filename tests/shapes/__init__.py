"""Realistic pages for looking at: every kind of page, in Chinese and English, without a database (样张)."""
