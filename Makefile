# Ventanilla: `make demo` shows it, `make test` proves it. Python 3.11 or newer is all they need.

PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
# A virtual environment of one's own can be named instead: make test PYTHON_ENV=/path/to/venv
ifdef PYTHON_ENV
RUN := $(PYTHON_ENV)/bin/python
endif
# Both processors of a small machine; more do not help a suite this size.
WORKERS ?= 2
# Tests that share something costly (a browser, a demo) stay together in one process.
PYTEST := $(RUN) -m pytest -q -rsf -n $(WORKERS) --dist loadgroup

.DEFAULT_GOAL := help
.PHONY: help demo test test-sqlite test-postgresql lint style types floors template-style no-missing-migration \
	catalogue format messages clean install install-dev

help:
	@echo "make demo      the directory with its demo content on http://localhost:$(PORT)"
	@echo "make test      all tests (on PostgreSQL too where TEST_POSTGRESQL_URL names a server)"
	@echo "make lint      style, types, floors, templates, migrations, translations"
	@echo "make format    write Python as ruff wants it"
	@echo "make messages  gather the texts to translate, compile those that are"
	@echo "make clean     remove what can be made again; var/ with its content stays"

demo: install
	@$(RUN) manage.py prepare_demo --address http://localhost:$(PORT)
	@$(RUN) manage.py runserver --skip-checks localhost:$(PORT)

test: test-sqlite test-postgresql

test-sqlite: install-dev
	@$(RUN) manage.py compile_catalogues
	DATABASE_URL=sqlite:///var/tests.sqlite3 $(PYTEST) $(ARGS)

# The services' and the browser's tests bring databases of their own: once is enough.
test-postgresql: install-dev
ifdef TEST_POSTGRESQL_URL
	DATABASE_URL=$(TEST_POSTGRESQL_URL) $(PYTEST) --ignore=tests/services --ignore=tests/browser $(ARGS)
else
	@test -z "$$CI" || { echo "TEST_POSTGRESQL_URL is not set: .ci/services/postgresql starts a server"; exit 1; }
	@echo "PostgreSQL: skipped, TEST_POSTGRESQL_URL is not set (.ci/services/postgresql starts a server)"
endif

lint: style types floors template-style no-missing-migration catalogue

style: install-dev
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .

types: install-dev
	$(RUN) -m mypy .

floors: install-dev
	PYTHONPATH=site $(dir $(RUN))lint-imports

template-style: install-dev
	$(RUN) -m djlint --check --quiet templates
	$(RUN) -m djlint --lint --quiet templates

no-missing-migration: install-dev
	$(RUN) manage.py makemigrations --check --dry-run

catalogue: install-dev
	@$(RUN) manage.py compile_catalogues
	$(RUN) -m pytest -q tests/test_catalogue.py

format: install-dev
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

messages: install
	$(RUN) manage.py makemessages --all --no-location --no-wrap --no-obsolete --ignore=tests --ignore=benchmarks --ignore=var
	@$(RUN) manage.py compile_catalogues

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find site/locale -name '*.mo' -delete

# -- The virtual environment; each lock is installed once, and again only when it has changed.
ifdef PYTHON_ENV
install install-dev:
else
install: $(VENV)/installed
install-dev: $(VENV)/installed-dev
endif

$(VENV)/pyvenv.cfg:
	@for name in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14 python; do \
	  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Making $(VENV) with $$($$name --version)"; \
	    $$name -m venv $(VENV) && exit 0; \
	    echo "That did not work. On Debian and Ubuntu: apt-get install python3-venv"; rm -rf $(VENV); exit 1; \
	  fi; \
	done; \
	echo "Ventanilla needs Python 3.11 or newer; this machine has $$(python3 --version 2>&1 || echo none)."; \
	echo "Install it, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12"; exit 1

$(VENV)/installed: requirements.lock $(VENV)/pyvenv.cfg
	@echo "Installing what the house is built on (a minute or two, once)"
	@$(RUN) -m pip --require-virtualenv --disable-pip-version-check install --quiet --requirement requirements.lock
	@touch $@

# The tests' lock holds everything the other one does.
$(VENV)/installed-dev: requirements-dev.lock $(VENV)/pyvenv.cfg
	@echo "Installing what the tests need (a minute or two, once)"
	@$(RUN) -m pip --require-virtualenv --disable-pip-version-check install --quiet --requirement requirements-dev.lock
	@touch $@ $(VENV)/installed
