"""Settings with which the ledger runs alone, on SQLite: for log servers that tests start and for the benchmark."""

import os
from pathlib import Path

from banyan.kit.sqlite import PRAGMAS

BANYAN_HOME = Path(os.environ["BANYAN_HOME"])
BANYAN_PUBLIC_URL = "https://ledger.example"
SECRET_KEY = "only for tests"
INSTALLED_APPS = ["banyan.ledger"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BANYAN_HOME / "banyan.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "; ".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
