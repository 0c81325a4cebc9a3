# The front door. `make help` lists what there is.

PORT ?= 8000
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
INSTALL = $(PYTHON) -I asemus/demo/install.py
DEVELOPMENT = $(INSTALL) --dev --
UNREAD = .venv node_modules var tests
export PORT MEDIA

.DEFAULT_GOAL := help
.PHONY: help demo test check fix bench bench-dates bench-influence bench-provenance bench-search backup restore messages translations picture python

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 24

demo: python ## the portal with its demonstration collection, at http://localhost:8000 (PORT=8001 for another)
	@$(INSTALL) --lock -- -m asemus.demo

test: python ## the whole suite, on the embedded PostgreSQL (DATABASE_URL=… for another server)
	@$(DEVELOPMENT) -m asemus.demo.suite $(ARGS)

check: python ## lint, format, types, migrations, settings
	@$(DEVELOPMENT) -m asemus.demo.judges

fix: python ## let ruff mend lint and format
	@$(DEVELOPMENT) -m ruff check --fix --quiet .
	@$(DEVELOPMENT) -m ruff format --quiet .

bench: python ## the benchmarks, each with its rival in the same run
	@$(DEVELOPMENT) -m benchmarks $(ARGS)

bench-dates: python ## 7,699 date texts of four museums against their own years, and 100,000 invented ones
	@$(DEVELOPMENT) -m benchmarks dates date_records date_conventions date_fuzz

bench-influence: python ## flows, chains and ripples over 20,000 knots and 200,000 statements, against networkx
	@$(DEVELOPMENT) -m benchmarks influence

bench-provenance: python ## provenance texts of three museums: how much is understood, how well, how fast
	@$(DEVELOPMENT) -m benchmarks provenance

bench-search: python ## search and facets over N works against SQL, DuckDB, tantivy and Datasette (N=1000000, SECONDS=120 a rival)
	@N=$(or $(N),20000) SECONDS=$(or $(SECONDS),120) $(INSTALL) --dev --bench -- -m benchmarks search

backup: python ## database and files into one archive (FILE=… to name it)
	@$(INSTALL) -- manage.py backup $(if $(FILE),"$(FILE)")

restore: python ## bring an archive back: make restore FILE=var/backups/….tar.gz
	@$(INSTALL) -- manage.py restore $(if $(FILE),"$(FILE)") $(if $(filter overwrite,$(NEWER)),--overwrite-newer)

messages: python ## collect the words to translate: make messages LANGUAGE=fr (needs GNU gettext)
	@$(DEVELOPMENT) manage.py makemessages --locale=$(if $(findstring command,$(origin LANGUAGE)),$(LANGUAGE),fr) --no-obsolete --add-location=file $(UNREAD:%=--ignore=%)

picture: python ## the README's picture, taken from a running make demo
	@$(DEVELOPMENT) tests/browser/picture.py $(SITE)

translations: python ## compile the translations (make demo and make test do it by themselves)
	@$(INSTALL) -- -m babel.messages.frontend -q compile -d asemus/locale -D django

python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "This needs Python 3.11 or newer, and $$(python3 --version 2>&1 || echo 'no python3 was found') is what this machine has. Install a newer one (Debian, Ubuntu: apt-get install python3.11 python3.11-venv), or name one: make PYTHON=/path/to/python3.11 demo" >&2; exit 1; \
	elif ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "$(PYTHON) is $$($(PYTHON) --version 2>&1), and this needs Python 3.11 or newer. Name a newer one: make PYTHON=/path/to/python3.11 demo" >&2; exit 1; \
	fi
