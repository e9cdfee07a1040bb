# The two commands of the README, each setting up what it needs: make demo, make test.
# Needs Python 3.11 or later; another one than python3 with: make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RECORD := build/normandy.db
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
RUN_STAMP := $(VENV)/.set-up-to-run
DEV_STAMP := $(VENV)/.set-up-to-test

.PHONY: install demo test format lock ftm-check clean

install: $(RUN_STAMP)

demo: $(RUN_STAMP)
	@mkdir -p build && rm -f $(RECORD)*
	@echo "\$$ parley read examples/normandy" && $(BIN)/parley read examples/normandy --record $(RECORD)
	@echo && echo "\$$ parley brief Zelensky Putin" && $(BIN)/parley brief Zelensky Putin --record $(RECORD)
	@echo && echo "\$$ parley meetings" && $(BIN)/parley meetings --record $(RECORD)
	@echo && echo "Try next, on the same record:" && echo
	@echo "  $(BIN)/parley ask 'Have Zelensky and Putin met before?' --record $(RECORD)"
	@echo "  $(BIN)/parley ask 'What came of the Minsk agreements?' --record $(RECORD)"
	@echo "  $(BIN)/parley statements Putin --record $(RECORD)"
	@echo "  $(BIN)/parley timeline Ukraine Russia --record $(RECORD)"
	@echo "  $(BIN)/parley brief Zelensky Putin --format html --record $(RECORD) > build/brief.html"
	@echo && echo "And on your own articles, saved as text, Markdown or web pages:" && echo
	@echo "  $(BIN)/parley read FOLDER --published 2025-05-13"

test: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

format: $(DEV_STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The exact packages, with their hashes, for every platform and Python from 3.11 on; needs the network.
lock: $(DEV_STAMP)
	$(PIP) install uv
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile -q pyproject.toml --group dev --all-extras \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url -o requirements/dev.txt
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile -q pyproject.toml --extra web --extra exports -c requirements/dev.txt \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url -o requirements/run.txt
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile -q pyproject.toml --group ftm -c requirements/dev.txt \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url -o requirements/ftm.txt

# The library that checks the FollowTheMoney export; needs Debian's libicu-dev, pkg-config and g++, or the like.
ftm-check: $(DEV_STAMP)
	$(PIP) install --require-hashes -r requirements/ftm.txt

clean:
	rm -rf $(VENV) build

$(RUN_STAMP): requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Parley needs Python 3.11 or later; name one with: make PYTHON=python3.11"; exit 1; }
	@echo "Setting up in $(VENV) (once; it takes a minute or two) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade pip
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps -e .
	@touch $@

$(DEV_STAMP): requirements/dev.txt pyproject.toml $(RUN_STAMP)
	@echo "Setting up the tools for testing (once) ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
