"""The gateway's process: ``granian --interface asgi banyan.exchange.gateway.app:application``."""
# ruff: noqa: E402 -- models can be imported only after Django is set up

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
django.setup()

from banyan.exchange.gateway.gateway import Gateway

application = Gateway()
