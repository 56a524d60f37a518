# demo: a sourced brief from nothing but Python 3.11, make and the package registry. help: the rest.
# Stamps under .make/ remember what is installed; each hangs on what would make it stale.

ROOT := $(dir $(abspath $(lastword $(MAKEFILE_LIST))))

ifneq ($(CURDIR)/,$(ROOT))
# Called as `make -f elsewhere/Makefile`: all paths below are relative to the project.
.PHONY: help demo test lint format eval bench gate fuzz scale vendor screenshots clean
help demo test lint format eval bench gate fuzz scale vendor screenshots clean:
	@$(MAKE) --no-print-directory -C $(ROOT) $@
else

VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' 2>/dev/null && echo $$p && break; done)
PYTEST_ARGS ?=
# A process a core: each has a PostgreSQL server and a browser of its own, hence four at most. WORKERS= for one.
WORKERS ?= -n auto --maxprocesses=4 --dist=worksteal
FUZZ_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint format eval bench gate fuzz scale vendor screenshots clean

help:
	@echo 'make demo     read the example articles and print a brief made of them'
	@echo 'make test     all tests; sets up what they need (PYTEST_ARGS="-k dates" for some)'
	@echo 'make lint     style, types, layers'
	@echo 'make format   let ruff put the style right'
	@echo 'make eval     the reader against articles labelled by hand, held to bench/floors.json'
	@echo 'make bench    speed and memory, beside a peer, held to bench/floors.json'
	@echo 'make gate     what the first look dismisses of a corpus beside the project, and what is lost by it'
	@echo 'make bench-table   write docs/benchmarks.md anew: speed and memory at scale (a quarter of an hour)'
	@echo 'make ray      install Ray and test the work on it (a quarter of a GB, hence not in `make test`)'
	@echo 'make scale    a register of 200,000 articles on SQLite and PostgreSQL (hours; SCALE_ARGS="--articles 20000 --on sqlite")'
	@echo 'make fuzz     read spoilt articles (FUZZ_ARGS="100000 --seed 7"): no crash, none far slower than most'
	@echo 'make vendor   build the third-party scripts of the desk anew (needs Node and npm)'
	@echo 'make screenshots  draw the pages of the desk (SHOTS=folder; needs Chromium)'
	@echo 'make clean    remove what make made, the environment included'

demo: .make/install
	@$(BIN)/banggiao demo

test: .make/dev .make/system
	$(BIN)/python -m pytest $(WORKERS) $(PYTEST_ARGS)

lint: .make/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .make/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: .make/install
	$(BIN)/banggiao eval

bench: .make/bench
	$(BIN)/python bench/speed.py

gate: .make/install
	$(BIN)/python bench/gate.py $(GATE_ARGS)

bench-table: .make/bench
	@$(PIP) install -e '.[bulk]'
	$(BIN)/python bench/table.py $(BENCH_ARGS)

ray: .make/dev
	@$(PIP) install -e '.[ray]' polars
	$(BIN)/python -m pytest tests/scale

scale: .make/dev
	$(BIN)/python bench/scale.py $(SCALE_ARGS)

fuzz: .make/install
	$(BIN)/python bench/fuzz.py $(FUZZ_ARGS)

vendor:
	vendor/build.sh

screenshots: .make/dev
	$(BIN)/python bench/screenshots.py $(SHOTS)

clean:
	rm -rf .make $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# -- what has to be there ----------------------------------------------------------------------------------------------

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo 'make: no Python 3.11, 3.12 or 3.13 found; install one, or name it: make PYTHON=/path/to/python' >&2; exit 1; }
	@echo 'Making the environment $(VENV) …'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo 'make: $(PYTHON) has no venv module (Debian: apt-get install python3-venv)' >&2; exit 1; }

# pyvenv.cfg is newer than the stamps once the environment was made anew, so everything is installed again.
.make/install: pyproject.toml $(VENV)/pyvenv.cfg
	@echo 'Installing banggiao …'
	@$(PIP) install -e .
	@mkdir -p .make && touch $@

.make/dev: .make/install
	@echo 'Installing the tools of development …'
	@$(PIP) install -e '.[dev]'
	@mkdir -p .make && touch $@

# The peer is a comfort, not a need: bench/speed.py says so where it is missing.
.make/bench: .make/install
	@echo 'Installing the peer for the benchmark …'
	@$(PIP) install -e '.[bench]' || echo 'make: the peer could not be installed; the figures will stand alone.' >&2
	@mkdir -p .make && touch $@

# No stamp without success: a machine that could not be given the packages is asked again, which is quick where all is there.
.make/system: .ci/system-packages
	@if .ci/system-packages; then mkdir -p .make && touch $@; fi

endif
