# Everything runs in .venv, which is made from the lock file on first use.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench reports lock clean

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "consistency needs Python 3.11 or later; set PYTHON=...")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: .venv/ready  ## Check the shipped examples and say where the report is.
	@mkdir -p build
	@$(BIN)/consistency check examples --fail-on never --language en -o build/demo.html -o build/demo.md -o build/demo.json
	@$(BIN)/consistency check examples --fail-on never --language ar -o build/demo.ar.html 2> /dev/null
	@echo "The report: build/demo.html (for a browser; in Arabic: build/demo.ar.html), build/demo.md (for reading as text), build/demo.json (for programs)"

test: .venv/ready lint  ## Run every check.
	$(BIN)/pytest -n auto

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/consistency rules lint

bench: .venv/ready  ## Print speed, memory and growth.
	$(BIN)/python bench/run.py
	$(BIN)/python -m bench.store

reports: .venv/ready  ## Write the sample reports, the schemas, the pages of the rules and the excerpt of the README anew.
	$(BIN)/python -m reports.write

lock:  ## Resolve the dependencies anew (needs uv).
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv build dist
