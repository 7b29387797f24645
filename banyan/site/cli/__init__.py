"""The command line ``banyan``."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
django.setup()

from banyan.site.cli.main import main

__all__ = ["main"]
