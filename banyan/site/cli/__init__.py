"""The command line ``banyan``."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
django.setup()

from banyan.site.cli.main import main  # noqa: E402  settings must be in place before the parts are imported

__all__ = ["main"]
