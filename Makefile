# `make edition` publishes the sample edition, `make test` proves everything. Both set up all that they need, once:
# a virtual environment in .venv and, for the tests, Chromium, node and a Java runtime from Debian where they are missing.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
EDITION := build/edition

MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.PHONY: edition test lint mutants fuzz faults toolchains bench bench-scale peers bench-names names-model schemas system clean

edition: .venv/ready
	$(BIN)/tei-tools build seeds -o $(EDITION)
	@echo "The edition is ready. Open $(CURDIR)/$(EDITION)/html/index.html in a browser;"
	@echo "in print: $$(find "$(CURDIR)/$(EDITION)/pdf" -name '*.pdf' | sort | tr '\n' ' ')"

# The summary of pytest is the last thing to be seen.
test: system lint tests/browser/node_modules/.ready
	$(BIN)/python -m pytest

lint: .venv/ready-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# All broken documents, and TEI All on documents made from the grammar; BENCH=FOLDER: on the texts of that folder too.
mutants: system .venv/ready-for-tests
	$(BIN)/python -m pytest --mutants all tests/mutants
	$(BIN)/python -m tests.mutants.tei_all $(BENCH)

# (xml-commons-resolver is what jing reads catalogs with.)
TOOLS := jq libxml2-utils basex curl unzip jing libxml-commons-resolver1.1-java libsaxonhe-java
# What other tools do with an edition: each recipe of docs/toolchains.md, on two editions. As root it installs them.
toolchains: system .venv/ready-for-tests
	@dpkg-query -W $(TOOLS) > /dev/null 2>&1 || { $(call debian,$(TOOLS)); }
	$(BIN)/python interop/toolchains.py --accept

# Texts made by a coverage-guided fuzzer (INPUTS of them); what the program does not bear is kept in build/fuzz.
fuzz: .venv/ready-for-fuzz
	$(BIN)/python -m tests.fuzz.run $(or $(INPUTS),100000)
	$(BIN)/python -m tests.fuzz.replay

# Builds that are killed, disks that are full, sources that change …: whole files, and the same bytes in the end.
faults: .venv/ready-for-tests
	$(BIN)/python -m tests.faults.run $(DOCUMENTS) $(KILLS)

# Measures everything. The programs that this one is held against come from the registries; as root also Debian's.
bench: peers .venv/ready-for-bench
	$(BIN)/python benchmarks/peers.py $(PEERS)
	$(BIN)/python benchmarks/convert.py
	$(BIN)/python benchmarks/validate.py
	$(BIN)/python benchmarks/accuracy.py
	$(BIN)/python benchmarks/linker.py
	$(BIN)/python benchmarks/web_edition.py
	$(BIN)/python benchmarks/print.py
	$(BIN)/python benchmarks/growth.py $(GROWTH)
	$(if $(SIZES),$(BIN)/python benchmarks/growing_edition.py $(SIZES))

# Who is not root measures without what is missing, and is told so in the table.
peers:
	@missing=""; \
	command -v java > /dev/null || missing="$$missing default-jre-headless"; \
	command -v fop > /dev/null || missing="$$missing fop"; \
	[ -f /usr/share/java/Saxon-HE.jar ] || missing="$$missing libsaxonhe-java"; \
	[ -z "$$missing" ] || [ "$$(id -u)" -ne 0 ] || { $(call debian,$$missing); }

# An edition of so many DOCUMENTS from its texts to all formats on two workers; SCALE=--dask: on a cluster of this machine.
bench-scale: .venv/ready-for-bench
	$(BIN)/python benchmarks/scale.py --documents $(or $(DOCUMENTS),10000) $(SCALE)

# Names without a list: ten models, each scored on the volume that it never saw (BENCH_NAMES: more options).
bench-names: .venv/ready-for-bench
	$(BIN)/python benchmarks/names_accuracy.py $(BENCH_NAMES)

# The model that the wheel carries; VOLUMES=FOLDER: of other volumes.
names-model: .venv/ready-for-tests
	$(BIN)/python -m training.names $(if $(VOLUMES),--volumes $(VOLUMES))

# What is derived from schemas/tei_tools.rnc (by trang, which needs Java) and from schemas/tei_tools.sch.
schemas: system .venv/ready-for-tests
	$(BIN)/python schemas/derive.py
	$(BIN)/python schemas/compile.py

clean:
	rm -rf .venv build dist tests/browser/node_modules

# The two stamps are younger than pyproject.toml while the packages are what it asks for. Our own package is compiled, as
# pip does with those that it installs: a start costs less.
.venv/ready: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[search]'
	@$(BIN)/python -m compileall -q tei_tools
	@touch $@

.venv/ready-for-tests: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[test]'
	@$(BIN)/python -m compileall -q tei_tools
	@touch .venv/ready $@

# The driver of the browser and the checkers of pages. Exact versions, and no lock file: it would name a registry.
tests/browser/node_modules/.ready: tests/browser/package.json | system
	cd tests/browser && npm install --no-package-lock --no-audit --no-fund --silent
	@touch $@

.venv/ready-for-bench: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[test,bench]'
	@touch .venv/ready .venv/ready-for-tests $@

.venv/ready-for-fuzz: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[test,fuzz]'
	@touch .venv/ready .venv/ready-for-tests $@

# Debian keeps the part that makes virtual environments in a package of its own.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or later is needed: make PYTHON=python3.11 …" >&2; exit 1; }
	@$(PYTHON) -m venv .venv 2>/dev/null \
	  || { rm -rf .venv; $(call debian,python3-venv) && $(PYTHON) -m venv .venv; }

# What the tests need besides Python: a browser for the site and node to drive it, Java for the two oracles.
system:
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v npm >/dev/null || missing="$$missing nodejs npm"; \
	command -v java >/dev/null || missing="$$missing default-jre-headless"; \
	[ -z "$$missing" ] || { $(call debian,$$missing); }

define debian
if [ "$$(id -u)" -ne 0 ]; then \
  echo "Missing from this machine:" $(1) >&2; \
  echo "Install it (apt-get install" $(1)") or run make as root." >&2; exit 1; \
else \
  apt-get update --quiet && DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends $(1); \
fi
endef
