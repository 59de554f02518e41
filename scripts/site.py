"""Check the data and build the site, without make: `python3 scripts/site.py`."""

import sys

from environment import run

if __name__ == "__main__":
    sys.exit(run("site", *sys.argv[1:]))
