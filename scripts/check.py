"""Check the data, without make: `python3 scripts/check.py`."""

import sys

from environment import run

if __name__ == "__main__":
    sys.exit(run("check", *sys.argv[1:]))
