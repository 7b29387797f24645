"""The command line ``banyan``."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured

from banyan.site.cli.files import of_file
from banyan.site.environment import EnvironmentFault

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
try:
    django.setup()
except (EnvironmentFault, ImproperlyConfigured) as fault:
    sys.stderr.write(f"{fault}\n")
    raise SystemExit(2) from None
except OSError as fault:
    sys.stderr.write(f"{of_file(fault)}\n")
    raise SystemExit(2) from None

from banyan.site.cli.main import main

__all__ = ["main"]
