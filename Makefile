# Banyan in two commands: `make run` starts the demo province, `make test` checks and tests everything.
# A step is done again only when what it reads has changed; .run/ remembers.

export PORT ?= 8000
export BANYAN_HOME ?= $(CURDIR)/var
export PYTHON ?= python3
export DOCS_CHECK ?= .venv/bin/banyan docs --check

ASSETS := $(shell find banyan/desk/assets -type f) package-lock.json tools/assets tools/assets.mjs
CATALOGUES := $(shell find banyan -path '*/LC_MESSAGES/*.po')

.PHONY: help run test check format lock wheel pictures clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile

run: .run/packages .run/assets .run/messages ## start the demo province on http://127.0.0.1:$PORT
	@exec .venv/bin/banyan demo

test: .run/test-packages .run/assets .run/messages ## check and test everything, on SQLite and on PostgreSQL
	@tools/install-test-tools
	@tools/check
	@.venv/bin/python -m pytest -n 2
	@tools/with-postgres .venv/bin/python -m pytest -n 2 -m 'database and not browser'

check: .run/test-packages ## everything that can be checked without a test
	@tools/check

format: .run/test-packages ## lay out the Python code
	@.venv/bin/ruff format --quiet
	@.venv/bin/ruff check --quiet --fix

lock: .run/test-packages ## resolve the dependencies of pyproject.toml anew
	@tools/lock
	@npm install --package-lock-only --loglevel=error

wheel: .run/packages ## build a wheel in dist/
	@.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

pictures: .run/test-packages .run/assets .run/messages ## make the pictures of the guide anew
	@tools/install-test-tools
	@PICTURES=1 .venv/bin/python -m pytest -q tests/journeys

clean: ## forget everything that was made, but not the data in var/
	@rm -rf .run .venv node_modules dist banyan/desk/static/built

.run/packages: requirements.lock pyproject.toml tools/venv
	@tools/venv requirements.lock
	@mkdir -p .run && touch $@

.run/test-packages: requirements-dev.lock .run/packages
	@tools/venv requirements-dev.lock
	@touch $@

.run/assets: $(ASSETS)
	@tools/assets
	@mkdir -p .run && touch $@

.run/messages: $(CATALOGUES) tools/messages.py .run/packages
	@.venv/bin/python tools/messages.py
	@touch $@
