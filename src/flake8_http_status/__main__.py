"""``python -m flake8_http_status`` is the console command."""

from __future__ import annotations

import sys

from flake8_http_status.cli import main

if __name__ == "__main__":
    sys.exit(main())
