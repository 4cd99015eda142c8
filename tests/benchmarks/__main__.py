"""`python -m tests.benchmarks NAME`: one of the benchmarks in this folder."""

import sys
from importlib import import_module

NAMES = ("serving", "growth", "seeding", "annotating", "pages")

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        sys.exit(f"usage: python -m tests.benchmarks {'|'.join(NAMES)}")
    import_module(f"tests.benchmarks.{sys.argv[1]}").main(sys.argv[2:])
