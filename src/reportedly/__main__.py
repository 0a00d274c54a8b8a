"""`python -m reportedly` is the command `reportedly`."""

import sys

from reportedly.cli import main

if __name__ == "__main__":
    sys.exit(main())
