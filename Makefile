# make site  make demo  make serve  make check  make test  make bench
.DEFAULT_GOAL := site
.PHONY: site demo serve check test lint bench lock clean
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

PYTHON3 ?= python3
BIN := .venv/bin

site:
	@$(PYTHON3) scripts/environment.py
	@$(BIN)/disclosure site

# The fictional bureau, into site-demo/.
demo:
	@$(PYTHON3) scripts/environment.py
	@$(BIN)/disclosure site --data examples/demo --site site-demo

check:
	@$(PYTHON3) scripts/environment.py
	@$(BIN)/disclosure check

serve:
	@$(PYTHON3) scripts/environment.py
	@echo "预览：http://127.0.0.1:8000/ ，改了数据自动刷新，按 Ctrl-C 结束。"
	@$(BIN)/mkdocs serve --quiet --dev-addr 127.0.0.1:8000

test: lint
	@$(PYTHON3) scripts/browser.py
	@$(BIN)/pytest -n 2

lint:
	@$(PYTHON3) scripts/environment.py --dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# Beside its peers, in one run; BENCH_LARGE=1 adds 50,000 records (see benchmarks/__main__.py).
bench:
	@$(PYTHON3) scripts/environment.py --dev
	@$(PYTHON3) scripts/browser.py
	@$(BIN)/python -m benchmarks

# Pinned versions, by name only: no download address, no registry.
lock:
	@$(BIN)/python scripts/lock.py

clean:
	rm -rf site site-demo audit-report .pytest_cache .mypy_cache .ruff_cache
