# make site · make serve · make test: each sets up what it needs, once.
# Needs Python ≥ 3.11.5, make and git; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
WEB := tools/web/node_modules/.package-lock.json
LIGHTHOUSE := tools/lighthouse/node_modules/.package-lock.json

.PHONY: setup site serve test content bench other-generator check tidy pictures browsers lighthouse both same lock clean

setup: $(VENV)/site.stamp

# With the editors' form at /muokkaa/ (needs npm): make site FORM=1
# Built beside and then put in place: a build that fails or is stopped leaves the last whole site.
site: $(VENV)/site.stamp
	@new=.site-$$$$; trap 'rm -rf "$$new"' EXIT; \
	  SITE_DIR=$$new $(BIN)/mkdocs build && \
	  { [ -z "$(FORM)" ] || $(BIN)/python -m tools.form "$$new"; } && \
	  $(BIN)/python -m tools.place "$$new" site
	@echo "Sivusto on valmis / Webbplatsen är klar: $(CURDIR)/site/index.html"

serve: $(VENV)/site.stamp
	@echo "http://127.0.0.1:8000/ (Ctrl-C lopettaa / avslutar)"
	@$(BIN)/mkdocs serve --no-strict --livereload --dev-addr 127.0.0.1:8000

check: $(VENV)/site.stamp
	@$(BIN)/python -m kumppanuus check

# Puts what a form has written into the shape that the files had: make tidy SINCE=origin/main
tidy: $(VENV)/test.stamp
	@$(BIN)/python -m kumppanuus tidy --since $(SINCE)

test: $(VENV)/test.stamp $(WEB)
	@$(BIN)/python -m tools.chromium
	@if command -v npm >/dev/null; then npm --prefix tools/web run --silent check; \
	elif [ -n "$$CI" ]; then echo "npm is missing: style, scripts and workflows cannot be checked"; exit 1; \
	else echo "npm is missing: style, scripts and workflows are not checked"; fi
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/pytest -n auto --dist worksteal $(if $(CI),-m "not content")

# Tests of what the pages hold today, which an editor's change may break rightly: make test runs
# them as well, but in CI they have a step of their own, which does not stop a pull request.
content: $(VENV)/test.stamp $(WEB)
	@$(BIN)/pytest -n auto --dist worksteal -m content

# Every kind of page before and after, as pictures, and which kinds look otherwise, as Markdown.
# Between two built sites: make pictures BEFORE=base/site; or since a commit, which is built anew on
# one day with the files as they are now: make pictures SINCE=origin/main
ifdef BEFORE
pictures: $(VENV)/test.stamp
	@$(BIN)/python -m tools.pictures $(BEFORE) site pictures
else
pictures: $(VENV)/test.stamp both
	@$(BIN)/python -m tools.pictures $(SAME)/before $(SAME)/after pictures
endif

# The main tasks of a reader in Chromium, Firefox and WebKit, as a table; not part of make test.
# Takes what it needs from Debian's packages: firefox-esr, webkit2gtk-driver, xvfb.
browsers: $(VENV)/test.stamp
	@$(MAKE) --silent site >&2
	@$(BIN)/python -m tools.browsers site

# Lighthouse on a phone, on eight kinds of page in both languages; not part of make test.
lighthouse: $(VENV)/test.stamp $(LIGHTHOUSE)
	@$(MAKE) --silent site >&2
	@$(BIN)/python -m tools.lighthouse site

# What differs between the site of an earlier commit and that of the files as they are now, built
# on one and the same day: make same SINCE=HEAD~3
SINCE ?= HEAD
SAME := .cache/same
ONE_DAY := SOURCE_DATE_EPOCH=1795262400 SITE_URL=https://example.org/kuntakumppanuus/
both: $(VENV)/site.stamp
	@rm -rf $(SAME) && mkdir -p $(SAME)/tree
	@git archive $(SINCE) | tar -x -C $(SAME)/tree
	@here="$(CURDIR)" && cd $(SAME)/tree && \
	  $(ONE_DAY) SITE_DIR="$$here/$(SAME)/before" "$$here/$(BIN)/python" -m mkdocs -q build
	@$(ONE_DAY) SITE_DIR=$(SAME)/after $(BIN)/python -m mkdocs -q build

same: both
	@diff -r $(SAME)/before $(SAME)/after && echo "The same site, byte by byte."

# Builds the same pages with other generators and measures all of them; writes bench/results.md.
# Not part of make test. Takes what it needs from PyPI and npm into .cache/bench.
# A part of it: make bench ARGS="--sizes 50 --runs 1"
bench: $(VENV)/test.stamp
	@$(BIN)/python -m bench $(ARGS)

# Pins every dependency, with hashes, for every Python and system that the project supports.
lock: $(VENV)/test.stamp
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	  pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	  --extra test -c requirements.txt pyproject.toml -o requirements-test.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	  --extra properdocs -c requirements.txt pyproject.toml -o requirements-properdocs.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	  -c requirements.txt bench/requirements.in -o bench/requirements.txt

# The same site built with ProperDocs in place of MkDocs, but for nothing: see watch.yml.
PROPERDOCS := .cache/properdocs
other-generator: $(VENV)/site.stamp
	@rm -rf $(PROPERDOCS) .cache/properdocs-site .cache/mkdocs-site
	@$(PYTHON) -m venv $(PROPERDOCS)
	@$(PROPERDOCS)/bin/pip install --quiet --require-hashes -r requirements-properdocs.txt
	@$(PROPERDOCS)/bin/pip install --quiet --no-deps --no-build-isolation -e .
	@SITE_DIR=.cache/properdocs-site $(PROPERDOCS)/bin/properdocs build --config-file mkdocs.yml
	@SITE_DIR=.cache/mkdocs-site $(BIN)/mkdocs build
	@diff -r .cache/mkdocs-site .cache/properdocs-site
	@echo "ProperDocs: sama sivusto / samma webbplats"

clean:
	rm -rf $(VENV) site .site-* watch pictures pages .cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || \
	  { echo "Tarvitaan Python 3.11.5 tai uudempi: make PYTHON=… / Python 3.11.5 eller nyare behövs"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Asennetaan riippuvuudet, kerran … / Installerar beroenden, en gång …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements-test.txt $(VENV)/site.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

# What reads style, scripts, HTML and workflows. Without npm the other tests go on, but not in CI.
$(WEB): tools/web/package-lock.json
	@! command -v npm >/dev/null || \
	  npm --prefix tools/web ci --silent --no-audit --no-fund --ignore-scripts

$(LIGHTHOUSE): tools/lighthouse/package-lock.json
	npm --prefix tools/lighthouse ci --silent --no-audit --no-fund --ignore-scripts
