# Each target sets up .venv by itself; `python3 start.py demo` and so on do the same without make.
PYTHON ?= python3

.PHONY: demo run test test-all check secrets audit backup restore new-key rotate-keys release-check bench bench-crash screenshots reference
demo:          ; @$(PYTHON) start.py demo
run:           ; @$(PYTHON) start.py run
test:          ; @$(PYTHON) start.py test
test-all:      ; @$(PYTHON) start.py test-all
check:         ; @$(PYTHON) start.py check
secrets:       ; @$(PYTHON) start.py secrets
audit:         ; @$(PYTHON) start.py audit
backup:        ; @$(PYTHON) start.py backup $(if $(FILE),"$(FILE)")
restore:       ; @$(PYTHON) start.py restore $(if $(FILE),"$(FILE)")
new-key:       ; @$(PYTHON) start.py new-key
rotate-keys:   ; @$(PYTHON) start.py rotate-keys
release-check: ; @$(PYTHON) start.py release-check
bench:         ; @$(PYTHON) start.py bench
bench-crash:   ; @$(PYTHON) start.py bench-crash
screenshots:   ; @$(PYTHON) start.py screenshots
reference:     ; @$(PYTHON) start.py reference $(if $(CASES),"$(CASES)")
