"""Record the public addresses, without make: `python3 scripts/addresses.py`."""

import sys

from environment import run

if __name__ == "__main__":
    sys.exit(run("addresses", "record", *sys.argv[1:]))
